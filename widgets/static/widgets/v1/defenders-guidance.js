import("./guidance.1323a3b80b.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
