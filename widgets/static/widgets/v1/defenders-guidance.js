import("./guidance.968dd58f25.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
