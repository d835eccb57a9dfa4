import("./guidance.3fd81f5420.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
