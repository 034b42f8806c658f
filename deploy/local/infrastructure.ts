import { statfsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { bootstrapDatabase } from '@gongxiang/persistence';
import { dataDirectoryFor, startNats, startPostgres } from '@gongxiang/testing/servers';
import { checkDatabase, ensureDatabase, rolePasswords } from './database.js';
import { adoptEarlierStore, natsEnvironmentOf } from './nats-store.js';
import type { LauncherOptions } from './options.js';
import type { Paths } from './paths.js';
import type { PortBook } from './port-book.js';
import type { Progress } from './progress.js';
import type { Secrets } from './secrets.js';
import { adminUrlOf, NATS_PORT, POSTGRES_PORT } from './services.js';
import { supervise, type Supervised } from './supervisor.js';

export interface Infrastructure {
  /** The administrator's URL of the platform's database. */
  readonly databaseUrl: string;
  /** Without user when it is ours. */
  readonly natsUrl: string;
  /** For a person at a console. */
  readonly natsAdminUrl: string;
}

export interface InfrastructureContext {
  readonly options: LauncherOptions;
  readonly paths: Paths;
  readonly secrets: Secrets;
  readonly ports: PortBook;
  readonly progress: Progress;
  /** Told of every process that starts, with what its command line is known by. */
  readonly onStarted: (name: string, pid: number, mark: string) => void;
}

const FREE_BYTES_MIN = 500_000_000;
const NATS_TIMEOUT_MS = 5_000;

/**
 * Starts PostgreSQL and nats-server, or looks at those that the person gave, and prepares the database.
 *
 * @param started filled as they start, so that a start that fails half-way can be undone
 */
export async function startInfrastructure(
  context: InfrastructureContext,
  started: Supervised[],
): Promise<Infrastructure> {
  checkDisk(context.paths.home);
  await checkGiven(context.options);
  const results = await Promise.allSettled([
    provideDatabase(context, started),
    provideNats(context, started),
  ]);
  const [database, nats] = results;
  if (database.status === 'fulfilled' && nats.status === 'fulfilled') {
    return { databaseUrl: database.value, natsUrl: nats.value.url, natsAdminUrl: nats.value.adminUrl };
  }
  throw results.find((result) => result.status === 'rejected')?.reason;
}

/** @returns the administrator's URL */
async function provideDatabase(context: InfrastructureContext, started: Supervised[]): Promise<string> {
  const { options, paths, secrets, progress } = context;
  if (options.databaseUrl !== undefined) {
    await bootstrapDatabase(options.databaseUrl, rolePasswords(secrets));
    progress.say(`PostgreSQL at ${new URL(options.databaseUrl).host} is used (DATABASE_URL)`);
    return options.databaseUrl;
  }
  const port = await context.ports.take('PostgreSQL', POSTGRES_PORT);
  const logFile = join(paths.logs, 'postgres.log');
  let serverUrl = '';
  const supervised = await supervise({
    name: 'postgres',
    progress,
    logFile,
    start: async () => {
      const server = await startPostgres({
        dataDirectory: paths.postgresData,
        port,
        superuserPassword: secrets.postgresSuperuser,
        logFile,
      });
      serverUrl = server.url;
      return server;
    },
    onStarted: (pid) => context.onStarted('postgres', pid, dataDirectoryFor(paths.postgresData)),
  });
  started.push(supervised);
  const url = await ensureDatabase(serverUrl);
  await bootstrapDatabase(url, rolePasswords(secrets));
  progress.say(`PostgreSQL on port ${port}`);
  return url;
}

async function provideNats(
  context: InfrastructureContext,
  started: Supervised[],
): Promise<{ readonly url: string; readonly adminUrl: string }> {
  const { options, paths, secrets, progress } = context;
  if (options.natsUrl !== undefined) {
    progress.say(`NATS at ${new URL(options.natsUrl).host} is used (NATS_URL)`);
    return { url: options.natsUrl, adminUrl: adminUrlOf(options.natsUrl, options.environment) };
  }
  const port = await context.ports.take('NATS', NATS_PORT);
  const logFile = join(paths.logs, 'nats.log');
  adoptEarlierStore(paths.natsStore);
  const supervised = await supervise({
    name: 'nats',
    progress,
    logFile,
    start: () =>
      startNats({
        storeDirectory: paths.natsStore,
        port,
        configFile: paths.natsConfig,
        env: natsEnvironmentOf(secrets, options.environment),
        logFile,
      }),
    onStarted: (pid) => context.onStarted('nats', pid, paths.natsStore),
  });
  started.push(supervised);
  progress.say(`nats-server on port ${port}`);
  return {
    url: `nats://127.0.0.1:${port}`,
    adminUrl: `nats://admin:${secrets.natsPasswords.admin ?? ''}@127.0.0.1:${port}`,
  };
}

/** Before anything of ours is started in vain. */
async function checkGiven({ databaseUrl, natsUrl }: InfrastructureContext['options']): Promise<void> {
  if (databaseUrl !== undefined) {
    await checkDatabase(databaseUrl);
  }
  if (natsUrl !== undefined) {
    await checkNats(natsUrl);
  }
}

function checkDisk(directory: string): void {
  const { bavail, bsize } = statfsSync(directory);
  if (bavail * bsize < FREE_BYTES_MIN) {
    const megabytes = Math.floor((bavail * bsize) / 1_000_000);
    throw new Error(
      `Only ${megabytes} MB are free where ${directory} lies: free ${FREE_BYTES_MIN / 1_000_000} MB and start again.`,
    );
  }
}

/** A server greets with its abilities before anybody signs in. */
async function checkNats(natsUrl: string): Promise<void> {
  if (!URL.canParse(natsUrl) || new URL(natsUrl).hostname === '') {
    throw new Error('NATS_URL is not of the form nats://host:4222: correct it, or unset it.');
  }
  const { hostname, port } = new URL(natsUrl);
  const greeting = await firstLineFrom(hostname, Number(port || 4_222)).catch((error: Error) => {
    throw new Error(
      `No NATS answers at ${hostname}:${port || 4_222} (${error.message}): correct NATS_URL, or unset it.`,
    );
  });
  if (!/"jetstream":\s*true/.test(greeting)) {
    throw new Error(
      `The NATS at ${hostname} runs without JetStream: start it with --jetstream, or unset NATS_URL.`,
    );
  }
}

function firstLineFrom(host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, timeout: NATS_TIMEOUT_MS });
    const fail = (error: Error): void => {
      socket.destroy();
      reject(error);
    };
    socket.once('data', (chunk) => {
      socket.destroy();
      resolve(chunk.toString('utf8'));
    });
    socket.once('error', (error: NodeJS.ErrnoException) => fail(new Error(error.code ?? error.message)));
    socket.once('timeout', () => fail(new Error('it says nothing')));
  });
}
