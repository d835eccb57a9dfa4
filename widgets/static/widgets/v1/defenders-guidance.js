import("./guidance.8014753b82.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
