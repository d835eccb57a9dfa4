import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLanguageOf } from '../../../widgets/src/page/languages.js';

const PAGE = 'https://host.example/embed/v1/directory/';

test('another language keeps what was chosen since the page was loaded', () => {
  assert.equal(inLanguageOf(`${PAGE}?lang=eu&country=CO`, `${PAGE}?lang=es&search=lur%20a,b&open=casa`), `${PAGE}?lang=eu&search=lur%20a,b&open=casa`);
  assert.equal(inLanguageOf(`${PAGE}?lang=eu&country=CO`, `${PAGE}#?secret=abc`), `${PAGE}?lang=eu`);
});

test('links to other pages stay as they are', () => {
  for (const link of ['https://host.example/copy/eu/?lang=eu', 'https://other.example/embed/v1/directory/?lang=eu', `${PAGE}?country=CO`]) {
    assert.equal(inLanguageOf(link, `${PAGE}?lang=es&search=x`), link);
  }
});
