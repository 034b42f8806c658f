import { AsyncResource } from 'node:async_hooks';
import { DomainError } from '@gongxiang/domain';

/** Work that may let the next one begin before it has ended. */
type Work<T> = (letNext: () => void) => Promise<T>;

interface Queue {
  readonly waiting: Work<void>[];
  isRunning: boolean;
}

export interface TurnBounds {
  /** So many wait for one key; more are refused. */
  readonly waitingMax: number;
  /** So many keys are at work at a time: what they may take of the connections of the process. */
  readonly keysAtOnce: number;
}

/** The turn at one thing. */
export interface Turn {
  readonly turns: Turns;
  readonly key: string;
}

/** Ends a turn. */
type Leave = () => void;

/**
 * Lets one piece of work after the other at each key, and the keys take turns. All that is done to one thing needs the
 * lock of the same row: a rush on it would otherwise hold every connection of the process in that lock's queue, so that
 * nothing else moved, and PostgreSQL is slower the more transactions queue for one row. The lock itself stays what keeps
 * replicas apart. Who takes the lock takes the turn: {@link Transaction.takeTurn}.
 */
export class Turns {
  private readonly queues = new Map<string, Queue>();
  /** The keys with work that may begin, the longest waiting first. */
  private readonly ready: string[] = [];
  private running = 0;

  constructor(private readonly bounds: TurnBounds) {}

  /** The turn at a thing, which is one however its id is written. */
  at(id: string): Turn {
    return { turns: this, key: id.toLowerCase() };
  }

  /**
   * @param work that has nothing left but to wait for the database may let the next one get ready: the lock still keeps
   *   them apart
   * @throws DomainError `BUSY` where too many wait for this key already
   */
  async take<T>(key: string, work: Work<T>): Promise<T> {
    const queue = this.queues.get(key) ?? { waiting: [], isRunning: false };
    if (queue.waiting.length >= this.bounds.waitingMax)
      throw new DomainError('BUSY', { retryAfterSeconds: 1 });
    this.queues.set(key, queue);
    // Whoever lets it begin is another request: it must not run in that one's trace.
    const own = AsyncResource.bind(work);
    return new Promise<T>((resolve, reject) => {
      // The next one comes whether this one succeeds or not; its own caller hears of the failure.
      queue.waiting.push(async (letNext) => own(letNext).then(resolve, reject));
      if (!queue.isRunning && queue.waiting.length === 1) this.ready.push(key);
      this.begin();
    });
  }

  /** Waits for the turn. @returns ends it @throws DomainError `BUSY` where too many wait for this key already */
  enter(key: string): Promise<Leave> {
    return new Promise((resolve, reject) => {
      this.take(key, () => new Promise<void>(resolve)).catch(reject);
    });
  }

  /** @returns null where others have the turn or wait for it, or as many keys are at work as may be */
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
    let isOver = false;
    const letNext = (): void => {
      if (isOver) return;
      isOver = true;
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

/** Thrown out of a transaction that is to wait for a turn: it waits without a connection, and begins anew when it has it. */
export class TurnAwaited extends Error {
  constructor(readonly turn: Turn) {
    super(`the turn at ${turn.key} is awaited`);
  }
}

/** The turns of one transaction, from its first statement to its end. */
export class TurnsTaken {
  private readonly held: { readonly turn: Turn; readonly leave: Leave }[] = [];
  private mayAwait = true;

  /** @param awaited waited for before the transaction begins */
  constructor(private awaited?: Turn) {}

  /** For a transaction within a turn, which is ended by who has taken it. */
  static within(turn: Turn): TurnsTaken {
    const turns = new TurnsTaken();
    turns.held.push({ turn, leave: () => undefined });
    turns.mayAwait = false;
    return turns;
  }

  /** Before each try. @throws DomainError `BUSY` */
  async begin(): Promise<void> {
    const turn = this.awaited;
    if (turn !== undefined) this.held.push({ turn, leave: await turn.turns.enter(turn.key) });
  }

  /**
   * For a transaction that is about to lock a row. It waits once at most, and holding nothing, so that no two can wait for each
   * other; where it comes to a second thing that is taken, the row's own lock makes it wait.
   * @throws TurnAwaited where somebody else has it
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

  /** After each try. */
  end(): void {
    for (const { leave } of this.held.splice(0)) leave();
  }
}
