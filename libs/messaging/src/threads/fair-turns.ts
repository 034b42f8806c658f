import { type CallContext, DomainError, minuteMs, timeUp } from '@gongxiang/domain';
import type { ProcessorTime } from './thread-task.js';

/** The person who requests work, and the deadline of their request. */
export interface TaskRequester {
  /** The budget's owner: a person's id, or the name of background work. */
  readonly person: string;
  /** Milliseconds since 1970; `Infinity` if nobody waits. */
  readonly deadline: number;
}

/** The signed-in person of a call, or its network address. */
export function taskRequesterOf({ actor, from, deadline }: CallContext): TaskRequester {
  return { person: actor?.personId ?? from, deadline };
}

export interface TurnLimits {
  /** Concurrent tasks of all people together. */
  readonly atOnce: number;
  /** Concurrent tasks of one person. */
  readonly atOncePerPerson: number;
  /** Waiting tasks of one person. */
  readonly waitingPerPersonMax: number;
  /** Waiting tasks of all people. */
  readonly waitingMax: number;
  /** Milliseconds of processor that one person may use per minute; null for no limit. */
  readonly budgetMs: number | null;
}

interface Waiting {
  readonly asker: TaskRequester;
  readonly begin: () => void;
  readonly refuse: (error: DomainError) => void;
}

interface PersonQueue {
  running: number;
  readonly waiting: Waiting[];
  /** Milliseconds used; they decay by the budget each minute. */
  usedMs: number;
  usedAt: number;
}

/** Decay per minute without a budget: usage is still counted, as it decides who goes first. */
const defaultDecayMs = 20_000;
/**
 * People with this much recent usage leave the last free slot to others, so that small tasks need not wait for large
 * ones.
 */
const heavyUseMs = 200;
/**
 * A slot rests this many times as long as its task waited for a processor. Measured beside 256 callers on two cores: with 0
 * others wait two to six times as long as without them, with 2 up to twice, and beyond 5 it is only the callers who get less.
 */
const restPerWait = 4;
const restMsMax = 1_000;
/** What a task that has just ended counts for in the mean of all. */
const newestShare = 0.1;

/**
 * Schedules tasks by recent usage: the person who has used least in the last minute goes first. A person's first task
 * waits for running tasks only, not for the backlog of others. Each person has a budget beyond which they are
 * refused. A task that had to wait for a processor has kept others from it as well, in this process or another: its slot
 * rests after it, so that a busy machine computes less of what is long, and a quiet one all that it can.
 */
export class FairTurns {
  private running = 0;
  private waiting = 0;
  /** How long tasks take lately; 0 before the first. */
  private taskMs = 0;
  private readonly queues = new Map<string, PersonQueue>();
  /** The queues with waiting tasks, in the order of their turns. */
  private readonly rotation: PersonQueue[] = [];

  constructor(
    private readonly limits: TurnLimits,
    /** A monotonic clock in milliseconds. */
    private readonly now: () => number = () => performance.now(),
    /** From 0 to 1. */
    private readonly random: () => number = Math.random,
  ) {}

  /**
   * @param work is started once, or not at all
   * @param processorOf what it used, by its result; undefined stands for the time that went by, which on a busy machine is
   * many times what it used
   * @throws DomainError `BUSY` if too many tasks wait, their turn would come after the deadline, or the person's budget is
   * used up; `TIME_UP` if the deadline passes before their turn nevertheless
   */
  async take<T>(
    asker: TaskRequester,
    work: () => Promise<T>,
    processorOf: (result: T) => ProcessorTime | undefined = () => undefined,
  ): Promise<T> {
    const queue = this.queueOf(asker.person);
    try {
      await this.waitForTurn(queue, asker);
    } catch (error) {
      this.dropIfIdle(asker.person, queue);
      throw error;
    }
    const startedAt = this.now();
    let processor: ProcessorTime | undefined;
    try {
      const result = await work();
      processor = processorOf(result);
      return result;
    } finally {
      const tookMs = this.now() - startedAt;
      const restMs = Math.min(restMsMax, restPerWait * (processor?.waitedMs ?? 0));
      this.taskMs += (tookMs + restMs - this.taskMs) * (this.taskMs === 0 ? 1 : newestShare);
      queue.usedMs = Math.min(minuteMs, this.usedMs(queue) + (processor?.usedMs ?? tookMs));
      if (restMs < 1) this.freeSlot(asker.person, queue);
      else setTimeout(() => this.freeSlot(asker.person, queue), restMs);
    }
  }

  private freeSlot(person: string, queue: PersonQueue): void {
    this.running -= 1;
    queue.running -= 1;
    this.startNext();
    this.dropIfIdle(person, queue);
  }

  private waitForTurn(queue: PersonQueue, asker: TaskRequester): Promise<void> {
    this.requireBudget(queue);
    this.requireTime(queue, asker);
    if (queue.waiting.length >= this.limits.waitingPerPersonMax) throw this.full();
    if (this.waiting >= this.limits.waitingMax) this.evictFromLongest(queue);
    return new Promise((begin, refuse) => {
      if (queue.waiting.length === 0) this.rotation.push(queue);
      queue.waiting.push({ asker, begin, refuse });
      this.waiting += 1;
      this.startNext();
    });
  }

