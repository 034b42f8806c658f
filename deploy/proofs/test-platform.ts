import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bootstrapDatabase } from '@gongxiang/persistence';
import {
  freePort,
  startNats,
  startProcess,
  type SuiteDatabase,
  suiteDatabase,
  testPassword,
} from '@gongxiang/testing';
import { rolePasswords } from '../local/database.js';
import { keepProvided, type Provided, provisionSettingsOf } from '../nats/keep-provided.js';
import { withStoreSize } from '../nats/store-size.js';
import { runMigrations } from '../local/migrations.js';
import { natsEnvironmentOf } from '../local/nats-store.js';
import { type Paths, pathsOf } from '../local/paths.js';
import { rootAbove } from '../root.js';
import { loadSecrets, type Secrets } from '../local/secrets.js';
import {
  DATABASE_SERVICES,
  migrationEnvironmentOf,
  migrationOf,
  type ServiceName,
  SERVICES,
  type StackSettings,
} from '../local/services.js';
import { type Fleet, startFleet } from './fleet.js';
import { type Restartable, restartable } from './own-servers.js';

const root = rootAbove(fileURLToPath(import.meta.url));

export interface TestPlatform extends Fleet {
  readonly gatewayUrl: string;
  readonly databaseUrl: string;
  /** Without user: `secrets.natsPasswords` has them. */
  readonly natsUrl: string;
  readonly secrets: Secrets;
  /** The platform's own, which may be killed and started again. */
  readonly natsServer: Restartable;
  /** Where that server keeps its streams. */
  readonly natsStore: string;
  /** Secrets and data, laid out as in the `.gongxiang` of a checkout; gone when it stops. */
  readonly home: string;
}

/** A database on a server of the proof's own. */
export interface OwnDatabase {
  /** The administrator's, of an empty database or that of an earlier platform. */
  readonly url: string;
  /** Each copy brings its schema up to date before it starts, as in a cluster; else that is done before. */
  readonly isMigratedByEachCopy?: boolean;
  /** The home of an earlier platform, whose secrets and files this one takes over with the database, as it is. */
  readonly home?: string;
}

/**
 * The whole platform as it is deployed: compiled services, real PostgreSQL roles, real NATS permissions.
 * @param replicas how many processes of a service; one where nothing is said
 * @param environment beside what a deployment sets, e.g. `LIMIT_PER_PERSON`
 * @param own else the platform gets a copy of a migrated database on the server of the whole run
 */
export async function startTestPlatform(
  replicas: Partial<Record<ServiceName, number>> = {},
  environment: Readonly<Record<string, string>> = {},
  own?: OwnDatabase,
): Promise<TestPlatform> {
  const home = own?.home ?? mkdtempSync(join(tmpdir(), 'gongxiang-proof-'));
  chmodSync(home, 0o755);
  const paths = pathsUnder(home);
  const secrets = secretsIn(paths, own);
  const nats = await startOwnNats(paths, { secrets, environment });
  const wanted: Wanted = { home, paths, secrets, replicas, environment, own };
  const ends = [() => nats.stop()];
  try {
    const provided = await provideFor(nats, wanted);
    ends.push(() => provided.stop());
    const platform = await startAround(nats, wanted);
    return {
      ...platform,
      stop: async () => {
        await provided.stop();
        await platform.stop();
      },
    };
  } catch (error) {
    // Nobody is given anything to stop, and what still ran would keep the run of the tests from ending.
    for (const end of ends.reverse()) await end();
    throw error;
  }
}

interface Wanted {
  readonly home: string;
  readonly paths: Paths;
  readonly secrets: Secrets;
  readonly replicas: Partial<Record<ServiceName, number>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly own: OwnDatabase | undefined;
}

/** As long as the platform runs, whatever becomes of the server. */
function provideFor({ port }: Restartable, { secrets, environment }: Wanted): Promise<Provided> {
  const url = `nats://admin:${secrets.natsPasswords['admin'] ?? ''}@127.0.0.1:${port}`;
  return keepProvided(url, root, provisionSettingsOf(withStoreSize(environment)), () => undefined);
}

