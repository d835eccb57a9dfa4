/**
 * Builds the widgets into widgets/static/widgets/v1/.
 *
 *   npm run build                writes the files; those of earlier releases stay
 *   npm run build -- --check     writes nothing; exits 1 when the committed files differ
 *   npm run build -- --release   writes the files and records the files as those of this version, which keeps them
 *   npm run build -- --prune     drops releases whose time is over (see widget_releases.mjs), then writes the files
 *
 * Modules are built one after the other. A dynamic import of an earlier one stays an import of its built file, so a
 * page with a map and a directory downloads the directory once, and the map's first module comes in one request.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import * as esbuild from 'esbuild';
import { brokenSets, keptFiles, withoutExpired, withRelease } from './widget_releases.mjs';

const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const SOURCE = path.join(ROOT, 'widgets/src');
const OUTPUT = path.join(ROOT, 'widgets/static/widgets/v1');
const RELEASED = path.join(ROOT, 'widgets/data/released.json');

/** In the order of their dependence; a file without a hash in its name keeps its address for good. */
const MODULES = [
  { name: 'exit', entry: 'exit/exit.js', hashed: true },
  { name: 'names-eu', entry: 'shared/strings/eu-names.js', hashed: true },
  ...['ar', 'en', 'es', 'eu', 'fr'].map((lang) => (
    { name: `directory-${lang}`, entry: `directory/strings/${lang}.js`, hashed: true })),
  ...['ar', 'en', 'es', 'eu', 'fr'].map((lang) => (
    { name: `record-${lang}`, entry: `directory/record/strings/${lang}.js`, hashed: true })),
  { name: 'shortlist', entry: 'directory/shortlist/index.js', hashed: true },
  { name: 'record', entry: 'directory/record/index.js', hashed: true },
  { name: 'finder', entry: 'finder/index.js', hashed: true },
  { name: 'search', entry: 'shared/search.js', hashed: true },
  { name: 'state', entry: 'directory/state.js', hashed: true },
  { name: 'directory', entry: 'directory/index.js', hashed: true },
  { name: 'map-detail', entry: 'map/detail.js', hashed: true },
  { name: 'map-more', entry: 'map/more.js', hashed: true },
  { name: 'map', entry: 'map/map.js', hashed: true },
  { name: 'guidance', entry: 'guidance/index.js', hashed: true },
  { name: 'defenders', entry: 'defenders.js', hashed: false },
  { name: 'defenders-directory', entry: 'defenders-directory.js', hashed: false },
  { name: 'defenders-guidance', entry: 'defenders-guidance.js', hashed: false },
  { name: 'copy', entry: 'page/copy.js', hashed: true },
  { name: 'embed-page', entry: 'embed-page.js', hashed: false },
  { name: 'builder', entry: 'builder.js', hashed: false },
];

/** @param {string | Buffer} bytes */
const brotliSize = (bytes) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength;

/** Style sheets become minified text; the browser turns them into constructed sheets. */
const stylesAsText = {
  name: 'styles-as-text',
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { code } = await esbuild.transform(await readFile(file, 'utf8'), { loader: 'css', minify: true, charset: 'utf8' });
      return { contents: code.trim(), loader: 'text' };
    });
  },
};

/**
 * Points dynamic imports at files that are built already.
 * @param {Map<string, string>} built entry path: file name
 */
const builtModules = (built) => ({
  name: 'built-modules',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path: wanted, resolveDir }) => {
      const file = kind === 'dynamic-import' && built.get(path.resolve(resolveDir, wanted));
      return file ? { path: `./${file}`, external: true } : undefined;
    });
  },
});

/** @param {string} entry @param {Map<string, string>} built */
async function bundle(entry, built) {
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    absWorkingDir: ROOT,
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    plugins: [stylesAsText, builtModules(built)],
    loader: { '.json': 'json', '.txt': 'text' },
    logLevel: 'warning',
  });
  return Buffer.from(outputFiles[0].contents);
}

/** Tiles of the detailed base map: their names carry the version that map/cells.js knows, all have the same. @returns {Promise<[string, Buffer][]>} */
async function tiles() {
  const { INDEX } = await import('../widgets/src/basemap/tile-index.js');
  return Promise.all(INDEX.tiles.map(async (name) =>
    [`tile-${name}.${INDEX.version}.json`, await readFile(path.join(SOURCE, 'basemap/tiles', `${name}.json`))]));
}

/** @returns {Promise<Map<string, Buffer>>} file name: content */
async function buildAll() {
  const files = new Map(await tiles());
  const built = new Map();
  const manifest = {};
  for (const { name, entry, hashed } of MODULES) {
    const source = path.join(SOURCE, entry);
    const content = await bundle(source, built);
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
    const file = hashed ? `${name}.${hash}.js` : `${name}.js`;
    built.set(source, file);
    files.set(file, content);
    manifest[name] = {
      file,
      integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
      bytes: content.byteLength,
      brotli: brotliSize(content),
    };
  }
  files.set('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  return files;
}

/**
 * @param {Map<string, Buffer>} files
 * @param {import('./widget_releases.mjs').Release[]} released
 */
async function differences(files, released) {
  const present = existsSync(OUTPUT) ? await readdir(OUTPUT) : [];
  const kept = keptFiles(released);
  const found = present.filter((name) => !files.has(name) && !kept.has(name)).map((name) => `${name} is not built any more`);
  for (const [name, content] of files) {
    if (!present.includes(name)) found.push(`${name} is missing`);
    else if (!content.equals(await readFile(path.join(OUTPUT, name)))) found.push(`${name} differs`);
  }
  return [...found, ...brokenSets(released, await contents(present))];
}

/** @param {string[]} names @returns {Promise<Map<string, Buffer>>} what lies in the folder */
async function contents(names) {
  const files = new Map();
  for (const name of names) files.set(name, await readFile(path.join(OUTPUT, name)));
  return files;
}

/**
 * Writes what is built and deletes what is neither built nor kept.
 * @param {Map<string, Buffer>} files
 * @param {Set<string>} kept
 */
async function write(files, kept) {
  await mkdir(OUTPUT, { recursive: true });
  for (const name of await readdir(OUTPUT)) {
    if (!files.has(name) && !kept.has(name)) await rm(path.join(OUTPUT, name), { recursive: true });
  }
  for (const [name, content] of files) await writeFile(path.join(OUTPUT, name), content);
}

/** @returns {Promise<import('./widget_releases.mjs').Release[]>} */
const readReleased = async () => JSON.parse(await readFile(RELEASED, 'utf8'));

/** @param {string[]} options @param {Map<string, Buffer>} files */
async function releasedAfter(options, files) {
  const released = await readReleased();
  const today = new Date().toISOString().slice(0, 10);
  if (options.includes('--prune')) return withoutExpired(released, today);
  if (!options.includes('--release')) return released;
  const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  return withRelease(released, version, today, files, JSON.parse(String(files.get('manifest.json'))));
}

const options = process.argv.slice(2);
const files = await buildAll();
if (options.includes('--check')) {
  const found = await differences(files, await readReleased());
  if (found.length > 0) {
    console.error(`The built widgets are not those of their sources (${found.join('; ')}): run npm run build and commit.`);
    process.exitCode = 1;
  }
} else {
  const released = await releasedAfter(options, files);
  await write(files, keptFiles(released));
  await writeFile(RELEASED, `${JSON.stringify(released, null, 2)}\n`);
  for (const [name, content] of files)
    if (name.endsWith('.js')) console.log(`${name}  ${content.byteLength} bytes, ${brotliSize(content)} with brotli`);
}
