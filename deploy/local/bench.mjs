// npm run bench: how many sign-ups a second, beside a bare baseline in the same run (deploy/bench/README.md).
import { join } from 'node:path';
import { checkNode, prepare, root, run } from './prepare.mjs';

checkNode();
await prepare({ withPage: false });
const entry = join(root, 'deploy/dist/bench/main.js');
process.exit(await run(process.execPath, ['--enable-source-maps', entry, ...process.argv.slice(2)]));
