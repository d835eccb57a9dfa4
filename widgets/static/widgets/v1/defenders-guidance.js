import("./guidance.76a492d2ae.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
