import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  dataDirectoryFor,
  makePrivateDirectory,
  postgresUser,
  removePostgresData,
  startNats,
  startPostgres,
} from '@gongxiang/testing/servers';
import pg from 'pg';
import { forEachLimit } from '../demo/tools/world.js';
import { platformAccount } from '../nats/users.js';
import { type Manifest, readManifest, SECRETS, sizeOf, verifyBackup } from './backup-manifest.js';
import { putBack } from './file-snapshots.js';
import { changePlaces, type Move } from './move-aside.js';
import type { Paths } from './paths.js';
import type { Progress } from './progress.js';
import { loadSecrets } from './secrets.js';
import { DATABASE_SERVICES } from './services.js';
import { copyFile, CopyProgress, filesAtOnce, requireRoom, toDisk } from './tree-copy.js';

export interface RestoreRequest {
  /** The directory of the backup. */
  readonly from: string;
  /** Where its `secrets.json` lies, if it was taken out of it. */
  readonly secretsFile?: string;
  readonly paths: Paths;
  readonly progress: Progress;
  /** Told of every process that starts, with what its command line is known by. */
  readonly onStarted?: (name: string, pid: number, mark: string) => void;
}

export interface Restored {
  readonly manifest: Manifest;
  /** What was there before, and where it is now. */
  readonly movedAside: readonly Move[];
}

/** A backup on its way to be the data: nothing that is in use is touched before it is whole. */
interface Draft {
  readonly request: RestoreRequest;
  readonly manifest: Manifest;
  readonly backup: string;
  readonly secretsFile: string;
  /** What will be the directory of the data. */
  readonly home: string;
  /** What will be the file of the secrets. */
  readonly secrets: string;
  readonly postgres: string;
  readonly nats: string;
}

/**
 * Makes a backup the data of a checkout whose stack is stopped. First every file of it is compared with the manifest;
 * then the databases are brought to one moment and opened once, beside the present data; only then those move aside.
 *
 * @throws Error with one sentence; the present data are as they were
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const { paths, progress } = request;
  const backup = resolve(request.from);
  const manifest = readManifest(backup);
  const secretsFile = resolve(request.secretsFile ?? join(backup, SECRETS));
  await verifyBackup(backup, manifest, secretsFile, progress);
  progress.say(`Every file is as it was backed up at ${manifest.takenAt}`);
  mkdirSync(paths.home, { recursive: true });
  requireRoom(paths.home, sizeOf(manifest));
  const home = join(paths.home, 'restoring');
  const [postgres, nats] = [join(home, 'postgres'), join(home, 'nats')] as const;
  const secrets = `${paths.secrets}.restoring`;
  const draft: Draft = { request, manifest, backup, secretsFile, home, secrets, postgres, nats };
  removeDraft(draft);
  try {
    await take(secretsFile, secrets);
    await copyDatabase(draft);
    await openDatabase(draft);
    await putFilesBack(draft);
    for (const name of namesUnder(manifest, 'marks')) {
      await take(join(backup, 'marks', name), join(home, name));
    }
    for (const place of [home, dataDirectoryFor(postgres)]) await toDisk(place);
    const movedAside = changePlaces(draft, paths);
    return { manifest, movedAside };
  } finally {
    removeDraft(draft);
  }
}

async function copyDatabase({ request, manifest, backup, postgres }: Draft): Promise<void> {
  const user = postgresUser();
  const data = dataDirectoryFor(postgres);
  const directories = manifest.directories.filter((name) => name.startsWith('postgres/'));
  for (const name of ['', ...directories.map((path) => path.slice('postgres/'.length))]) {
    makePrivateDirectory(join(data, name), user);
  }
  const names = namesUnder(manifest, 'postgres');
  const total = names.reduce((sum, name) => sum + (manifest.files[`postgres/${name}`]?.size ?? 0), 0);
  const told = new CopyProgress('PostgreSQL', total, request.progress);
  await forEachLimit(names, filesAtOnce, async (name) => {
    const to = join(data, name);
    told.add(await take(join(backup, 'postgres', name), to));
    if (user !== undefined) chownSync(to, user.uid, user.gid);
  });
}

/**
 * Lets PostgreSQL bring the copy to the moment at which the backup ended, and marks every event as not told yet: the
 * streams begin anew, and whoever has heard an event skips it.
 */
async function openDatabase({ request, manifest, secrets, postgres }: Draft): Promise<void> {
  const server = await startPostgres({
    dataDirectory: postgres,
    superuserPassword: loadSecrets(secrets).postgresSuperuser,
  });
  request.onStarted?.('postgres', server.pid, dataDirectoryFor(postgres));
  try {
    const url = new URL(server.url);
    url.pathname = `/${manifest.database}`;
    const count = await forgetTelling(url.href);
    request.progress.say(
      `PostgreSQL: recovered as of ${manifest.takenAt}; ${count} events will be told once more`,
    );
  } finally {
    await server.stop();
  }
}

async function forgetTelling(adminUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    let count = 0;
    for (const service of DATABASE_SERVICES) {
      const { rowCount } = await client.query(
        `update ${service}.outbox set published_at = null where published_at is not null`,
      );
      count += rowCount ?? 0;
    }
    // A stop is given ten seconds, and writes what this has written already.
    await client.query('checkpoint');
    return count;
  } finally {
    await client.end();
  }
}

async function putFilesBack({ request, manifest, backup, nats }: Draft): Promise<void> {
  const password = `k${randomBytes(24).toString('hex')}`;
  const server = await startNats({
    storeDirectory: nats,
    // As much as there is: what comes back brings bounds, which JetStream reserves, and is bounded anew at the next start.
    config: `jetstream { max_file_store: 1024TB }\naccounts { ${platformAccount} { jetstream: enabled, users: [{ user: restore, password: ${password} }] } }\n`,
  });
  request.onStarted?.('nats', server.pid, nats);
  try {
    const url = new URL(server.url);
    [url.username, url.password] = ['restore', password];
    for (const file of namesUnder(manifest, 'nats').filter((name) => name.endsWith('.json'))) {
      const stream = file.slice(0, -'.json'.length);
      const description = readFileSync(join(backup, 'nats', file), 'utf8');
      await putBack(url.href, stream, description, join(backup, 'nats', `${stream}.snapshot`));
      request.progress.say(`NATS: ${stream}`);
    }
  } finally {
    await server.stop();
    rmSync(join(nats, 'nats.conf'), { force: true });
  }
}

function removeDraft({ home, secrets, postgres }: Draft): void {
  removePostgresData(postgres);
  rmSync(home, { recursive: true, force: true });
  rmSync(secrets, { force: true });
}

function namesUnder(manifest: Manifest, place: string): string[] {
  return Object.keys(manifest.files)
    .filter((name) => name.startsWith(`${place}/`))
    .map((name) => name.slice(place.length + 1));
}

/** @returns how many bytes it has */
async function take(from: string, to: string): Promise<number> {
  const content = await copyFile(from, to);
  if (content === null) throw new Error(`${from} has gone while it was read: restore again.`);
  return content.size;
}
