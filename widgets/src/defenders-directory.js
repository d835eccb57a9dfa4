/** The short, lasting address for a page that shows a directory and no map; guidance comes when there is some. */
import { loadOnDemand } from './shared/on-demand.js';

import('./directory/index.js').catch((error) => {
  console.warn('<defenders-directory> keeps its own content:', error);
});
loadOnDemand({ 'defenders-guidance': () => import('./guidance/index.js') });
