import { type CallContext, type Clock, DomainError, systemCall } from '@gongxiang/domain';
import type { DataSource } from 'typeorm';
import { writeAudit } from './audit.js';
import { claimKey, keepAnswer, keepRefusal, requestHash } from './idempotency.js';
import { inTransaction } from './in-transaction.js';
import { Transaction } from './transaction.js';

/** What came of a command: its view, and whether it made something or found it there. */
export interface Outcome<T> {
  readonly body: T;
  /** The thing was there already: a natural duplicate. */
  readonly existing: boolean;
  /** The answer is that of an earlier call with the same key. */
  readonly replayed: boolean;
}

/** Returned by a use case instead of its view where it found, rather than made, what was asked for. */
export class Existing<T> {
  constructor(readonly body: T) {}
}

export interface CommandOptions<T> {
  /** What a replay shows, where the view holds a secret that must not be kept. */
  readonly keep?: (body: T) => T;
}

/** Opens the transactions of a service: one for each command, event and due work. */
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Runs a command once per idempotency key, and writes what it changed to the audit trail, all in one transaction. */
  async command<T>(
    call: CallContext,
    contract: { readonly subject: string },
    request: unknown,
    work: (tx: Transaction) => Promise<T | Existing<T>>,
    options: CommandOptions<T> = {},
  ): Promise<Outcome<T>> {
    const route = contract.subject;
    const hash = requestHash(request);
    let last: Transaction | undefined;
    try {
      return await inTransaction(this.dataSource, this.scope(call), async (tx) => {
        last = tx;
        const kept = await claimKey(tx, route, hash);
        if (kept) return { body: kept.body as T, existing: kept.existing, replayed: true };
        const result = await work(tx);
        const existing = result instanceof Existing;
        const body = existing ? result.body : result;
        await writeAudit(tx, route);
        await keepAnswer(tx, route, { existing, body: options.keep ? options.keep(body) : body });
        return { body, existing, replayed: false };
      });
    } catch (error) {
      if (error instanceof DomainError && last)
        await keepRefusal(this.dataSource, last, route, { hash, error });
      throw error;
    }
  }

  /** Runs a query: consistent per statement, without a transaction, so that a read holds no connection while it thinks. */
  async read<T>(call: CallContext, work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (Date.now() > call.deadline) throw new DomainError('TIME_UP', { retryAfterSeconds: 1 });
    return work(new Transaction(this.dataSource.manager, call, this.clock.now()));
  }

  /** Runs work that no person asked for: an event, something due, a background step. */
  async system<T>(traceparent: string, work: (tx: Transaction) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, this.scope(systemCall(traceparent)), work);
  }

  private scope(call: CallContext): { call: CallContext; now: () => Date } {
    return { call, now: () => this.clock.now() };
  }
}
