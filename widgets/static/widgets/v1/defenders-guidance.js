import("./guidance.9a6e1be8f6.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
