// npm run demo: walks the whole chain against a running stack, or any gateway with --url.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, prepare, root, run, withGateway } from './prepare.mjs';

checkNode();
const given = process.argv.slice(2);
const args = withGateway(given);
const env = { ...process.env };
if (args !== given) {
  env.OPERATOR_PASSWORD ??= JSON.parse(
    readFileSync(join(root, '.gongxiang/secrets.json'), 'utf8'),
  ).operatorPassword;
  // With a provider no code comes to this machine, and none may be asked for: the phones of the demo are made up.
  if (!env.SMS_PROVIDER) env.MAILBOX_DIRECTORY ??= join(root, '.gongxiang/mailbox');
}
await prepare({ withPage: false, isQuiet: args.includes('--json') });
process.exit(
  await run(process.execPath, ['--enable-source-maps', join(root, 'deploy/dist/demo/main.js'), ...args], env),
);
