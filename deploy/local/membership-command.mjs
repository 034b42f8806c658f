// Runs a command of membership beside the running stack of this checkout, as the service's own role.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, fail, prepare, root, run } from './prepare.mjs';

export async function runMembershipCommand(name, args = []) {
  checkNode();
  const [stackFile, secretsFile] = ['stack.json', 'secrets.json'].map((file) =>
    join(root, '.gongxiang', file),
  );
  if (!existsSync(stackFile)) {
    fail('No stack of this checkout is running: run npm start first.');
  }
  await prepare({ withPage: false });
  const secrets = JSON.parse(readFileSync(secretsFile, 'utf8'));
  const url = new URL(JSON.parse(readFileSync(stackFile, 'utf8')).postgresUrl);
  [url.username, url.password] = ['membership', secrets.databasePasswords.membership];
  const entry = join(root, `services/membership/dist/${name}.js`);
  process.exit(
    await run(process.execPath, ['--enable-source-maps', entry, ...args], {
      DATA_KEY: secrets.dataKey,
      DATA_KEY_PREVIOUS: secrets.dataKeyPrevious ?? '',
      LOOKUP_KEY: secrets.lookupKey,
      ...process.env,
      DATABASE_URL: url.href,
    }),
  );
}
