import("./directory.4710b518c6.js").catch(e=>{console.warn("<defenders-directory> keeps its own content:",e)});
