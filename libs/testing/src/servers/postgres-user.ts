import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, resolve } from 'node:path';

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/**
 * The user that PostgreSQL runs as: undefined (ourselves) for an ordinary user; for root, whom PostgreSQL refuses,
 * `postgres` where the system has it, else `nobody`.
 */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map(parseUser);
  const user =
    users.find((candidate) => candidate?.name === 'postgres') ??
    users.find((candidate) => candidate?.name === 'nobody');
  if (user === undefined) {
    throw new Error(
      'PostgreSQL refuses to run as root, and /etc/passwd has neither postgres nor nobody: add one of them.',
    );
  }
  return user;
}

/** Whether the user may pass through every directory above the path; always true for ourselves (undefined). */
export function canReach(path: string, user: SystemUser | undefined): boolean {
  if (user === undefined) {
    return true;
  }
  let directory = dirname(resolve(path));
  for (;;) {
    if (!mayEnter(directory, user)) {
      return false;
    }
    if (directory === dirname(directory)) {
      return true;
    }
    directory = dirname(directory);
  }
}

/**
 * A directory for things that the user must reach, outside of any private home; only root needs one. It is ours alone:
 * a directory that somebody else prepared under this name is refused. Not below /tmp or /var/tmp where it can be
 * avoided, as systems empty those of files that were not touched for a while.
 */
export function sharedDirectory(name: string): string {
  const path = resolve(['/var/lib', '/var/tmp'].find(mayBeUsed) ?? tmpdir(), name);
  mkdirSync(path, { recursive: true, mode: 0o755 });
  const stat = lstatSync(path);
  if (!stat.isDirectory() || stat.uid !== process.getuid?.() || (stat.mode & 0o022) !== 0) {
    throw new Error(
      `${path} belongs to somebody else or can be written by others: remove it and start again.`,
    );
  }
  chmodSync(path, 0o755);
  return path;
}

/** Makes a directory that only the user (or ourselves) may enter. */
export function makePrivateDirectory(path: string, user: SystemUser | undefined): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (user !== undefined) {
    chownSync(path, user.uid, user.gid);
  }
}

function mayEnter(directory: string, user: SystemUser): boolean {
  try {
    const stat = statSync(directory);
    const shift = stat.uid === user.uid ? 6 : stat.gid === user.gid ? 3 : 0;
    return ((stat.mode >> shift) & 0o1) === 1;
  } catch (error) {
    // A directory that does not exist yet will be made by us, open to the user.
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

function mayBeUsed(path: string): boolean {
  try {
    accessSync(path, constants.W_OK | constants.X_OK);
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function parseUser(line: string): SystemUser | undefined {
  const [name, , uid, gid] = line.split(':');
  return name === undefined || uid === undefined || gid === undefined
    ? undefined
    : { name, uid: Number(uid), gid: Number(gid) };
}
