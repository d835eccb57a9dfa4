import("./guidance.83eae736ea.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
