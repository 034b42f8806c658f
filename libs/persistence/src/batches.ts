import { AsyncResource } from 'node:async_hooks';
import { DomainError, timeUp } from '@gongxiang/domain';
import { isDatabaseAway } from './outage.js';
import type { Turn, Turns } from './turns.js';

/** How many items are decided in one transaction. */
const batchMax = 200;
const waitingMax = 2_000;
/** How many callers resume in one turn of the event loop. */
const resolvedPerTurn = 64;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly deadline: number;
  /** The async context of the item's request, which carries its trace. */
  readonly request: AsyncResource;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** Items that are decided in one transaction. */
export interface Batch<Item> {
  /** The turn that the batch holds. */
  readonly turn: Turn;
  /**
   * Closes the batch when its transaction begins: items added until then belong to it. Returns the same items each
   * time.
   */
  take(): readonly Item[];
  /** All statements are sent, only the commit is pending: the next batch may prepare. */
  sent(): void;
}

/** Decides the items of a batch for one key, in order. */
export type Decide<Item, Result> = (
  key: string,
  batch: Batch<Item>,
) => Promise<readonly (Result | DomainError)[]>;

/**
 * Group commit. Items that arrive for a key while a batch of it is being decided wait, and form the next batch: one
 * lock and one commit for all. There is no timer: a single item is decided at once, and under load the batches grow
 * by what arrives during one of them. An unexpected failure of a batch cannot be attributed to an item, so each is
 * then decided alone: one bad request cannot fail its neighbours.
 */
export class Batches<Item, Result> {
  private readonly waiting = new Map<string, Waiting<Item, Result>[]>();

  constructor(
    private readonly turns: Turns,
    private readonly decide: Decide<Item, Result>,
  ) {}

  /**
   * @param deadline when the caller stops waiting, in ms since the epoch
   * @throws DomainError the refusal; `BUSY` if 2,000 items wait for this key already, `TIME_UP` if its turn comes too
   * late
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
    const take = (): Waiting<Item, Result>[] => (taken ??= this.takeBatch(key, waiting));
    try {
      // Shared work, such as the statements, belongs to the trace of the first item.
      const results = await first.request.runInAsyncScope(() =>
        this.decide(key, {
          turn: this.turns.at(key),
          take: () => take().map(({ item }) => item),
          sent: letNext,
        }),
      );
      resolveCallers(take(), results);
    } catch (error) {
      await this.decideAlone(key, take(), error);
    }
  }

  /** Takes the oldest items. The rest gets another turn, behind whatever else waits for the key. */
  private takeBatch(key: string, waiting: Waiting<Item, Result>[]): Waiting<Item, Result>[] {
    const batch = waiting.splice(0, batchMax);
    if (waiting.length > 0) this.scheduleNext(key, waiting);
    else this.waiting.delete(key);
    const now = Date.now();
    for (const late of batch.filter(({ deadline }) => deadline < now)) {
      late.reject(timeUp());
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
        resolveCallers([one], await one.request.runInAsyncScope(() => this.decide(key, alone)));
      } catch (own) {
        one.reject(own);
      }
    }
  }
}

/**
 * Resolves the callers a few at a time: their continuations take as long as a statement of the next batch, which the
 * database executes meanwhile.
 */
function resolveCallers<Item, Result>(
  batch: readonly Waiting<Item, Result>[],
  results: readonly (Result | DomainError)[],
  from = 0,
): void {
  setImmediate(() => {
    batch.slice(from, from + resolvedPerTurn).forEach((one, index) => {
      const result = results[from + index];
      if (result instanceof DomainError || result === undefined)
        one.reject(result ?? new DomainError('INTERNAL'));
      else one.resolve(result);
    });
    if (from + resolvedPerTurn < batch.length) resolveCallers(batch, results, from + resolvedPerTurn);
  });
}
