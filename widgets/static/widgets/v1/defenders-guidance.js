import("./guidance.2486630553.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
