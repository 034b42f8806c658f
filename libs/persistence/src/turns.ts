import { AsyncResource } from 'node:async_hooks';
import { DomainError } from '@gongxiang/domain';

/** Work that may let the next one start before it has ended. */
type Work<T> = (letNext: () => void) => Promise<T>;

interface Queue {
  readonly waiting: Work<void>[];
  isRunning: boolean;
}

export interface TurnBounds {
  /** Waiting work per key; more is refused. */
  readonly waitingMax: number;
  /** Keys that work at a time, which bounds their share of the process's connections. */
  readonly keysAtOnce: number;
}

/** The turn at one aggregate. */
export interface Turn {
  readonly turns: Turns;
  readonly key: string;
}

/** Ends a turn. */
type Leave = () => void;

/**
 * Runs work for each key one after the other, and the keys take turns. All changes to an aggregate lock the same row:
 * under contention they would otherwise hold every connection of the process in that lock's queue, so that nothing
 * else moved, and PostgreSQL slows down with the number of transactions queueing for a row. The lock itself still
 * excludes other replicas. A transaction that takes the lock takes the turn: {@link Transaction.takeTurn}.
 */
export class Turns {
  private readonly queues = new Map<string, Queue>();
  /** Keys with work that may start, the longest waiting first. */
  private readonly ready: string[] = [];
  private running = 0;

  constructor(private readonly bounds: TurnBounds) {}

  /** The turn at an aggregate; its id is case-insensitive. */
  at(id: string): Turn {
    return { turns: this, key: id.toLowerCase() };
  }

  /**
   * @param work may call `letNext` once it only waits for the database: the row lock still serialises them
   * @throws DomainError `BUSY` if too many wait for this key already
   */
  async take<T>(key: string, work: Work<T>): Promise<T> {
    const queue = this.queues.get(key) ?? { waiting: [], isRunning: false };
    if (queue.waiting.length >= this.bounds.waitingMax)
      throw new DomainError('BUSY', { retryAfterSeconds: 1 });
    this.queues.set(key, queue);
    // It is started by another request and must not run in that one's trace.
    const own = AsyncResource.bind(work);
    return new Promise<T>((resolve, reject) => {
      // The next one runs whether this one succeeds or not; the caller gets the failure.
      queue.waiting.push(async (letNext) => own(letNext).then(resolve, reject));
      if (!queue.isRunning && queue.waiting.length === 1) this.ready.push(key);
      this.begin();
    });
  }

  /**
   * Waits for the turn. @returns a function that ends it @throws DomainError `BUSY` if too many wait for this key
   * already
   */
  enter(key: string): Promise<Leave> {
    return new Promise((resolve, reject) => {
      this.take(key, () => new Promise<void>(resolve)).catch(reject);
    });
  }

  /** @returns null if others hold or await the turn, or `keysAtOnce` keys are at work */
  tryEnter(key: string): Leave | null {
    if (this.queues.has(key) || this.running >= this.bounds.keysAtOnce) return null;
    const queue = { waiting: [], isRunning: false };
    this.queues.set(key, queue);
    return this.start(key, queue).leave;
  }

  private begin(): void {
    while (this.running < this.bounds.keysAtOnce) {
      const key = this.ready.shift();
      if (key === undefined) return;
      void this.run(key);
    }
  }

  private async run(key: string): Promise<void> {
    const queue = this.queues.get(key);
    const work = queue?.waiting.shift();
    if (queue === undefined || work === undefined) return;
    const { letNext, leave } = this.start(key, queue);
    try {
      await work(letNext);
    } finally {
      leave();
    }
  }

  private start(key: string, queue: Queue): { readonly letNext: () => void; readonly leave: Leave } {
    queue.isRunning = true;
    this.running += 1;
    let hasLetNext = false;
    const letNext = (): void => {
      if (hasLetNext) return;
      hasLetNext = true;
      queue.isRunning = false;
      if (queue.waiting.length > 0) this.ready.push(key);
      else this.queues.delete(key);
      this.begin();
    };
    const leave = (): void => {
      this.running -= 1;
      letNext();
      this.begin();
    };
    return { letNext, leave };
  }
}

/**
 * Aborts a transaction that has to wait for a turn: it waits without a connection, and starts again with the turn.
 */
export class TurnAwaited extends Error {
  constructor(readonly turn: Turn) {
    super(`the turn at ${turn.key} is awaited`);
  }
}

/** The turns that one transaction holds, from its first statement to its end. */
export class TurnsTaken {
  private readonly held: { readonly turn: Turn; readonly leave: Leave }[] = [];
  private mayAwait = true;

  /** @param awaited is awaited before the transaction begins */
  constructor(private awaited?: Turn) {}

  /** For a transaction within a turn that its owner ends. */
  static within(turn: Turn): TurnsTaken {
    const turns = new TurnsTaken();
    turns.held.push({ turn, leave: () => undefined });
    turns.mayAwait = false;
    return turns;
  }

  /** Call before each attempt. @throws DomainError `BUSY` */
  async begin(): Promise<void> {
    const turn = this.awaited;
    if (turn !== undefined) this.held.push({ turn, leave: await turn.turns.enter(turn.key) });
  }

  /**
   * Call before locking a row. A transaction waits once at most, and while holding nothing, so that no two can
   * deadlock; if it meets a second busy aggregate, the row lock itself makes it wait.
   * @throws TurnAwaited if somebody else holds the turn
   */
  take(turn: Turn): void {
    if (this.held.some((one) => one.turn.turns === turn.turns && one.turn.key === turn.key)) return;
    const leave = turn.turns.tryEnter(turn.key);
    if (leave !== null) this.held.push({ turn, leave });
    else if (this.mayAwait) {
      this.mayAwait = false;
      this.awaited = turn;
      throw new TurnAwaited(turn);
    }
  }

  /** Call after each attempt. */
  end(): void {
    for (const { leave } of this.held.splice(0)) leave();
  }
}
