import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Logger } from '@gongxiang/observability';
import { Piscina } from 'piscina';
import type { Done, Ordered, ThreadTask } from './thread-task.js';
import { type Asker, timeUp, type TurnLimits, FairTurns } from './fair-turns.js';

const threadsMax = Math.max(2, Math.min(8, availableParallelism() - 1));

/** Two threads at least, and one person never has more than one: while they compute, there is another for all others. */
export const usualLimits: TurnLimits = {
  atOnce: threadsMax,
  atOncePerPerson: 1,
  waitingPerPersonMax: 8,
  waitingMax: 256,
  budgetMs: 20_000,
};
/** Of any one task, however long its caller would wait. */
const taskMsMax = 30_000;
/** A task that begins in its last moments comes to nothing, but for the thread that is ended with it. */
const beginMsMin = 500;
const heapMbMax = 256;
const idleMs = 60_000;
/** The scheduler of the operating system serves the event loops first: a thread gets what they leave, and a hundredth at least. */
const niceIncrement = 19;
/** Set by the tests' runtime: how a thread is to be started so that it reads modules as the tests do. */
const startedAs = Symbol.for('gongxiang.threads');

/**
 * The threads of a service, for what takes the processor for longer than other requests can wait. A task has until its
 * caller's deadline, for a bounded heap; then its thread is ended, and the next task begins in a fresh one. People take turns, see
 * `FairTurns`. No thread is started before the first task, and none is kept for long without one.
 */
export class Threads implements OnApplicationShutdown {
  private readonly turns: FairTurns;
  private readonly pool: Piscina<Ordered, Done>;

  constructor(
    private readonly logger: Logger,
    limits: TurnLimits = usualLimits,
  ) {
    this.turns = new FairTurns(limits);
    this.pool = new Piscina<Ordered, Done>({
      filename: fileURLToPath(import.meta.url).replace(/threads(\.[jt]s)$/, 'thread$1'),
      minThreads: 0,
      maxThreads: limits.atOnce,
      idleTimeout: idleMs,
      niceIncrement,
      resourceLimits: { maxOldGenerationSizeMb: heapMbMax },
      // Neither secrets nor flags of this process are a task's business.
      env: {},
      execArgv: (globalThis as { [startedAs]?: string[] })[startedAs] ?? [],
    });
    // Of a thread that had no task: unheard, it would end the process. The next task has another.
    this.pool.on('error', (error: Error) => this.logger.error({ stack: error.stack }, 'a thread has failed'));
  }

  /**
   * Runs the task in a thread, when the asker's turn has come; one that is small, here and at once.
   * @returns what the function returns
   * @throws DomainError what the function throws; `BUSY` where too many tasks wait or the person has used up their budget,
   *   `TIME_UP` at the deadline, `TASK_TOO_LARGE` where it takes more memory than a task may
   */
  async run<Input, Output>(task: ThreadTask<Input, Output>, input: Input, asker: Asker): Promise<Output> {
    const { module, name, run, isSmall } = task;
    if (isSmall(input)) return run(input);
    const done = await this.turns.take(asker, () => this.start({ module, name, input }, asker.deadline));
    if ('refused' in done) throw new DomainError(done.refused.code, done.refused.options);
    return done.output as Output;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }

  private async start(order: Ordered, deadline: number): Promise<Done> {
    const leftMs = Math.min(deadline - Date.now(), taskMsMax);
    if (leftMs < beginMsMin) throw timeUp();
    const signal = AbortSignal.timeout(Math.ceil(leftMs));
    try {
      return await this.pool.run(order, { signal });
    } catch (error) {
      if (signal.aborted) throw timeUp();
      throw (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? new DomainError('TASK_TOO_LARGE')
        : error;
    }
  }
}
