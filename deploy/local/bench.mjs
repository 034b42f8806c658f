// npm run bench [-- announce | reads | bookings | census | events | growth | ledger | matching | netting | ranking | recovery | roster | search | search-all | statement | survey | weights | --kill]: how fast sign-ups are, or lists and single activities, or events, or
// sign-ups where many have signed up before or something dies, beside a baseline in the same run (deploy/bench/README.md).
import { join } from 'node:path';
import { checkNode, prepare, root, run } from './prepare.mjs';

const entries = {
  announce: 'announce/main',
  bookings: 'bookings',
  census: 'census',
  ledger: 'ledger/main',
  matching: 'matching/main',
  netting: 'netting/main',
  ranking: 'ranking/main',
  reads: 'reads',
  roster: 'roster/main',
  events: 'events/main',
  growth: 'growth',
  recovery: 'recovery',
  search: 'search',
  'search-all': 'search-all',
  statement: 'statement/main',
  weights: 'weights/main',
  survey: 'survey/main',
};

checkNode();
await prepare({ withPage: false });
const given = process.argv.slice(2);
const entry = join(root, `deploy/dist/bench/${entryOf(given)}.js`);
process.exit(await run(process.execPath, ['--enable-source-maps', entry, ...given]));

/** Takes the word that chooses out of what is given; without one, `--kill` alone is a death of sharing in a rush. */
function entryOf(given) {
  if (Object.hasOwn(entries, given[0])) return entries[given.shift()];
  const kill = given.findIndex((word) => word === '--kill' || word.startsWith('--kill='));
  if (kill === -1) return 'main';
  const isAlone = given[kill] === '--kill' && (given[kill + 1] ?? '--').startsWith('--');
  if (isAlone) given[kill] = '--kill=sharing';
  return 'kill';
}
