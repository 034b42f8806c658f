import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startProcess } from '@gongxiang/testing/servers';
import type { PortBook } from './port-book.js';
import type { Progress } from './progress.js';
import {
  entryOf,
  environmentOf,
  type ServiceEntry,
  SERVICES,
  type StackSettings,
  listenAddressOf,
  nodeFlagsOf,
  urlOf,
} from './services.js';
import { supervise, type Supervised } from './supervisor.js';

export interface PlatformContext {
  readonly settings: StackSettings;
  readonly book: PortBook;
  readonly progress: Progress;
  readonly onStarted: (name: string, pid: number, mark: string) => void;
  /** True when the person no longer wants the start. */
  readonly signal: AbortSignal;
}

const READY_TIMEOUT_MS = 60_000;
const PROBE_TIMEOUT_MS = 2_000;
/** Whoever dies this often before it was ready once will not get better by itself. */
const DEATHS_AT_START_MAX = 3;

/** A port for each service and for its metrics; the gateway's may be chosen by PORT. */
export async function takePorts(
  book: PortBook,
  environment: NodeJS.ProcessEnv,
): Promise<StackSettings['ports']> {
  const ports: Partial<Record<ServiceEntry['name'], { port: number; metricsPort: number }>> = {};
  for (const service of SERVICES) {
    const preferred = service.name === 'gateway' ? chosenPort(environment, service.port) : service.port;
    ports[service.name] = {
      port: await book.take(service.name, preferred),
      metricsPort: await book.take(`${service.name}'s metrics`, service.metricsPort),
    };
  }
  return ports as StackSettings['ports'];
}

/**
 * Starts every service under supervision, all at once, and waits until each says that it is ready.
 *
 * @param started filled as they start, so that a start that fails half-way can be undone
 * @throws Error with one sentence that names the service, its last words and its log
 */
export async function startPlatform(context: PlatformContext, started: Supervised[]): Promise<void> {
  const { settings } = context;
  const missing = SERVICES.find((service) => !existsSync(entryOf(settings, service.name)));
  if (missing !== undefined) {
    throw new Error(
      `${entryOf(settings, missing.name)} is missing: run npm run build, which says what is wrong.`,
    );
  }
  await Promise.all(
    SERVICES.map(async (service) => {
      const supervised = await superviseService(service, context);
      started.push(supervised);
      await waitUntilReady(service, supervised, context);
    }),
  );
}

function superviseService(service: ServiceEntry, context: PlatformContext): Promise<Supervised> {
  const { settings, progress } = context;
  const entry = entryOf(settings, service.name);
  const logFile = logFileOf(service, context);
  return supervise({
    name: service.name,
    progress,
    logFile,
    start: async () => {
      await keepPorts(service, context);
      return startProcess({
        name: service.name,
        command: process.execPath,
        args: [...nodeFlagsOf(service.name), entry],
        cwd: settings.paths.root,
        env: environmentOf(service, settings),
        logFile,
      });
    },
    onStarted: (pid) => context.onStarted(service.name, pid, entry),
  });
}

/** Ports are given out before anybody listens: another stack that starts at the same time may have been faster. */
async function keepPorts({ name }: ServiceEntry, { settings, book }: PlatformContext): Promise<void> {
  const ports = settings.ports[name];
  ports.port = await book.keep(name, ports.port);
  ports.metricsPort = await book.keep(`${name}'s metrics`, ports.metricsPort);
}

async function waitUntilReady(
  service: ServiceEntry,
  supervised: Supervised,
  context: PlatformContext,
): Promise<void> {
  const { ports, startMark, environment } = context.settings;
  const deadline = Date.now() + READY_TIMEOUT_MS;
  const address = service.name === 'gateway' ? listenAddressOf(environment) : undefined;
  while (!(await isReady(urlOf(ports[service.name].port, address), startMark))) {
    context.signal.throwIfAborted();
    if (supervised.deaths() >= DEATHS_AT_START_MAX || Date.now() > deadline) {
      throw new Error(
        `${service.name} does not get ready; its last words in ${logFileOf(service, context)}:\n  ${lastWords(service, context)}`,
      );
    }
    await delay(100);
  }
  context.progress.say(`${service.name} is ready on port ${ports[service.name].port}`);
}

/** Whether a process of this very start answers there, and can do its work. */
async function isReady(url: string, startMark: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) });
    await response.arrayBuffer();
    return response.ok && response.headers.get('X-Start-Mark') === startMark;
  } catch {
    return false;
  }
}

function logFileOf(service: ServiceEntry, context: PlatformContext): string {
  return join(context.settings.paths.logs, `${service.name}.log`);
}

function lastWords(service: ServiceEntry, context: PlatformContext): string {
  const lines = readFileSync(logFileOf(service, context), 'utf8').trim().split('\n');
  return lines.slice(-6).join('\n  ');
}

function chosenPort(environment: NodeJS.ProcessEnv, usual: number): number {
  if (environment.PORT === undefined || environment.PORT === '') {
    return usual;
  }
  const port = Number(environment.PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`PORT is ${environment.PORT}: give a number from 1 to 65535, or unset it.`);
  }
  return port;
}
