// node deploy/local/reseal.mjs: seals personal values of the running stack under its present key, when that was changed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, fail, prepare, root, run } from './prepare.mjs';

checkNode();
const [stackFile, secretsFile] = ['stack.json', 'secrets.json'].map((name) => join(root, '.gongxiang', name));
if (!existsSync(stackFile)) {
  fail('No stack of this checkout is running: run npm start first.');
}
await prepare({ withPage: false });
const secrets = JSON.parse(readFileSync(secretsFile, 'utf8'));
const url = new URL(JSON.parse(readFileSync(stackFile, 'utf8')).postgresUrl);
[url.username, url.password] = ['membership', secrets.databasePasswords.membership];
const entry = join(root, 'services/membership/dist/reseal.js');
process.exit(
  await run(process.execPath, ['--enable-source-maps', entry], {
    DATA_KEY: secrets.dataKey,
    DATA_KEY_PREVIOUS: secrets.dataKeyPrevious ?? '',
    ...process.env,
    DATABASE_URL: url.href,
  }),
);
