// npm run bench [-- reads]: how many sign-ups, or lists and single activities, a second, beside a bare baseline in the same
// run (deploy/bench/README.md).
import { join } from 'node:path';
import { checkNode, prepare, root, run } from './prepare.mjs';

checkNode();
await prepare({ withPage: false });
const given = process.argv.slice(2);
const what = given[0] === 'reads' ? given.shift() : 'main';
const entry = join(root, `deploy/dist/bench/${what}.js`);
process.exit(await run(process.execPath, ['--enable-source-maps', entry, ...given]));
