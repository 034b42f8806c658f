// npm run demo: walks the whole chain against a running stack, or any gateway with --url.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, fail, prepare, root, run } from './prepare.mjs';

checkNode();
const args = process.argv.slice(2);
const env = { ...process.env };
const stackFile = join(root, '.gongxiang/stack.json');
const hasUrl = args.some((arg) => arg === '--url' || arg.startsWith('--url='));
if (!hasUrl) {
  if (!existsSync(stackFile)) {
    fail('No stack of this checkout is running: run npm start first, or give a gateway with --url http://….');
  }
  args.push('--url', JSON.parse(readFileSync(stackFile, 'utf8')).gatewayUrl);
  env.OPERATOR_PASSWORD ??= JSON.parse(
    readFileSync(join(root, '.gongxiang/secrets.json'), 'utf8'),
  ).operatorPassword;
}
await prepare({ withPage: false, isQuiet: args.includes('--json') });
process.exit(
  await run(process.execPath, ['--enable-source-maps', join(root, 'deploy/dist/demo/main.js'), ...args], env),
);
