import("./guidance.425de2357b.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
