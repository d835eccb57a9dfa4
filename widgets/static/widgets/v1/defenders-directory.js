import("./directory.0d16e747f3.js").catch(e=>{console.warn("<defenders-directory> keeps its own content:",e)});
