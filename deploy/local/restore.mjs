// npm run restore -- --from <directory>: makes a backup the data of this checkout; what is there is moved aside.
import { checkNode, prepare, root } from './prepare.mjs';

checkNode();
await prepare({ withPage: false });
const { main } = await import('../dist/local/restore-command.js');
process.exit(await main({ root, args: process.argv.slice(2) }));
