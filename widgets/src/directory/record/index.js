/** The record's module: everything about one organisation, with the words and styles that only a record needs. */
import richCss from '../../shared/styles/rich.css';
import recordCss from './record.css';

export { createRecord } from './record.js';
export { teachRecordWords } from './strings.js';

/** As texts, in this order. */
export const recordStyles = [richCss, recordCss];
