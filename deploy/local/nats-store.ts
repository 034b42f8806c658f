import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { withStoreSize } from '../nats/store-size.js';
import { platformAccount } from '../nats/users.js';
import type { Secrets } from './secrets.js';
import { natsPasswordVariable } from './services.js';

/** Where nats-server keeps the streams of a server without accounts. */
const withoutAccounts = '$G';

/** A store of an earlier release lies under no account: its files move to where they are looked for. The server is stopped. */
export function adoptEarlierStore(storeDirectory: string): void {
  const streams = join(storeDirectory, 'jetstream');
  const [from, to] = [join(streams, withoutAccounts), join(streams, platformAccount)] as const;
  if (existsSync(from) && !existsSync(to)) renameSync(from, to);
}

/** What the variables of nats.conf stand for. */
export function natsEnvironmentOf(
  secrets: Secrets,
  environment: NodeJS.ProcessEnv = {},
): Record<string, string> {
  const passwords = Object.entries(secrets.natsPasswords).map(
    ([user, password]) => [natsPasswordVariable(user), password] as const,
  );
  const { NATS_MAX_FILE_STORE } = withStoreSize(environment);
  return { ...Object.fromEntries(passwords), NATS_MAX_FILE_STORE };
}
