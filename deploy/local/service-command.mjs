// Runs a command of a service beside the running stack of this checkout, as the service's own role.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode, fail, prepare, root, run } from './prepare.mjs';

/** What the keys that a service knows as DATA_KEY and DATA_KEY_PREVIOUS are called in `secrets.json`, and before them in the environment. */
const dataKeys = {
  membership: { key: 'dataKey', previous: 'dataKeyPrevious', prefix: '' },
  sharing: { key: 'sharingDataKey', previous: 'sharingDataKeyPrevious', prefix: 'SHARING_' },
};

/** @returns the exit code */
export async function runServiceCommand(service, name, args = []) {
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
  [url.username, url.password] = [service, secrets.databasePasswords[service]];
  const entry = join(root, `services/${service}/dist/${name}.js`);
  const { key, previous, prefix } = dataKeys[service];
  return run(process.execPath, ['--enable-source-maps', entry, ...args], {
    LOOKUP_KEY: secrets.lookupKey,
    TEXT_PUBLIC_KEY: secrets.textPublicKey,
    ...process.env,
    DATA_KEY: process.env[`${prefix}DATA_KEY`] ?? secrets[key],
    DATA_KEY_PREVIOUS: process.env[`${prefix}DATA_KEY_PREVIOUS`] ?? secrets[previous] ?? '',
    DATABASE_URL: url.href,
  });
}
