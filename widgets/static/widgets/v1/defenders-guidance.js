import("./guidance.ec14fcc947.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
