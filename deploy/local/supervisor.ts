import type { Progress } from './progress.js';

/** What the supervisor needs of a process, whichever it is. */
export interface SupervisedProcess {
  readonly pid: number;
  readonly exited: Promise<unknown>;
  stop(): Promise<void>;
}

export interface SupervisedOptions {
  readonly name: string;
  readonly start: () => Promise<SupervisedProcess>;
  readonly progress: Progress;
  /** Where the person finds out why it died. */
  readonly logFile: string;
  /** Called after every start, also the first. */
  readonly onStarted?: (pid: number) => void;
  readonly backoff?: Backoff;
}

/** Milliseconds. */
export interface Backoff {
  readonly firstMs: number;
  readonly maxMs: number;
  /** Who ran this long is healthy again, and waits as little as at first. */
  readonly healthyAfterMs: number;
}

export interface Supervised {
  readonly name: string;
  /** How often it died since the first start. */
  deaths(): number;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const BACKOFF: Backoff = { firstMs: 500, maxMs: 30_000, healthyAfterMs: 60_000 };

/** The wait before a restart: doubled with each death in a row, to a limit. */
export function backoffDelay(deathsInARow: number, backoff: Backoff = BACKOFF): number {
  return Math.min(backoff.maxMs, backoff.firstMs * 2 ** Math.max(0, deathsInARow - 1));
}

/**
 * Starts a process and starts it again whenever it ends by itself, after a wait that doubles, and says so each time.
 *
 * @throws whatever the first start throws; later failures count as deaths
 */
export async function supervise(options: SupervisedOptions): Promise<Supervised> {
  const state: State = {
    options,
    backoff: options.backoff ?? BACKOFF,
    isStopping: false,
    deaths: 0,
    deathsInARow: 0,
  };
  await start(state);
  return {
    name: options.name,
    deaths: () => state.deaths,
    async restart() {
      await stopCurrent(state);
      state.deathsInARow = 0;
      await start(state);
    },
    async stop() {
      state.isStopping = true;
      state.endPause?.();
      await stopCurrent(state);
    },
  };
}

interface State {
  readonly options: SupervisedOptions;
  readonly backoff: Backoff;
  current?: SupervisedProcess;
  isStopping: boolean;
  deaths: number;
  deathsInARow: number;
  /** Ends the wait before a restart early. */
  endPause?: () => void;
}

async function start(state: State): Promise<void> {
  if (state.isStopping) {
    return;
  }
  const startedAt = Date.now();
  const started = await state.options.start();
  if (state.isStopping) {
    await started.stop();
    return;
  }
  state.current = started;
  state.options.onStarted?.(started.pid);
  void started.exited.then((how) => {
    if (state.current === started && !state.isStopping) {
      state.current = undefined;
      void revive(state, howItEnded(how), Date.now() - startedAt);
    }
  });
}

async function revive(state: State, reason: string, ranMs: number): Promise<void> {
  const { name, progress, logFile } = state.options;
  state.deaths += 1;
  state.deathsInARow = ranMs >= state.backoff.healthyAfterMs ? 1 : state.deathsInARow + 1;
  const delayMs = backoffDelay(state.deathsInARow, state.backoff);
  progress.say(`${name} ended (${reason}); it starts again in ${delayMs / 1_000} s, see ${logFile}`);
  await pause(state, delayMs);
  // A restart by hand may have come first.
  if (state.isStopping || state.current !== undefined) {
    return;
  }
  try {
    await start(state);
    progress.say(`${name} was started again`);
  } catch (error) {
    await revive(state, (error as Error).message, 0);
  }
}

async function pause(state: State, delayMs: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, delayMs);
    state.endPause = () => {
      clearTimeout(timer);
      resolve();
    };
  });
  state.endPause = undefined;
}

async function stopCurrent(state: State): Promise<void> {
  const stopped = state.current;
  state.current = undefined;
  await stopped?.stop();
}

function howItEnded(how: unknown): string {
  const exit = how as { readonly code?: number | null; readonly signal?: string | null } | undefined;
  return exit?.signal ?? `code ${exit?.code ?? 'unknown'}`;
}
