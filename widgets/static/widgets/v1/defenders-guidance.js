import("./guidance.0fb9019c64.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
