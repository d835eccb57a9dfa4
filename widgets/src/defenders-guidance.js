/** The short, lasting address for a page that shows guidance and no map. */
import('./guidance/index.js').catch((error) => {
  console.warn('<defenders-guidance> keeps its own content:', error);
});
