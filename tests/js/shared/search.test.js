import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { createCatalogue } from '../../../widgets/src/shared/catalogue.js';
import { createSearch } from '../../../widgets/src/shared/search.js';
import { createPace } from '../../../widgets/src/shared/turns.js';

const { areas, records, cases } = JSON.parse(readFileSync(new URL('../../search_cases.json', import.meta.url), 'utf8'));
const RANKS = ['name', 'country', 'text'];

/** @param {string} name @param {string} words */
async function rankOf(name, words) {
  const catalogue = createCatalogue();
  const { names: [called, alternate_name, acronym], areas: areas_served, summary } = records[name];
  const record = { id: name, name: called, alternate_name, acronym, areas_served, summary: summary && { text: summary, lang: 'es' } };
  catalogue.add(record, JSON.stringify(record));
  const found = await createSearch(catalogue, (area) => areas[area]).find(words, createPace());
  return found === null ? 'name' : RANKS[found.findIndex((bits) => bits.has(0))] ?? null;
}

describe('the widgets find what the server finds', () => {
  for (const [record, words, rank] of cases) {
    test(`“${words}” in ${record}`, async () => assert.equal(await rankOf(record, words), rank));
  }
});
