import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { safeHref } from '../../../widgets/src/shared/links.js';
import { decodeEntities, parseHtml } from '../../../widgets/src/shared/safe-html.js';

/** Readable form of a tree: tags in brackets, text as it is. */
const show = (branch) => (typeof branch === 'string' ? branch
  : `${branch.tag && `[${branch.tag}${branch.href && ` ${branch.href}`}]`}${branch.children.map(show).join('')}${branch.tag && `[/${branch.tag}]`}`);
const parse = (html) => show(parseHtml(html));

describe('rich text', () => {
  test('keeps what editors write', () => {
    assert.equal(parse('<p>Uno <b>dos</b><br>tres</p><ul><li>a</li><li>b</li></ul><h3>T</h3>'),
      '[p]Uno [b]dos[/b][br][/br]tres[/p][ul][li]a[/li][li]b[/li][/ul][h3]T[/h3]');
  });
  test('keeps safe links', () => {
    assert.equal(parse('<a href="https://example.org/?a=1&amp;b=2" onclick="x()">x</a>'), '[a https://example.org/?a=1&b=2]x[/a]');
    assert.equal(parse("<A TARGET=x HREF='mailto:a@example.org'>x</A>"), '[a mailto:a@example.org]x[/a]');
  });
  test('decodes entities once', () => {
    assert.equal(parse('a &amp; b &lt;i&gt; &#39;&#x27; &amp;lt; &nbsp;&unknown;'), "a & b <i> '' &lt; \u00a0&unknown;");
    assert.equal(decodeEntities('&#0;&#xd800;&#x110000;'), '\ufffd\ufffd\ufffd');
  });

  const hostile = [
    ['<script>alert(1)</script>x', 'x'],
    ['<SCRIPT src=//evil>alert(1)</SCRIPT >x', 'x'],
    ['<script>never closed', ''],
    ['<style>*{}</style><svg><a href="javascript:x">y</a></svg>x', 'x'],
    ['<img src=x onerror=alert(1)>x', 'x'],
    ['<p onclick="alert(1)" style="position:fixed">x</p>', '[p]x[/p]'],
    ['<a href="javascript:alert(1)">x</a>', '[a]x[/a]'],
    ['<a href=" &#x6a;avascript:alert(1)">x</a>', '[a]x[/a]'],
    ['<a href="java\nscript:alert(1)">x</a>', '[a]x[/a]'],
    ['<a href="data:text/html,<script>alert(1)</script>">x</a>', '[a]x[/a]'],
    ['<a href="/relative">x</a>', '[a]x[/a]'],
    ['<a data-href="https://example.org/">x</a>', '[a]x[/a]'],
    ['<!-- <b>hidden</b> -->x<!doctype html><?php ?>', 'x'],
    ['<!-- never closed <b>x', ''],
    ['</p></div>x</b>', 'x'],
    ['<b><i>x</b>y', '[b][i]x[/i][/b]y'],
    ['1 < 2 <3 and <>', '1 < 2 <3 and <>'],
    ['<p title="a>b">x</p>', '[p]x[/p]'],
    ['<constructor>x</constructor><__proto__>y', 'x<__proto__>y'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;', '<script>alert(1)</script>'],
  ];
  for (const [html, expected] of hostile) test(`${html} becomes harmless`, () => assert.equal(parse(html), expected));

  test('very deep nesting stays shallow', () => {
    let depth = 0;
    for (let at = parseHtml('<b>'.repeat(5000)); at && typeof at !== 'string'; [at] = at.children) depth += 1;
    assert.ok(depth < 25);
  });
  test('a long hostile text does not hang the page', () => {
    const start = performance.now();
    for (const piece of ['<', '<a ', '<a "', '<!--', '<!', '<a \'', '&#', "<a href='"]) parseHtml(piece.repeat(8000));
    assert.ok(performance.now() - start < 2000);
  });
});

describe('addresses', () => {
  for (const good of ['https://example.org/', 'http://example.org/', 'mailto:a@example.org', 'tel:+1202', 'sms:+1202', 'geo:4.6,-74.1']) {
    test(`${good} may be a link`, () => assert.equal(safeHref(good), good));
  }
  for (const bad of ['javascript:alert(1)', 'JAVASCRIPT:alert(1)', '\u0001javascript:x', 'vbscript:x', 'data:text/html,x', 'blob:x',
    'file:///etc/passwd', 'ftp://example.org', '//example.org', '/path', 'example.org', '', ' ', 'about:blank', 'https://']) {
    test(`${JSON.stringify(bad)} may not`, () => assert.equal(safeHref(bad), ''));
  }
});
