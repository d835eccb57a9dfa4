import("./guidance.bfd55c21fa.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
