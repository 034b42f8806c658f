import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { platformAccount } from '../nats/users.js';

/** Where nats-server keeps the streams of a server without accounts. */
const withoutAccounts = '$G';

/** A store of an earlier release lies under no account: its files move to where they are looked for. The server is stopped. */
export function adoptEarlierStore(storeDirectory: string): void {
  const streams = join(storeDirectory, 'jetstream');
  const [from, to] = [join(streams, withoutAccounts), join(streams, platformAccount)] as const;
  if (existsSync(from) && !existsSync(to)) renameSync(from, to);
}
