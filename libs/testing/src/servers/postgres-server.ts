import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from './ports.js';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.js';
import {
  canReach,
  makePrivateDirectory,
  postgresUser,
  sharedDirectory,
  type SystemUser,
} from './postgres-user.js';
import { commandLineOf, type RunningProcess, signalProcess, startProcess, waitUntilGone } from './process.js';

export interface PostgresOptions {
  /**
   * It persists between starts. If root may enter it but PostgreSQL's user may not, the data is elsewhere: see
   * `dataDirectoryFor`.
   */
  readonly dataDirectory: string;
  /** A free one is found when it is not given. */
  readonly port?: number;
  /** Fixed when the data directory is created; random by default, which suits a directory that is created again. */
  readonly superuserPassword?: string;
  /** Settings of postgresql.conf for this start. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly logFile?: string;
  /** For tests only: a crash of the machine may lose what was committed. */
  readonly fast?: boolean;
  /**
   * Its URL names a socket in the data directory, where the operating system has such; a statement costs half as much
   * processor as over the loopback address, at which it listens as well.
   */
  readonly bySocket?: boolean;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly exited: Promise<unknown>;
  stop(): Promise<void>;
  kill(): void;
}

const run = promisify(execFile);
const READY_TIMEOUT_MS = 120_000;
const LEFTOVER_TIMEOUT_MS = 15_000;
const PORT_ATTEMPTS = 3;
const SUPERUSER = 'postgres';
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
/** Of a socket's path; systems differ between 104 and 108. */
const SOCKET_PATH_CHARS_MAX = 100;
const DEFAULTS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A broken constraint is logged by its name, not with the row: `Key (account)=(…)` is somebody's.
  log_error_verbosity: 'terse',
};

/**
 * Starts PostgreSQL 18 on the loopback address, makes its data directory at the first start, and waits until it answers.
 * A server that a killed parent left on the same data is stopped first.
 *
 * @returns the superuser's URL of the database `postgres`, and the means to stop it
 * @throws Error with one sentence and, when the server itself complained, its last lines
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningServer> {
  const user = postgresUser();
  const binaries = findPostgresBinaries(user);
  const data = dataDirectoryFor(options.dataDirectory);
  const password = options.superuserPassword ?? randomBytes(18).toString('base64url');
  await stopLeftover(data);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    await initialise(binaries, data, password, user);
  } else if (options.superuserPassword === undefined) {
    throw new Error(`${data} holds a database already: its superuser's password must be given.`);
  }
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const server = await launch(binaries, data, port, { ...options, user });
    const problem = await waitUntilReady(server, port, password);
    if (problem === undefined) {
      return asServer(server, port, password, socketDirectoryOf(data, options));
    }
    await server.stop();
    const isPortLost = options.port === undefined && /Address already in use/.test(problem);
    if (!isPortLost || attempt >= PORT_ATTEMPTS) {
      throw new Error(problem);
    }
  }
}

/**
 * Where the data really lies: the directory itself, or, when root's private directory above it keeps PostgreSQL's user
 * out, a directory under /var/lib that is named after it. A file LOCATION in the directory then says where.
 */
export function dataDirectoryFor(directory: string): string {
  const path = resolve(directory);
  mkdirSync(dirname(path), { recursive: true });
  if (canReach(path, postgresUser())) {
    return path;
  }
  const hash = createHash('sha256').update(path).digest('hex').slice(0, 12);
  const elsewhere = join(sharedDirectory(`gongxiang-data-${hash}`), basename(path));
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'LOCATION'), `${elsewhere}\n`);
  return elsewhere;
}

/** Removes the data of a stopped server, wherever they lie. */
export function removePostgresData(directory: string): void {
  const path = resolve(directory);
  const data = dataDirectoryFor(path);
  rmSync(data, { recursive: true, force: true });
  rmSync(path, { recursive: true, force: true });
  if (data !== path) {
    rmSync(dirname(data), { recursive: true, force: true });
  }
}

