import("./guidance.593ed66851.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
