import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { backUpServer } from './base-backup.js';
import { machine, type Manifest, SECRETS, writeManifest } from './backup-manifest.js';
import { backUpFiles } from './file-snapshots.js';
import type { Paths } from './paths.js';
import type { Progress } from './progress.js';
import { type Content, copyFile, toDisk } from './tree-copy.js';

/** A platform that runs on a PostgreSQL and a NATS of this machine. */
export interface BackupSource {
  /** The administrator's, of the platform's database. */
  readonly postgresUrl: string;
  /** The administrator's. */
  readonly natsUrl: string;
  readonly paths: Pick<Paths, 'root' | 'data' | 'secrets'>;
}

type Taken = Pick<Manifest, 'versions' | 'directories' | 'files'>;

/**
 * Copies a running platform. The files come after the database, so that every file which the database names is there.
 * What fails leaves nothing behind.
 *
 * @param target a directory that is empty or not there
 * @throws Error with one sentence
 */
export async function takeBackup(
  source: BackupSource,
  target: string,
  progress: Progress,
): Promise<Manifest> {
  const backup = makeTarget(target, source.paths.data);
  try {
    const taken = await copyAll(source, backup, progress);
    const manifest: Manifest = {
      format: 1,
      takenAt: new Date().toISOString(),
      database: new URL(source.postgresUrl).pathname.slice(1),
      ...taken,
    };
    // The manifest says that all the rest is there.
    await toDisk(backup);
    writeManifest(backup, manifest);
    return manifest;
  } catch (error) {
    rmSync(backup, { recursive: true, force: true });
    throw error;
  }
}

async function copyAll(source: BackupSource, backup: string, progress: Progress): Promise<Taken> {
  const { paths } = source;
  for (const name of ['postgres', 'nats', 'marks']) {
    mkdirSync(join(backup, name), { mode: 0o700 });
  }
  const server = await backUpServer(source.postgresUrl, join(backup, 'postgres'), progress);
  const stored = await backUpFiles(source.natsUrl, join(backup, 'nats'), progress);
  const small: Record<string, Content> = {};
  for (const [from, name] of [...marksIn(paths.data), [paths.secrets, SECRETS] as const]) {
    const content = await copyFile(from, join(backup, name));
    if (content === null) throw new Error(`${from} is gone: without it the backup cannot be opened.`);
    small[name] = content;
  }
  return {
    versions: {
      gongxiang: releaseOf(paths.root),
      node: process.versions.node,
      postgres: server.version,
      nats: stored.version,
      platform: machine,
    },
    directories: ['postgres', ...under('postgres', server.directories), 'nats', 'marks'],
    files: { ...prefixed('postgres', server.files), ...prefixed('nats', stored.files), ...small },
  };
}

/** What the launcher notes beside the data, e.g. that the demo network is there. */
function marksIn(data: string): (readonly [from: string, name: string])[] {
  const entries = existsSync(data) ? readdirSync(data, { withFileTypes: true }) : [];
  return entries
    .filter((entry) => entry.isFile())
    .map(({ name }) => [join(data, name), `marks/${name}`] as const);
}

/** @returns its real path */
function makeTarget(target: string, data: string): string {
  const path = resolve(target);
  if (existsSync(path) && readdirSync(path).length > 0) {
    throw new Error(`${path} is not empty: name a directory that is empty or not there yet.`);
  }
  mkdirSync(dirname(path), { recursive: true });
  const real = join(realpathSync(dirname(path)), basename(path));
  if (existsSync(data) && `${real}${sep}`.startsWith(`${realpathSync(data)}${sep}`)) {
    throw new Error(`${path} lies among the data themselves: name a directory on another disk.`);
  }
  mkdirSync(real, { recursive: true, mode: 0o700 });
  return real;
}

function releaseOf(root: string): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version?: string };
  return manifest.version ?? 'unknown';
}

function under(directory: string, names: readonly string[]): string[] {
  return names.map((name) => `${directory}/${name}`);
}

function prefixed(directory: string, files: Readonly<Record<string, Content>>): Record<string, Content> {
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [`${directory}/${name}`, content]),
  );
}
