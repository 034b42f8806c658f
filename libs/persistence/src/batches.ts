import { AsyncResource } from 'node:async_hooks';
import { DomainError } from '@gongxiang/domain';
import { isDatabaseAway } from './outage.js';
import type { Turn, Turns } from './turns.js';

/** So many are decided in one transaction. */
const batchMax = 200;
const waitingMax = 2_000;
/** So many callers go on in one turn of the event loop. */
const deliveredAtOnce = 64;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly deadline: number;
  /** Of the request that brought the item: what runs in it is in its trace. */
  readonly request: AsyncResource;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** Items that are decided together. */
export interface Batch<Item> {
  /** In which it is decided. */
  readonly turn: Turn;
  /** Called when its transaction begins: who comes until then goes with it. The same ones each time. */
  take(): readonly Item[];
  /** Nothing is left but to wait for the database: the next batch may get ready. */
  sent(): void;
}

/** Decides the items of a batch of one key, in their order. */
export type Decide<Item, Result> = (
  key: string,
  batch: Batch<Item>,
) => Promise<readonly (Result | DomainError)[]>;

/**
 * Group commit. What arrives for a key while a batch of it is being decided waits, and goes together in the next one: one
 * lock and one commit for all. There is no timer: who comes alone is decided at once, and in a rush the batches grow to
 * what one of them lets gather. An unexpected failure of a batch is nobody's in particular, so each of its items is then
 * decided alone: one bad request cannot fail its neighbours.
 */
export class Batches<Item, Result> {
  private readonly waiting = new Map<string, Waiting<Item, Result>[]>();

  constructor(
    private readonly turns: Turns,
    private readonly decide: Decide<Item, Result>,
  ) {}

  /**
   * @param deadline when nobody waits for the answer any more, in ms since the epoch
   * @throws DomainError the refusal; `BUSY` where 2,000 wait for this key already, `TIME_UP` where its turn comes too late
   */
  async add(id: string, item: Item, deadline: number): Promise<Result> {
    const { key } = this.turns.at(id);
    const waiting = this.waiting.get(key) ?? [];
    if (waiting.length >= waitingMax) throw new DomainError('BUSY', { retryAfterSeconds: 1 });
    const request = new AsyncResource('Waiting');
    return new Promise<Result>((resolve, reject) => {
      waiting.push({ item, deadline, request, resolve, reject });
      if (waiting.length > 1) return;
      this.waiting.set(key, waiting);
      this.scheduleNext(key, waiting);
    });
  }

  private scheduleNext(key: string, waiting: Waiting<Item, Result>[]): void {
    this.turns
      .take(key, (letNext) => this.decideNext(key, waiting, letNext))
      .catch((error: unknown) => {
        this.waiting.delete(key);
        for (const one of waiting.splice(0)) one.reject(error);
      });
  }

  private async decideNext(
    key: string,
    waiting: Waiting<Item, Result>[],
    letNext: () => void,
  ): Promise<void> {
    const [first] = waiting;
    if (first === undefined) return;
    let taken: Waiting<Item, Result>[] | undefined;
    const take = (): Waiting<Item, Result>[] => (taken ??= this.taken(key, waiting));
    try {
      // What all of them share, such as its statements, is shown in the trace of the first.
      const results = await first.request.runInAsyncScope(() =>
        this.decide(key, {
          turn: this.turns.at(key),
          take: () => take().map(({ item }) => item),
          sent: letNext,
        }),
      );
      deliver(take(), results);
    } catch (error) {
      await this.decideAlone(key, take(), error);
    }
  }

  /** The oldest first. What is left has the next turn, behind whatever else waits for the key. */
  private taken(key: string, waiting: Waiting<Item, Result>[]): Waiting<Item, Result>[] {
    const batch = waiting.splice(0, batchMax);
    if (waiting.length > 0) this.scheduleNext(key, waiting);
    else this.waiting.delete(key);
    const now = Date.now();
    for (const late of batch.filter(({ deadline }) => deadline < now)) {
      late.reject(new DomainError('TIME_UP', { retryAfterSeconds: 1 }));
    }
    return batch.filter(({ deadline }) => deadline >= now);
  }

  private async decideAlone(
    key: string,
    batch: readonly Waiting<Item, Result>[],
    error: unknown,
  ): Promise<void> {
    if (batch.length === 1 || isDatabaseAway(error)) {
      for (const one of batch) one.reject(error);
      return;
    }
    for (const one of batch) {
      try {
        const alone = { turn: this.turns.at(key), take: () => [one.item], sent: () => undefined };
        deliver([one], await one.request.runInAsyncScope(() => this.decide(key, alone)));
      } catch (own) {
        one.reject(own);
      }
    }
  }
}

/**
 * Tells the callers a few at a time: what they make of their answers takes as long as a statement of the next batch, which
 * is at the database meanwhile.
 */
function deliver<Item, Result>(
  batch: readonly Waiting<Item, Result>[],
  results: readonly (Result | DomainError)[],
  from = 0,
): void {
  setImmediate(() => {
    batch.slice(from, from + deliveredAtOnce).forEach((one, index) => {
      const result = results[from + index];
      if (result instanceof DomainError || result === undefined)
        one.reject(result ?? new DomainError('INTERNAL'));
      else one.resolve(result);
    });
    if (from + deliveredAtOnce < batch.length) deliver(batch, results, from + deliveredAtOnce);
  });
}
