/**
 * Writes what MDN's HTTP Observatory says of one address, as JSON: {status, verified, grade, score, tests: [{name, result,
 * pass, modifier}]}. `verified` is whether the certificate was believed.
 *
 *     node scan.js <host> <http port> <https port> <path>
 *
 * Its own `scan` looks at the ports of the web alone. The same steps as there: retrieve, ask all its tests, add up. It runs
 * offline: the list of hosts for which browsers insist on https is not shipped with it, so nobody here is on that list, which
 * earns no points.
 */
import { existsSync, writeFileSync } from 'node:fs';

const OBSERVATORY = '@mdn/mdn-http-observatory/src';
const PRELOADED = new URL('../conf/hsts-preload.json', import.meta.resolve('@mdn/mdn-http-observatory'));
if (!existsSync(PRELOADED)) writeFileSync(PRELOADED, '{}');

const { retrieve } = await import(`${OBSERVATORY}/retriever/retriever.js`);
const { ALL_TESTS } = await import(`${OBSERVATORY}/constants.js`);
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await import(`${OBSERVATORY}/grader/charts.js`);
const { getGradeForScore, getScoreModifier } = await import(`${OBSERVATORY}/grader/grader.js`);

const [host, httpPort, httpsPort, path] = process.argv.slice(2);
const found = await retrieve(host, { httpPort: Number(httpPort), httpsPort: Number(httpsPort), path });
const { status } = found.responses.auto;

const tests = ALL_TESTS.map((test) => {
  const { result, pass, constructor } = test(found);
  return { name: constructor.name, result, pass, modifier: getScoreModifier(result) };
});
const lost = tests.reduce((sum, { modifier }) => sum + Math.min(modifier, 0), 100);
const all = tests.reduce((sum, { modifier }) => sum + modifier, 100);
const { score, grade } = getGradeForScore(lost >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? all : lost);
const { verified } = found.responses.auto;
console.log(JSON.stringify({ status, verified, grade, score, tests }));
