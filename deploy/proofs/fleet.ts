import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, type RunningProcess, startProcess } from '@gongxiang/testing';
import {
  entryOf,
  environmentOf,
  nodeFlagsOf,
  type ServiceName,
  SERVICES,
  type StackSettings,
  urlOf,
} from '../local/services.js';

const readyTimeoutMs = 120_000;
/** A copy ends by itself, however busy the machine is; what does not is killed then. */
const endedWithinMs = 60_000;
/**
 * The processes of the platform. Each copy of a service has a slot, counted from 0, which keeps its ports and its log
 * when its process dies and another takes its place.
 */
export interface Fleet {
  /** Where a copy tells its health; of the gateway, the address of the interface as well. */
  healthUrl(service: ServiceName, slot?: number): string;
  /** Where the first copy tells its metrics. */
  metricsUrl(service: ServiceName): string;
  /** What a copy has logged so far, over all its lives. */
  logOf(service: ServiceName, slot?: number): string;
  /** The copies that run. */
  replicas(service: ServiceName): readonly RunningProcess[];
  /**
   * Starts a copy in the first slot that is free, and waits until it is ready.
   * @param environment of this copy alone, beside what all of them are told
   */
  start(service: ServiceName, environment?: Readonly<Record<string, string>>): Promise<RunningProcess>;
  /** Ends one copy of a service, or all of them, as a power cut would. */
  kill(service: ServiceName, slot?: number): Promise<void>;
  /** Asks one copy for an orderly end. @returns the process, which is on its way out */
  end(service: ServiceName, slot: number): RunningProcess;
  /** One copy of each service in its first slot, told what all are told, whatever was killed or started besides. */
  restore(): Promise<void>;
  stop(): Promise<void>;
}

interface Slot {
  /** Null until its first process is about to start. */
  port: number | null;
  isTaken: boolean;
  /** Whether its process was told something that the others were not. */
  isSpecial: boolean;
  process: RunningProcess | null;
}

type Slots = Readonly<Record<ServiceName, Slot[]>>;

/**
 * Starts all copies of all services at once: none may need another to get ready.
 * @param before what each copy does first, e.g. bring its schema up to date
 */
export async function startFleet(
  settings: StackSettings,
  replicas: Partial<Record<ServiceName, number>>,
  before: (service: ServiceName) => Promise<void> = async () => undefined,
): Promise<Fleet> {
  const slots: Slots = {
    membership: [],
    sharing: [],
    settlement: [],
    evaluation: [],
    notification: [],
    affairs: [],
    gateway: [],
  };
  const portOf = await portsBeside(settings, replicas);
  const startIn = async (name: ServiceName, index: number, environment = {}): Promise<RunningProcess> => {
    const slot = (slots[name][index] ??= { port: null, isTaken: true, isSpecial: false, process: null });
    slot.isTaken = true;
    slot.isSpecial = Object.keys(environment).length > 0;
    slot.port ??= portOf(name, index) ?? (await freePort());
    await before(name);
    slot.process = await startService({ name, index, port: slot.port, environment }, settings);
    return slot.process;
  };
  const ends = endings(slots);
  const restore = async (name: ServiceName): Promise<void> => {
    const [first, ...others] = slots[name];
    if (first === undefined || first.isSpecial || first.process?.hasExited() !== false) {
      await ends.kill(name, 0);
      await startIn(name, 0);
    }
    // Only now: somebody answers all the time.
    for (const [index, slot] of others.entries()) if (slot.isTaken) await ends.kill(name, index + 1);
  };
  const begun = await Promise.allSettled(
    SERVICES.flatMap(({ name }) =>
      Array.from({ length: replicas[name] ?? 1 }, (_one, index) => startIn(name, index)),
    ),
  );
  const failed = begun.find((one) => one.status === 'rejected');
  if (failed !== undefined) {
    await ends.stop();
    throw failed.reason;
  }
  return {
    ...ends,
    healthUrl: (name, index = 0) =>
      `${urlOf(slots[name][index]?.port ?? settings.ports[name].port)}/health/ready`,
    metricsUrl: (name) =>
      `http://127.0.0.1:${name === 'gateway' ? settings.ports[name].metricsPort : settings.ports[name].port}/metrics`,
    logOf: (name, index = 0) => readFileSync(logFileOf(settings, name, index), 'utf8'),
    replicas: (name) => running(slots[name]),
    start: (name, environment) => {
      const free = slots[name].findIndex((slot) => !slot.isTaken);
      return startIn(name, free === -1 ? slots[name].length : free, environment);
    },
    restore: async () => {
      await Promise.all(SERVICES.map(({ name }) => restore(name)));
    },
  };
}

