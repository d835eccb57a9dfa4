import("./guidance.28ee8bf405.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
