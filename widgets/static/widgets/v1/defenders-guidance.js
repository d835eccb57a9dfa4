import("./guidance.34f199d44f.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