/**
 * The first copy has the port that the settings give its service, every other one of its own. They are looked for one
 * after the other: nobody listens yet on those that are found first.
 */
async function portsBeside(
  { ports }: StackSettings,
  replicas: Partial<Record<ServiceName, number>>,
): Promise<(name: ServiceName, index: number) => number | undefined> {
  const taken = new Set(Object.values(ports).flatMap(({ port, metricsPort }) => [port, metricsPort]));
  const found = new Map<string, number>();
  for (const [name, copies] of Object.entries(replicas)) {
    for (let index = 1; index < copies; index += 1) {
      const port = await freePort(undefined, taken);
      taken.add(port);
      found.set(`${name} ${index}`, port);
    }
  }
  return (name, index) => (index === 0 ? ports[name].port : found.get(`${name} ${index}`));
}

function endings(slots: Slots): Pick<Fleet, 'kill' | 'end' | 'stop'> {
  return {
    kill: async (name, index) => {
      const indexes = index === undefined ? [...slots[name].keys()] : [index];
      const processes = indexes.flatMap((one) => vacate(slots[name][one]) ?? []);
      for (const one of processes) one.kill();
      await Promise.all(processes.map((one) => one.exited));
    },
    end: (name, index) => {
      const process = vacate(slots[name][index]);
      if (process === null) throw new Error(`${name} has no copy ${index} that runs`);
      void process.stop(endedWithinMs);
      return process;
    },
    // Nobody waits for the last words of a platform whose database goes with it.
    stop: async () => {
      const processes = Object.values(slots).flatMap(running);
      for (const one of processes) one.kill();
      await Promise.all(processes.map((one) => one.exited));
    },
  };
}

function running(slots: readonly Slot[]): RunningProcess[] {
  return slots.flatMap((slot) => slot.process ?? []);
}

/** @returns the process that was in it; null where none was */
function vacate(slot: Slot | undefined): RunningProcess | null {
  const process = slot?.process ?? null;
  if (slot !== undefined && process !== null) {
    slot.process = null;
    slot.isTaken = false;
  }
  return process;
}

function logFileOf(settings: StackSettings, name: ServiceName, index: number): string {
  return join(settings.paths.logs, `${name}-${index}.log`);
}

interface Copy {
  readonly name: ServiceName;
  readonly index: number;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
}

async function startService(
  { name, index, port, environment }: Copy,
  settings: StackSettings,
): Promise<RunningProcess> {
  const service = SERVICES.find((one) => one.name === name);
  if (service === undefined) throw new Error(`there is no service ${name}`);
  const started = await startProcess({
    name,
    command: process.execPath,
    args: [...nodeFlagsOf(name), entryOf(settings, name)],
    cwd: settings.paths.root,
    env: {
      ...environmentOf(service, settings),
      PORT: String(port),
      ...(index === 0 ? {} : { METRICS_PORT: '0' }),
      ...environment,
    },
    logFile: logFileOf(settings, name, index),
  });
  const until = Date.now() + readyTimeoutMs;
  while (!(await isReady(port))) {
    if (started.hasExited() || Date.now() > until) {
      await started.stop();
      throw new Error(`${name} does not get ready: ${started.lastOutput()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return started;
}

async function isReady(port: number): Promise<boolean> {
  try {
    return (await fetch(`${urlOf(port)}/health/ready`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false; // nobody listens yet
  }
}
