import("./guidance.cf896634f0.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
