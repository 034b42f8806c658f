import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { postgresMajor } from '@gongxiang/testing/servers';
import { forEachLimit } from '../demo/tools/world.js';
import type { Progress } from './progress.js';
import { type Content, contentOf, CopyProgress, filesAtOnce } from './tree-copy.js';

/** What a backup consists of. It is written last: a backup without one was not finished. */
export interface Manifest {
  readonly format: 1;
  readonly takenAt: string;
  /** Which versions made it: PostgreSQL's data open on the same kind of machine and major version alone. */
  readonly versions: Readonly<Record<'gongxiang' | 'node' | 'postgres' | 'nats' | 'platform', string>>;
  /** The name of the platform's database. */
  readonly database: string;
  /** Also those that hold nothing, which PostgreSQL needs and some archives leave out. */
  readonly directories: readonly string[];
  /** By their path in the backup, with slashes. */
  readonly files: Readonly<Record<string, Content>>;
}

const NAME = 'manifest.json';
/** The kind of this machine. */
export const machine = `${process.platform}-${process.arch}`;
export const SECRETS = 'secrets.json';
/** What may be in a backup: nothing is ever written anywhere else. */
const allowed = /^(secrets\.json|(postgres|nats|marks)(\/[^/\\]+)*)$/;

export function writeManifest(backup: string, manifest: Manifest): void {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  writeFileSync(join(backup, NAME), text, { mode: 0o600, flag: 'wx', flush: true });
}

/** @throws Error with one sentence when there is none, or none that this release and machine can open */
export function readManifest(backup: string): Manifest {
  const path = join(backup, NAME);
  if (!existsSync(path)) {
    throw new Error(
      `${backup} has no ${NAME}: it is no backup, or one that was not finished; name another directory.`,
    );
  }
  const manifest = parse(path);
  const { format, versions, directories, files } = manifest;
  if (format !== 1 || versions === undefined || directories === undefined || files === undefined) {
    throw new Error(`${path} is not what a backup of this release has: take another backup.`);
  }
  const strange = [...directories, ...Object.keys(files)].find(
    (name) => !allowed.test(name) || name.split('/').includes('..'),
  );
  if (strange !== undefined) {
    throw new Error(`${path} names ${strange}, which is no place of a backup: take another backup.`);
  }
  requireSameKind(manifest as Manifest, backup);
  return manifest as Manifest;
}

function requireSameKind({ versions }: Manifest, backup: string): void {
  const here = { platform: machine, postgres: postgresMajor() };
  const there = { platform: versions.platform, postgres: versions.postgres.split('.')[0] };
  if (there.platform !== here.platform || there.postgres !== here.postgres) {
    throw new Error(
      `${backup} is of PostgreSQL ${there.postgres} on ${there.platform}, and here is ${here.postgres} on ${here.platform}: ` +
        'restore it on a machine of its kind, and move by pg_dump.',
    );
  }
}

/**
 * Reads every file of a backup and compares it with the manifest.
 *
 * @param secretsFile where `secrets.json` lies, if it was taken out of the backup
 * @throws Error with one sentence that names the first file that is missing or was changed
 */
export async function verifyBackup(
  backup: string,
  manifest: Manifest,
  secretsFile: string,
  progress: Progress,
): Promise<void> {
  const names = Object.keys(manifest.files).sort();
  const read = new CopyProgress('Checked', sizeOf(manifest), progress);
  const problems: string[] = [];
  await forEachLimit(names, filesAtOnce, async (name) => {
    const path = name === SECRETS ? secretsFile : join(backup, name);
    const found = await contentOf(path);
    const expected = manifest.files[name];
    if (found === null) {
      problems.push(missing(name, path));
    } else if (found.sha256 !== expected?.sha256) {
      problems.push(`${path} is not what was backed up: it was damaged or changed; take another backup.`);
    }
    read.add(found?.size ?? 0);
  });
  const [first] = problems.sort();
  if (first !== undefined) {
    throw new Error(first);
  }
}

export function sizeOf(manifest: Manifest): number {
  return Object.values(manifest.files).reduce((sum, { size }) => sum + size, 0);
}

function missing(name: string, path: string): string {
  return name === SECRETS
    ? `${path} is missing: say where you keep the secrets of this backup with --secrets <file>.`
    : `${path} is missing from the backup: take another backup.`;
}

function parse(path: string): Partial<Manifest> {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest> | null) ?? {};
  } catch {
    throw new Error(`${path} is not JSON: it was damaged; take another backup.`);
  }
}
