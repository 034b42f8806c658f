import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { removePostgresData } from '@gongxiang/testing/servers';
import { passwords } from '../demo/tools/world.js';
import { keepProvided, type Provided, provisionSettingsOf } from '../nats/keep-provided.js';
import { withStoreSize } from '../nats/store-size.js';
import { loadDemo } from './demo-run.js';
import { firstOperatorPassword, markOperatorNamed } from './first-operator.js';
import { startInfrastructure } from './infrastructure.js';
import { cleanUpLeftovers, LAUNCHER } from './leftovers.js';
import { keepLogsShort } from './log-rotation.js';
import { type Mailbox, openMailbox } from './mailbox/mailbox.js';
import { runMigrations } from './migrations.js';
import { type LauncherOptions, parseOptions } from './options.js';
import { type Paths, pathsOf } from './paths.js';
import { startPlatform, takePorts } from './platform.js';
import { openPortBook, type PortBook } from './port-book.js';
import { type Progress, terminalProgress } from './progress.js';
import { loadSecrets } from './secrets.js';
import {
  hasMailServer,
  keysFromOutside,
  listenAddressOf,
  publicUrlOf,
  type StackSettings,
  urlOf,
} from './services.js';
import { nextStopRequest } from './stop-request.js';
import { type ProcessRecord, type Stack, writeJsonFile } from './stack-file.js';
import type { Supervised } from './supervisor.js';
import { watchBuilds } from './watch.js';

export interface LaunchInput {
  readonly root: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly progress?: Progress;
}

export interface RunningStack {
  readonly gatewayUrl: string;
  /** Stops everything, in the order services, NATS, PostgreSQL; may be called more than once. */
  stop(): Promise<void>;
}

/** Everything that a start has set going so far. */
interface Launch {
  readonly options: LauncherOptions;
  readonly paths: Paths;
  readonly progress: Progress;
  readonly records: Map<string, ProcessRecord>;
  readonly infrastructure: Supervised[];
  readonly platform: Supervised[];
  /** As it is now: a service that is started again may have found its port taken. */
  stack?: () => Omit<Stack, 'pids'>;
  /** Aborted when the person no longer wants the start. */
  readonly unwanted: AbortController;
  stopWatching?: () => void;
  stopRotating?: () => void;
  provided?: Provided;
  mailbox?: Mailbox;
  stopping?: Promise<void>;
}

/** The start of `npm start` and `npm run dev`: runs until a signal comes, and answers with the exit code. */
export async function main(input: LaunchInput): Promise<number> {
  const progress = input.progress ?? terminalProgress();
  try {
    const launch = await prepare({ ...input, progress });
    const signal = nextStopRequest(input.environment, progress);
    const starting = start(launch);
    await Promise.race([starting, signal]);
    // A start that is interrupted fails somewhere in its middle, and nobody wants to hear where.
    starting.catch(() => undefined);
    await signal;
    await stop(launch);
    progress.say('Everything has stopped');
    return 0;
  } catch (error) {
    process.stderr.write(`\n${(error as Error).message}\n`);
    return 1;
  }
}

/** Starts a stack without listening to signals. When it fails, what was started is stopped again. */
export async function launchStack(input: LaunchInput): Promise<RunningStack> {
  const launch = await prepare({ progress: terminalProgress(), ...input });
  const gatewayUrl = await start(launch);
  return { gatewayUrl, stop: () => stop(launch) };
}

async function prepare(input: LaunchInput & { readonly progress: Progress }): Promise<Launch> {
  const options = parseOptions(input.root, input.args, input.environment);
  const paths = pathsOf(input.root);
  requireNoDemoOutside(options, paths);
  mkdirSync(paths.logs, { recursive: true });
  await cleanUpLeftovers(paths, input.progress);
  if (options.isFresh) {
    removePostgresData(paths.postgresData);
    rmSync(paths.data, { recursive: true, force: true });
    for (const directory of [paths.sealing, paths.mailbox])
      rmSync(directory, { recursive: true, force: true });
    input.progress.say('The data of earlier starts were removed (--fresh)');
  }
  mkdirSync(paths.data, { recursive: true });
  for (const directory of [paths.sealing, paths.mailbox])
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  const records = new Map<string, ProcessRecord>();
  const unwanted = new AbortController();
  const launch = {
    options,
    paths,
    progress: input.progress,
    records,
    infrastructure: [],
    platform: [],
    unwanted,
  };
  // The command line may hold a relative path, so only the program's name is sure to be found in it.
  record(launch, LAUNCHER, process.pid, basename(process.argv[1] ?? process.execPath));
  return launch;
}

/** Its accounts have passwords that everybody can read. @throws Error with what to do instead */
function requireNoDemoOutside(options: LauncherOptions, paths: Paths): void {
  const address = listenAddressOf(options.environment);
  if (!isDemo(options, paths) || /^(127\.|::1$)/.test(address)) return;
  throw new Error(
    `The demo network has accounts whose passwords stand in the README, so it is not shown on ${address}: start with --fresh --empty, or without LISTEN_ADDRESS.`,
  );
}

function isDemo({ isEmpty, isFresh }: LauncherOptions, { demoMark }: Paths): boolean {
  return !isEmpty || (!isFresh && existsSync(demoMark));
}

async function start(launch: Launch): Promise<string> {
  try {
    return await startInOrder(launch);
  } catch (error) {
    await stop(launch);
    throw error;
  }
}

