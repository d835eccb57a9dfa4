import("./guidance.54c0272f64.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
