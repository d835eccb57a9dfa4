import("./guidance.939ebbf251.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