async function startInOrder(launch: Launch): Promise<string> {
  const { options, paths, progress } = launch;
  launch.stopRotating = keepLogsShort(paths.logs, progress);
  const secrets = loadSecrets(paths.secrets);
  const operatorPassword = await firstOperatorPassword(options, paths, secrets, progress);
  const ports = openPortBook(progress);
  const onStarted = (name: string, pid: number, mark: string): void => record(launch, name, pid, mark);
  const { signal } = launch.unwanted;
  const context = { options, paths, secrets, ports, progress, onStarted };
  const infrastructure = await startInfrastructure(context, launch.infrastructure);
  signal.throwIfAborted();
  launch.provided = await keepProvided(
    infrastructure.natsAdminUrl,
    paths.root,
    provisionSettingsOf(
      options.natsUrl === undefined ? withStoreSize(options.environment) : options.environment,
    ),
    (text) => progress.say(text),
  );
  signal.throwIfAborted();
  const servicePorts = await takePorts(ports, options.environment);
  const mailbox = await startMailbox(launch, ports, servicePorts);
  const settings: StackSettings = {
    paths,
    secrets,
    databaseUrl: infrastructure.databaseUrl,
    natsUrl: infrastructure.natsUrl,
    firstOperatorPassword: operatorPassword,
    ports: servicePorts,
    startMark: randomUUID(),
    isDemo: isDemo(options, paths),
    isWatched: options.isWatching,
    mailUrl: mailbox.mailUrl,
    environment: options.environment,
  };
  await runMigrations(settings, progress);
  signal.throwIfAborted();
  await startPlatform({ settings, book: ports, progress, onStarted, signal }, launch.platform);
  markOperatorNamed(paths);
  const listenAddress = listenAddressOf(options.environment);
  const urlNow = (): string => urlOf(settings.ports.gateway.port, listenAddress);
  const gatewayUrl = urlNow();
  if (!options.isEmpty) {
    await loadDemo(settings, gatewayUrl, progress, signal);
  }
  signal.throwIfAborted();
  // Programs that wait for this file find everything there, the demo network and its accounts too.
  launch.stack = () => ({
    gatewayUrl: urlNow(),
    mailboxUrl: mailbox.url,
    postgresUrl: infrastructure.databaseUrl,
    natsUrl: infrastructure.natsAdminUrl,
    keysFromOutside: keysFromOutside(options.environment),
  });
  writeFiles(launch);
  if (options.isWatching) {
    launch.stopWatching = watchBuilds(paths.root, launch.platform, progress);
  }
  sayWhereToLook(launch, gatewayUrl, mailbox.url);
  return gatewayUrl;
}

async function startMailbox(launch: Launch, book: PortBook, ports: StackSettings['ports']): Promise<Mailbox> {
  const { environment } = launch.options;
  launch.mailbox = await openMailbox({
    directory: launch.paths.mailbox,
    takesMail: !hasMailServer(environment),
    platformUrl: () => publicUrlOf({ ports, environment }),
    takePort: (name, usual) => book.take(name, usual),
    say: (text) => launch.progress.say(text),
  });
  return launch.mailbox;
}

function sayWhereToLook(launch: Launch, gatewayUrl: string, mailboxUrl: string): void {
  const { options, paths, progress } = launch;
  const account = options.isEmpty ? 'operator' : `operator, password: operatorPassword in ${paths.secrets}`;
  const demo = `officer / ${passwords.officer}, worker / ${passwords.member}`;
  progress.say(`Gongxiang runs at ${gatewayUrl}

          page      ${gatewayUrl}/
          API       ${gatewayUrl}/api/docs
          account   ${account}${options.isEmpty ? '' : `\n          demo      ${demo}`}
          messages  ${mailboxUrl}/ (codes, mails: what would leave the platform)
          logs      ${paths.logs}/
          stop      Ctrl-C
`);
}

function stop(launch: Launch): Promise<void> {
  launch.unwanted.abort();
  launch.stopping ??= stopInOrder(launch);
  return launch.stopping;
}

async function stopInOrder(launch: Launch): Promise<void> {
  rmSync(launch.paths.stackFile, { force: true });
  launch.stopWatching?.();
  // The gateway first, so that nobody is answered by half a platform.
  const gateway = launch.platform.filter((service) => service.name === 'gateway');
  const others = launch.platform.filter((service) => service.name !== 'gateway');
  await Promise.all(gateway.map((service) => service.stop()));
  await Promise.all(others.map((service) => service.stop()));
  await launch.mailbox?.stop();
  await launch.provided?.stop();
  await Promise.all(launch.infrastructure.map((server) => server.stop()));
  launch.stopRotating?.();
  rmSync(launch.paths.stackFile, { force: true });
  rmSync(launch.paths.processFile, { force: true });
}

function record(launch: Launch, name: string, pid: number, mark: string): void {
  launch.records.set(name, { name, pid, mark });
  writeFiles(launch);
}

function writeFiles(launch: Launch): void {
  if (launch.stopping !== undefined) {
    return;
  }
  const records = [...launch.records.values()];
  writeJsonFile(launch.paths.processFile, records);
  if (launch.stack !== undefined) {
    const pids = Object.fromEntries(records.map(({ name, pid }) => [name, pid]));
    writeJsonFile(launch.paths.stackFile, { ...launch.stack(), pids });
  }
}
