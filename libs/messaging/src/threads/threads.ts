import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { OnApplicationShutdown } from '@nestjs/common';
import { DomainError, GzippedJson, timeUp } from '@gongxiang/domain';
import type { Logger } from '@gongxiang/observability';
import { Piscina } from 'piscina';
import type { TaskResult, TaskOrder, ThreadTask } from './thread-task.js';
import { type TaskRequester, type TurnLimits, FairTurns } from './fair-turns.js';

const threadsMax = Math.max(2, Math.min(8, availableParallelism() - 1));

/**
 * At least two threads, and one person never uses more than one: while they compute, there is another for everybody
 * else.
 */
const usualLimits: TurnLimits = {
  atOnce: threadsMax,
  atOncePerPerson: 1,
  waitingPerPersonMax: 8,
  waitingMax: 256,
  budgetMs: 20_000,
};
/** Time limit of any task, however long its caller would wait. */
const taskMsMax = 30_000;
/** A task that starts this close to its deadline would be aborted, and its thread with it. */
const startMsMin = 500;
const heapMbMax = 256;
/** A thread that is given less garbage to keep runs no slower; by default it gets as much as the process. */
const youngMbMax = 32;
const idleMs = 60_000;
/**
 * The operating system schedules the event loop first: a thread gets what it leaves, and at least a hundredth. That holds
 * within this process: between processes with a session or a container of their own, Linux weighs these, and not threads.
 * There it is the rest after a task that leaves the processors to others; see `FairTurns`.
 */
const niceIncrement = 19;
/** Set by the tests' runtime: the flags with which a thread starts, so that it loads modules as the tests do. */
const execArgvKey = Symbol.for('gongxiang.threads');

/**
 * The threads of a service, for work that blocks the CPU longer than other requests can wait. A task runs until its
 * caller's deadline and within a bounded heap; beyond either its thread is ended, and the next task starts in a fresh
 * one. People take turns, see `FairTurns`. No thread is started before the first task, and idle threads end soon.
 */
export class Threads implements OnApplicationShutdown {
  private readonly turns: FairTurns;
  private readonly pool: Piscina<TaskOrder, TaskResult>;

  constructor(
    private readonly logger: Logger,
    limits: TurnLimits = usualLimits,
  ) {
    this.turns = new FairTurns(limits);
    this.pool = new Piscina<TaskOrder, TaskResult>({
      filename: fileURLToPath(import.meta.url).replace(/threads(\.[jt]s)$/, 'thread$1'),
      minThreads: 0,
      maxThreads: limits.atOnce,
      idleTimeout: idleMs,
      niceIncrement,
      resourceLimits: { maxOldGenerationSizeMb: heapMbMax, maxYoungGenerationSizeMb: youngMbMax },
      // Tasks get neither the environment nor the flags of this process.
      env: {},
      execArgv: (globalThis as { [execArgvKey]?: string[] })[execArgvKey] ?? [],
    });
    // Errors of an idle thread: without a listener they would end the process. The next task gets another thread.
    this.pool.on('error', (error: Error) => this.logger.error({ stack: error.stack }, 'a thread has failed'));
  }

  /**
   * Runs the task in a thread when it is the requester's turn; a small task runs here and at once.
   * @returns what the function returns
   * @throws DomainError what the function throws; `BUSY` if too many tasks wait or the person has used up their
   * budget, `TIME_UP` at the deadline, `TASK_TOO_LARGE` if it exceeds the memory limit
   */
  async run<Input, Output>(
    task: ThreadTask<Input, Output>,
    input: Input,
    asker: TaskRequester,
  ): Promise<Output> {
    if (task.isSmall(input)) return task.run(input);
    return (await this.inThread(task, { input, asGzippedJson: false }, asker)) as Output;
  }

  /**
   * The same for what goes to the caller as it is: the thread writes its JSON as well, as a million characters would keep
   * the event loop from others for as long as ten requests take. It is compressed, as each process on its way would else
   * hold several copies of a million characters, and collecting them would keep its event loop from others again.
   */
  async answer<Input, Output>(
    task: ThreadTask<Input, Output>,
    input: Input,
    asker: TaskRequester,
  ): Promise<Output | GzippedJson<Output>> {
    if (task.isSmall(input)) return task.run(input);
    return new GzippedJson((await this.inThread(task, { input, asGzippedJson: true }, asker)) as Uint8Array);
  }

  private async inThread<Input, Output>(
    { module, name }: ThreadTask<Input, Output>,
    wish: Pick<TaskOrder, 'input' | 'asGzippedJson'>,
    asker: TaskRequester,
  ): Promise<unknown> {
    const result = await this.turns.take(
      asker,
      () => this.start({ module, name, ...wish }, asker.deadline),
      (done) => done.processor,
    );
    if ('refused' in result) throw new DomainError(result.refused.code, result.refused.options);
    return result.output;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }

  private async start(order: TaskOrder, deadline: number): Promise<TaskResult> {
    const leftMs = Math.min(deadline - Date.now(), taskMsMax);
    if (leftMs < startMsMin) throw timeUp();
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
