import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bootstrapDatabase } from '@gongxiang/persistence';
import {
  freePort,
  type RunningProcess,
  startNats,
  startProcess,
  type SuiteDatabase,
  suiteDatabase,
  testPassword,
} from '@gongxiang/testing';
import { rolePasswords } from '../local/database.js';
import { runMigrations } from '../local/migrations.js';
import { type Paths, pathsOf, rootAbove } from '../local/paths.js';
import { loadSecrets, type Secrets } from '../local/secrets.js';
import {
  DATABASE_SERVICES,
  entryOf,
  environmentOf,
  healthUrlOf,
  natsEnvironmentOf,
  type ServiceName,
  SERVICES,
  type StackSettings,
} from '../local/services.js';
import { type Restartable, restartable } from './own-servers.js';

const root = rootAbove(fileURLToPath(import.meta.url));
const readyTimeoutMs = 120_000;

export interface TestPlatform {
  readonly gatewayUrl: string;
  readonly databaseUrl: string;
  /** Without user: `secrets.natsPasswords` has them. */
  readonly natsUrl: string;
  readonly secrets: Secrets;
  /** The platform's own, which may be killed and started again. */
  readonly natsServer: Restartable;
  /** Where the first process of a service tells its health. */
  healthUrl(service: ServiceName): string;
  /** Where it tells its metrics. */
  metricsUrl(service: ServiceName): string;
  /** What the processes of a service have logged so far. */
  logOf(service: ServiceName): string;
  /** The running processes of a service. */
  replicas(service: ServiceName): readonly RunningProcess[];
  /** Starts one more process of a service (after a kill, say) and waits until it is ready. */
  start(service: ServiceName): Promise<RunningProcess>;
  /** Ends every process of a service as a power cut would. */
  kill(service: ServiceName): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The whole platform as it is deployed: compiled services, real PostgreSQL roles, real NATS permissions.
 * @param replicas how many processes of a service; one where nothing is said
 * @param environment beside what a deployment sets, e.g. `LIMIT_PER_PERSON`
 * @param ownDatabaseUrl the administrator's, of an empty database on a server of the proof's own; else the platform gets
 *   a copy on the server of the whole run
 */
export async function startTestPlatform(
  replicas: Partial<Record<ServiceName, number>> = {},
  environment: Readonly<Record<string, string>> = {},
  ownDatabaseUrl?: string,
): Promise<TestPlatform> {
  const home = mkdtempSync(join(tmpdir(), 'gongxiang-proof-'));
  chmodSync(home, 0o755);
  const paths = pathsUnder(home);
  const secrets = secretsIn(paths);
  const nats = await restartable((port) =>
    startNats({
      storeDirectory: paths.natsStore,
      configFile: paths.natsConfig,
      env: natsEnvironmentOf(secrets),
      ...(port === undefined ? {} : { port }),
    }),
  );
  try {
    return await startAround(nats, { home, paths, secrets, replicas, environment, ownDatabaseUrl });
  } catch (error) {
    // Nobody is given anything to stop, and what still ran would keep the run of the tests from ending.
    await nats.stop();
    throw error;
  }
}

interface Wanted {
  readonly home: string;
  readonly paths: Paths;
  readonly secrets: Secrets;
  readonly replicas: Partial<Record<ServiceName, number>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly ownDatabaseUrl: string | undefined;
}

async function startAround(nats: Restartable, wanted: Wanted): Promise<TestPlatform> {
  const { home, paths, secrets, replicas, environment, ownDatabaseUrl } = wanted;
  // Only now: nats-server looks for a port as well, and must not take one that a service is still on its way to.
  const ports = await portsFor();
  const settingsFor = (databaseUrl: string): StackSettings => ({
    ...{ paths, secrets, databaseUrl, ports, firstOperatorPassword: secrets.operatorPassword },
    natsUrl: `nats://127.0.0.1:${nats.port}`,
    environment: { ...process.env, LOG_LEVEL: 'warn', ...environment },
  });
  const prepare = async (databaseUrl: string): Promise<void> => {
    await bootstrapDatabase(databaseUrl, rolePasswords(secrets));
    await runMigrations(settingsFor(databaseUrl), { say: () => undefined });
  };
  const database = await databaseOf(prepare, ownDatabaseUrl);
  const settings = settingsFor(database.adminUrl);
  const fleet = await startFleet(settings, replicas);
  return {
    ...{ databaseUrl: database.adminUrl, natsUrl: settings.natsUrl, natsServer: nats, secrets },
    gatewayUrl: `http://127.0.0.1:${ports.gateway.port}`,
    healthUrl: (name) => healthUrlOf(ports[name].port),
    metricsUrl: (name) =>
      `http://127.0.0.1:${name === 'gateway' ? ports[name].metricsPort : ports[name].port}/metrics`,
    logOf: (name) => readFileSync(join(paths.logs, `${name}-0.log`), 'utf8'),
    ...fleet,
    stop: async () => {
      await fleet.stop();
      await nats.stop();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Migrated once for all proofs of a run, each of which then works on a copy of its own; or in the place that is given. */
async function databaseOf(
  prepare: (databaseUrl: string) => Promise<void>,
  ownUrl: string | undefined,
): Promise<Pick<SuiteDatabase, 'adminUrl' | 'drop'>> {
  if (ownUrl === undefined) return suiteDatabase('platform', prepare);
  await prepare(ownUrl);
  return { adminUrl: ownUrl, drop: async () => undefined };
}

type Fleet = Pick<TestPlatform, 'replicas' | 'start' | 'kill' | 'stop'>;

/** All processes of all services, started at once: none may need another to get ready. */
async function startFleet(
  settings: StackSettings,
  replicas: Partial<Record<ServiceName, number>>,
): Promise<Fleet> {
  const running = new Map<ServiceName, RunningProcess[]>();
  const start = async (
    name: ServiceName,
    index = running.get(name)?.length ?? 0,
  ): Promise<RunningProcess> => {
    const started = await startService(name, settings, index);
    running.set(name, [...(running.get(name) ?? []), started]);
    return started;
  };
  const stop = async (): Promise<void> => {
    await Promise.all([...running.values()].flat().map((one) => one.stop()));
  };
  const begun = await Promise.allSettled(
    SERVICES.flatMap(({ name }) =>
      Array.from({ length: replicas[name] ?? 1 }, (_one, index) => start(name, index)),
    ),
  );
  const failed = begun.find((one) => one.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return {
    replicas: (name) => running.get(name) ?? [],
    start: (name) => start(name),
    kill: async (name) => {
      const processes = running.get(name) ?? [];
      running.set(name, []);
      for (const one of processes) one.kill();
      await Promise.all(processes.map((one) => one.exited));
    },
    stop,
  };
}

/** Generated as for a stack, but for the passwords of the roles: those belong to the server, which all suites share. */
function secretsIn(paths: Paths): Secrets {
  const roles = DATABASE_SERVICES.flatMap((name) => [name, `${name}_owner`]);
  const databasePasswords = Object.fromEntries(roles.map((role) => [role, testPassword]));
  writeFileSync(paths.secrets, JSON.stringify({ databasePasswords }), { mode: 0o600 });
  return loadSecrets(paths.secrets);
}

function pathsUnder(home: string): Paths {
  const logs = join(home, 'logs');
  mkdirSync(logs, { recursive: true });
  return { ...pathsOf(root), home, logs, natsStore: join(home, 'nats'), secrets: join(home, 'secrets.json') };
}

async function portsFor(): Promise<StackSettings['ports']> {
  const taken = new Set<number>();
  const take = async (): Promise<number> => {
    // Several suites look for ports at once: each begins its search somewhere else.
    const port = await freePort(20_000 + Math.floor(Math.random() * 10_000), taken);
    taken.add(port);
    return port;
  };
  const ports: Partial<Record<ServiceName, { port: number; metricsPort: number }>> = {};
  for (const { name } of SERVICES) ports[name] = { port: await take(), metricsPort: await take() };
  return ports as StackSettings['ports'];
}

async function startService(
  name: ServiceName,
  settings: StackSettings,
  index: number,
): Promise<RunningProcess> {
  const service = SERVICES.find((one) => one.name === name);
  if (service === undefined) throw new Error(`there is no service ${name}`);
  const environment = environmentOf(service, settings);
  // Further replicas, and those that come back, tell their health elsewhere.
  const port =
    index === 0 ? settings.ports[name].port : await freePort(20_000 + Math.floor(Math.random() * 10_000));
  const started = await startProcess({
    name,
    command: process.execPath,
    args: ['--enable-source-maps', entryOf(settings.paths, name)],
    cwd: root,
    env: { ...environment, PORT: String(port), ...(index === 0 ? {} : { METRICS_PORT: '0' }) },
    logFile: join(settings.paths.logs, `${name}-${index}.log`),
  });
  const until = Date.now() + readyTimeoutMs;
  while (!(await isReady(port))) {
    if (started.hasExited() || Date.now() > until) {
      await started.stop();
      throw new Error(`${name} does not get ready: ${started.lastOutput()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return started;
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(healthUrlOf(port), { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false; // nobody listens yet
  }
}