async function startAround(nats: Restartable, wanted: Wanted): Promise<TestPlatform> {
  const { home, paths, secrets, replicas, environment, own } = wanted;
  // Only now: nats-server looks for a port as well, and must not take one that a service is still on its way to.
  const ports = await portsFor();
  const settingsFor = (databaseUrl: string): StackSettings => ({
    paths,
    secrets,
    databaseUrl,
    ports,
    firstOperatorPassword: secrets.operatorPassword,
    startMark: 'proof',
    isDemo: false,
    isWatched: false,
    natsUrl: `nats://127.0.0.1:${nats.port}`,
    environment: { ...process.env, LOG_LEVEL: 'warn', ...environment },
  });
  const bootstrap = (databaseUrl: string): Promise<void> =>
    bootstrapDatabase(databaseUrl, rolePasswords(secrets));
  const prepare = async (databaseUrl: string): Promise<void> => {
    await bootstrap(databaseUrl);
    await runMigrations(settingsFor(databaseUrl), { say: () => undefined });
  };
  const { isMigratedByEachCopy = false } = own ?? {};
  const database = own === undefined ? await suiteDatabase('platform', prepare) : kept(own);
  const settings = settingsFor(database.adminUrl);
  if (isMigratedByEachCopy) await Promise.all([1, 2, 3].map(() => bootstrap(database.adminUrl)));
  else if (own !== undefined && own.home === undefined) await prepare(own.url);
  const migrate = (name: ServiceName): Promise<void> => migrateOnce(name, settings);
  const fleet = await startFleet(settings, replicas, isMigratedByEachCopy ? migrate : undefined);
  return {
    ...fleet,
    databaseUrl: database.adminUrl,
    natsUrl: settings.natsUrl,
    natsServer: nats,
    secrets,
    natsStore: paths.natsStore,
    home,
    gatewayUrl: `http://127.0.0.1:${ports.gateway.port}`,
    stop: async () => {
      await fleet.stop();
      await nats.stop();
      await database.drop();
      // One that was given may hold the data of a server that still runs.
      if (own?.home === undefined) rmSync(home, { recursive: true, force: true });
    },
  };
}

function startOwnNats(
  { natsStore, natsConfig }: Paths,
  { secrets, environment }: Pick<Wanted, 'secrets' | 'environment'>,
): Promise<Restartable> {
  return restartable((port) =>
    startNats({
      storeDirectory: natsStore,
      configFile: natsConfig,
      env: natsEnvironmentOf(secrets, environment),
      ...(port === undefined ? {} : { port }),
    }),
  );
}

/** Those who have a server of their own end it themselves. */
function kept({ url }: OwnDatabase): Pick<SuiteDatabase, 'adminUrl' | 'drop'> {
  return { adminUrl: url, drop: async () => undefined };
}

/** What an init container of one copy does. */
async function migrateOnce(name: ServiceName, settings: StackSettings): Promise<void> {
  if (!DATABASE_SERVICES.includes(name)) return;
  const migration = await startProcess({
    name: `${name} migration`,
    command: process.execPath,
    args: [migrationOf(settings, name)],
    cwd: root,
    env: migrationEnvironmentOf(name, settings),
  });
  const { code } = await migration.exited;
  if (code !== 0) throw new Error(`the migrations of ${name} failed: ${migration.lastOutput()}`);
}

/** Generated as for a stack, but for the passwords of the roles: those belong to the server, which all suites share. */
function secretsIn(paths: Paths, own: OwnDatabase | undefined): Secrets {
  if (existsSync(paths.secrets)) return loadSecrets(paths.secrets);
  const roles = DATABASE_SERVICES.flatMap((name) => [name, `${name}_owner`]);
  const databasePasswords = Object.fromEntries(roles.map((role) => [role, testPassword]));
  const administrator =
    own === undefined ? {} : { postgresSuperuser: decodeURIComponent(new URL(own.url).password) };
  writeFileSync(paths.secrets, JSON.stringify({ databasePasswords, ...administrator }), { mode: 0o600 });
  return loadSecrets(paths.secrets);
}

function pathsUnder(home: string): Paths {
  const [logs, data] = [join(home, 'logs'), join(home, 'data')];
  const sealing = join(home, 'sealing');
  const mailbox = join(home, 'mailbox');
  for (const directory of [logs, sealing, mailbox]) mkdirSync(directory, { recursive: true });
  return {
    ...pathsOf(root),
    home,
    logs,
    data,
    sealing,
    mailbox,
    natsStore: join(data, 'nats'),
    secrets: join(home, 'secrets.json'),
  };
}

async function portsFor(): Promise<StackSettings['ports']> {
  const taken = new Set<number>();
  const take = async (): Promise<number> => {
    const port = await freePort(undefined, taken);
    taken.add(port);
    return port;
  };
  const ports: Partial<Record<ServiceName, { port: number; metricsPort: number }>> = {};
  for (const { name } of SERVICES) ports[name] = { port: await take(), metricsPort: await take() };
  return ports as StackSettings['ports'];
}
