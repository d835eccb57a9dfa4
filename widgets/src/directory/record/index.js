/** The record's module: everything about one organisation and how to reach it, with its words and styles. */
import richCss from '../../shared/styles/rich.css';
import keptCss from './kept.css';
import laterCss from './later.css';
import recordCss from './record.css';

export { channelsOf } from './channels.js';
export { contactCards } from './contact-cards.js';
export { shortContacts } from './contacts.js';
export { keepButton } from './kept.js';
export { createRecord, localised } from './record.js';
export { teachRecordWords } from './strings.js';

/** As texts, in this order. */
export const recordStyles = [richCss, recordCss, keptCss, laterCss];