  /**
   * When all waiting places are taken, the person with the most of them loses their last one: a few people cannot
   * lock out many.
   */
  private evictFromLongest(queue: PersonQueue): void {
    const longest = this.rotation.reduce(
      (most, one) => (one.waiting.length > most.waiting.length ? one : most),
      queue,
    );
    if (longest.waiting.length <= queue.waiting.length + 1) throw this.full();
    this.waiting -= 1;
    longest.waiting.pop()?.refuse(this.full());
  }

  private startNext(): void {
    while (this.running < this.limits.atOnce) {
      const queue = this.nextQueue();
      const next = queue?.waiting.shift();
      if (queue === undefined || next === undefined) return;
      this.waiting -= 1;
      this.rotation.splice(this.rotation.indexOf(queue), 1);
      if (queue.waiting.length > 0) this.rotation.push(queue);
      this.start(queue, next);
    }
  }

  /** The person with the least usage goes first; among equals the one whose turn has been pending longest. */
  private nextQueue(): PersonQueue | undefined {
    const { atOnce, atOncePerPerson } = this.limits;
    const isLastPlace = atOnce > 1 && this.running === atOnce - 1;
    const free = this.rotation.filter(
      (queue) => queue.running < atOncePerPerson && !(isLastPlace && this.usedMs(queue) >= heavyUseMs),
    );
    return free.reduce<PersonQueue | undefined>(
      (least, one) => (least === undefined || this.usedMs(one) < this.usedMs(least) ? one : least),
      undefined,
    );
  }

  private start(queue: PersonQueue, { asker, begin, refuse }: Waiting): void {
    if (Date.now() > asker.deadline) return refuse(timeUp());
    try {
      this.requireBudget(queue);
    } catch (error) {
      return refuse(error as DomainError);
    }
    this.running += 1;
    queue.running += 1;
    begin();
  }

  private requireBudget(queue: PersonQueue): void {
    const { budgetMs } = this.limits;
    if (budgetMs === null) return;
    const overMs = this.usedMs(queue) - budgetMs;
    if (overMs >= 0) throw busy(Math.ceil((overMs / budgetMs) * (minuteMs / 1_000)));
  }

  /**
   * Whoever has used much and would still wait at their deadline is told so at once: they would wait in vain, and all who do
   * would ask again in the same moment, which keeps everybody else from an answer.
   */
  private requireTime(queue: PersonQueue, { deadline }: TaskRequester): void {
    if (this.usedMs(queue) >= heavyUseMs && Date.now() + this.heavyWaitMs() > deadline) throw this.full();
  }

  /** How long a new task waits of somebody who leaves the last slot to others. */
  private heavyWaitMs(): number {
    return (this.waiting * this.taskMs) / Math.max(1, this.limits.atOnce - 1);
  }

  /** When there is room is spread from half of what those who wait take to half as much again: not all come back at once. */
  private full(): DomainError {
    return busy(Math.round((this.heavyWaitMs() / 1_000) * (0.5 + this.random())));
  }

  /** Usage after the decay since it was last computed. */
  private usedMs(queue: PersonQueue): number {
    const now = this.now();
    const decayed = ((now - queue.usedAt) / minuteMs) * (this.limits.budgetMs ?? defaultDecayMs);
    queue.usedMs = Math.max(0, queue.usedMs - decayed);
    queue.usedAt = now;
    return queue.usedMs;
  }

  private queueOf(person: string): PersonQueue {
    const known = this.queues.get(person);
    if (known !== undefined) return known;
    if (this.queues.size >= this.limits.waitingMax) this.dropIdleQueues();
    const queue: PersonQueue = { running: 0, waiting: [], usedMs: 0, usedAt: this.now() };
    this.queues.set(person, queue);
    return queue;
  }

  /** Drops queues without remaining usage; usage outlives a person's requests by a minute or so. */
  private dropIdleQueues(): void {
    for (const [person, queue] of this.queues) this.dropIfIdle(person, queue);
  }

  private dropIfIdle(person: string, queue: PersonQueue): void {
    const isIdle = queue.running === 0 && queue.waiting.length === 0;
    if (isIdle && this.usedMs(queue) === 0 && this.queues.get(person) === queue) this.queues.delete(person);
  }
}

/**
 * Turns for work that uses little CPU itself: one person gets at most half of the slots and a quarter of the waiting
 * places. Nobody is refused for the time that it takes.
 */
export function fairTurns(atOnce: number, waitingMax: number): FairTurns {
  return new FairTurns({
    atOnce,
    atOncePerPerson: Math.ceil(atOnce / 2),
    waitingPerPersonMax: Math.ceil(waitingMax / 4),
    waitingMax,
    budgetMs: null,
  });
}

function busy(afterSeconds: number): DomainError {
  return new DomainError('BUSY', { retryAfterSeconds: Math.max(1, afterSeconds) });
}
