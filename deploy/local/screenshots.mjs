// npm run screenshots: takes the pictures of the README from a running stack with the demo network, or any gateway with --url.
import { join } from 'node:path';
import { checkNode, prepare, root, run, withGateway } from './prepare.mjs';

checkNode();
const args = withGateway(process.argv.slice(2));
await prepare({ withPage: false });
process.exit(
  await run(process.execPath, [
    '--enable-source-maps',
    join(root, 'deploy/dist/browser/screenshots.js'),
    ...args,
  ]),
);
