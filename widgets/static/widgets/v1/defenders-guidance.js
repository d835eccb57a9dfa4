import("./guidance.fa005d4ec2.js").catch(e=>{console.warn("<defenders-guidance> keeps its own content:",e)});