/** Takes seconds, in which this process must not stand still: it may be waiting for other servers. */
async function initialise(
  binaries: PostgresBinaries,
  data: string,
  password: string,
  user: SystemUser | undefined,
): Promise<void> {
  makePrivateDirectory(data, user);
  const passwordFile = `${data}.password`;
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user !== undefined) {
    chownSync(passwordFile, user.uid, user.gid);
  }
  const args = [
    '--pgdata',
    data,
    '--username',
    SUPERUSER,
    '--pwfile',
    passwordFile,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  const initdb = run(binaries.initdb, args, { cwd: '/', env: cleanEnv(), ...user });
  // Interrupted, it removes what it has made so far: half of it would look like a whole to the next start.
  const interrupt = (): void => void initdb.child.kill('SIGINT');
  process.once('exit', interrupt);
  try {
    await initdb;
  } catch (error) {
    rmSync(data, { recursive: true, force: true });
    const { message, stderr } = error as Error & { readonly stderr?: string };
    const reason = stderr ? lastLine(stderr) : message;
    // A container that runs with any number as its user; initdb knows no way around it.
    const advice = /could not look up effective user ID/.test(reason)
      ? '; add that user to /etc/passwd, or give the address of a PostgreSQL 18 in DATABASE_URL.'
      : '';
    throw new Error(`PostgreSQL cannot make its data directory ${data}: ${reason}${advice}`, {
      cause: error,
    });
  } finally {
    process.off('exit', interrupt);
    rmSync(passwordFile, { force: true });
  }
}

function launch(
  binaries: PostgresBinaries,
  data: string,
  port: number,
  options: PostgresOptions & { readonly user: SystemUser | undefined },
): Promise<RunningProcess> {
  const settings = {
    ...DEFAULTS,
    ...(options.fast === true ? FAST : {}),
    ...(socketDirectoryOf(data, options) === undefined ? {} : { unix_socket_directories: data }),
    ...options.settings,
    port: String(port),
  };
  return startProcess({
    name: 'PostgreSQL',
    command: binaries.postgres,
    args: ['-D', data, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    cwd: '/',
    env: cleanEnv(),
    logFile: options.logFile,
    user: options.user && { uid: options.user.uid, gid: options.user.gid },
    // SIGINT: connections are cut, the data are written; SIGQUIT: at once, to be recovered at the next start.
    stopSignal: 'SIGINT',
    abortSignal: 'SIGQUIT',
  });
}

/** @returns undefined when the server answers, else one sentence why it does not */
async function waitUntilReady(
  server: RunningProcess,
  port: number,
  password: string,
): Promise<string | undefined> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  let lastError = 'it did not answer';
  while (Date.now() < deadline) {
    if (server.hasExited()) {
      return `PostgreSQL ended while it was starting: ${server.lastOutput().split('\n').slice(-6).join(' | ')}`;
    }
    const client = new pg.Client({ connectionString: urlOf(port, password), connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('select 1');
      return undefined;
    } catch (error) {
      if ((error as { code?: string }).code === '28P01') {
        return 'PostgreSQL refuses the superuser’s password that the data directory was made with: give that one, or start afresh.';
      }
      lastError = (error as Error).message;
    } finally {
      await client.end().catch(() => undefined);
    }
    await delay(25);
  }
  return `PostgreSQL was not ready within ${READY_TIMEOUT_MS / 1000} s: ${lastError}.`;
}

/** A parent that was killed leaves its server running, and a lock file whose number may by now be another program's. */
async function stopLeftover(data: string): Promise<void> {
  const lockFile = join(data, 'postmaster.pid');
  if (!existsSync(lockFile)) {
    return;
  }
  const pid = Number(readFileSync(lockFile, 'utf8').split('\n')[0]);
  const commandLine = pid > 0 ? commandLineOf(pid) : undefined;
  if (commandLine === undefined) {
    // Its process is gone. PostgreSQL itself must see the file, as it names the shared memory that workers may still hold.
    return;
  }
  if (!commandLine.includes(data)) {
    rmSync(lockFile, { force: true });
    return;
  }
  signalProcess(pid, 'SIGINT');
  if (!(await waitUntilGone(pid, LEFTOVER_TIMEOUT_MS))) {
    throw new Error(
      `Another PostgreSQL (process ${pid}) uses ${data} and does not stop: end it and start again.`,
    );
  }
}

/** @returns undefined where it is asked at the loopback address */
function socketDirectoryOf(data: string, { bySocket = false }: PostgresOptions): string | undefined {
  const longest = join(data, '.s.PGSQL.65535');
  return bySocket && process.platform !== 'win32' && longest.length <= SOCKET_PATH_CHARS_MAX
    ? data
    : undefined;
}

function asServer(
  server: RunningProcess,
  port: number,
  password: string,
  socketDirectory: string | undefined,
): RunningServer {
  return {
    url: urlOf(port, password, socketDirectory),
    port,
    pid: server.pid,
    exited: server.exited,
    stop: () => server.stop(),
    kill: () => server.kill(),
  };
}

function urlOf(port: number, password: string, host = '127.0.0.1'): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/postgres`;
}

/** The caller's PG… variables and locale must not leak into the server. */
function cleanEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return Object.fromEntries(kept);
}

function lastLine(text: string): string {
  return text.trim().split('\n').slice(-2).join(' ');
}
