import("./guidance.caba3624cf.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
