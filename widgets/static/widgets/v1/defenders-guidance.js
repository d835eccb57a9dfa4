import("./guidance.4fb1a0b85e.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
