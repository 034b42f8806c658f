import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface ProcessOptions {
  /** What the process is called in messages. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Output is appended here; without it the last lines are held in memory. */
  readonly logFile?: string;
  /** Run as this user; only root may ask. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** The signal that asks for an orderly end; SIGTERM by default. */
  readonly stopSignal?: NodeJS.Signals;
  /** The signal that ends it at once, with its children; SIGKILL by default. */
  readonly abortSignal?: NodeJS.Signals;
}

export interface ProcessExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface RunningProcess {
  readonly name: string;
  readonly pid: number;
  /** Resolves once when the process has ended, for whatever reason. */
  readonly exited: Promise<ProcessExit>;
  hasExited(): boolean;
  /** The last lines it wrote, for an error message. */
  lastOutput(): string;
  /** Asks for an orderly end, and ends it by force when the time is up (10 s by default). */
  stop(timeoutMs?: number): Promise<void>;
  /** Ends it by force, as a power cut would. */
  kill(): void;
}

const OUTPUT_KEPT_CHARS = 4_000;
const STOP_TIMEOUT_MS = 10_000;
const ABORT_TIMEOUT_MS = 2_000;
const running = new Set<() => void>();

/**
 * Starts a child in a process group of its own, so that Ctrl-C reaches only the parent, which then decides the order of
 * the end. What still runs when this process exits is ended by force.
 *
 * @throws Error with one sentence when the program cannot be started
 */
export async function startProcess(options: ProcessOptions): Promise<RunningProcess> {
  const output = new OutputTail(options.logFile);
  const child = spawn(options.command, [...options.args], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    stdio: ['ignore', output.target, output.target],
    ...options.user,
  });
  output.attach(child);
  const exited = exitOf(child, options.name);
  await spawned(child, options);
  return manage(child, exited, output, options);
}

/** The command line of a process, or undefined when there is no such process or the system does not tell. */
export function commandLineOf(pid: number): string | undefined {
  if (!isAlive(pid) || process.platform === 'win32') {
    return undefined;
  }
  if (existsSync(`/proc/${pid}/cmdline`)) {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim() || undefined;
  }
  const listing = spawnSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return listing.status === 0 ? listing.stdout.trim() : undefined;
}

/** Whether a process with this id exists, also when it belongs to another user. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Sends a signal, and takes it as done when the process is gone already. */
export function signalProcess(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}

/** Waits until a process that is not our child is gone; false when the time is up first. */
export async function waitUntilGone(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isRunning(pid)) {
    if (Date.now() > deadline) {
      return false;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

/** A zombie still has an id, but does nothing any more: nobody may be left to collect it inside a container. */
function isRunning(pid: number): boolean {
  if (!isAlive(pid)) {
    return false;
  }
  try {
    return !/^\d+ \(.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return isAlive(pid);
  }
}

class OutputTail {
  readonly target: number | 'pipe';
  private kept = '';

  constructor(private readonly logFile: string | undefined) {
    if (logFile !== undefined) {
      mkdirSync(dirname(logFile), { recursive: true });
    }
    this.target = logFile === undefined ? 'pipe' : openSync(logFile, 'a');
  }

  attach(child: ChildProcess): void {
    if (typeof this.target === 'number') {
      closeSync(this.target);
      return;
    }
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.kept = (this.kept + chunk.toString('utf8')).slice(-OUTPUT_KEPT_CHARS);
      });
    }
  }

  read(): string {
    if (this.logFile === undefined) {
      return this.kept.trim();
    }
    return existsSync(this.logFile)
      ? readFileSync(this.logFile, 'utf8').slice(-OUTPUT_KEPT_CHARS).trim()
      : '';
  }
}

function exitOf(child: ChildProcess, name: string): Promise<ProcessExit> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
    child.once('error', () => {
      if (child.pid === undefined) {
        resolve({ code: -1, signal: null });
      }
    });
    child.on('error', (error) => process.emitWarning(`${name}: ${error.message}`));
  });
}

function spawned(child: ChildProcess, options: ProcessOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', (error) =>
      reject(new Error(`${options.name} cannot be started: ${options.command} fails with ${error.message}.`)),
    );
  });
}

function manage(
  child: ChildProcess,
  exited: Promise<ProcessExit>,
  output: OutputTail,
  options: ProcessOptions,
): RunningProcess {
  const pid = child.pid ?? 0;
  let ended = false;
  const abort = (signal: NodeJS.Signals): void => {
    if (!ended) {
      signalGroup(pid, signal);
    }
  };
  const abortAtExit = (): void => abort(options.abortSignal ?? 'SIGKILL');
  watchExit(abortAtExit);
  void exited.then(() => {
    ended = true;
    running.delete(abortAtExit);
  });
  return {
    name: options.name,
    pid,
    exited,
    hasExited: () => ended,
    lastOutput: () => output.read(),
    kill: () => abort('SIGKILL'),
    async stop(timeoutMs = STOP_TIMEOUT_MS) {
      if (ended) {
        return;
      }
      signalProcess(pid, options.stopSignal ?? 'SIGTERM');
      if (await endsWithin(exited, timeoutMs)) {
        return;
      }
      abort(options.abortSignal ?? 'SIGKILL');
      if (!(await endsWithin(exited, ABORT_TIMEOUT_MS))) {
        abort('SIGKILL');
        await exited;
      }
    },
  };
}

function watchExit(abort: () => void): void {
  if (running.size === 0) {
    process.removeListener('exit', abortAll);
    process.once('exit', abortAll);
  }
  running.add(abort);
}

function abortAll(): void {
  for (const abort of running) {
    abort();
  }
}

async function endsWithin(exited: Promise<ProcessExit>, timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs);
  });
  const inTime = await Promise.race([exited.then(() => true), timeout]);
  clearTimeout(timer);
  return inTime;
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  signalProcess(process.platform === 'win32' ? pid : -pid, signal);
}
