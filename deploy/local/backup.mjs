// npm run backup -- --to <directory>: copies the running stack of this checkout while it works.
import { checkNode, prepare, root } from './prepare.mjs';

checkNode();
await prepare({ withPage: false });
const { main } = await import('../dist/local/backup-command.js');
process.exit(await main({ root, args: process.argv.slice(2) }));
