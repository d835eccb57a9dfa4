import("./guidance.ef9cf2ce94.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
