/** The short, lasting address for a page that shows a directory and no map. */
import('./directory/index.js').catch((error) => {
  console.warn('<defenders-directory> keeps its own content:', error);
});
