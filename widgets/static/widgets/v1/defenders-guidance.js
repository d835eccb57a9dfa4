import("./guidance.b12dd3c7bc.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
