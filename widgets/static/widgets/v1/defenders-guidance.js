import("./guidance.09a418a32b.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
