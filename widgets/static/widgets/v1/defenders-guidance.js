import("./guidance.cd456d9836.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
