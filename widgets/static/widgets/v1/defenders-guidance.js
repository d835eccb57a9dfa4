import("./guidance.bf4090ddbe.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
