import("./guidance.eca8a4fbad.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
