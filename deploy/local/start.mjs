// npm start and npm run dev: from a clone to a running platform.
import { checkNode, prepare, root } from './prepare.mjs';

checkNode();
await prepare();

// Whoever read our output may be gone; the platform goes on.
process.stdout.on('error', () => undefined);
const { main } = await import('../dist/local/launcher.js');
process.exit(await main({ root, args: process.argv.slice(2), environment: process.env }));
