import("./guidance.e777e5e833.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
