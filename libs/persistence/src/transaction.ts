import { type ActionRule, authorise, type CallContext, DomainError, type Subject } from '@gongxiang/domain';
import type { EntityManager } from 'typeorm';
import { Canonical } from './canonical-json.js';
import type { Turn, TurnsTaken } from './turns.js';

/** A checked permission, stored with the answer so that a replay checks it again. */
export interface Decision {
  readonly rule: ActionRule;
  readonly subject: Subject;
}

/** A change by a use case, for the audit trail. Personal values never appear in it in the clear. */
export interface Change {
  /** E.g. `registration`. */
  readonly noun: string;
  readonly id: string;
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
}

/** A change whose values are captured at the time of the change. */
export interface CapturedChange {
  readonly noun: string;
  readonly id: string;
  readonly before: Canonical;
  readonly after: Canonical;
}

/** Writes the gathered items right before the commit, see {@link Transaction.writeLast}. */
export type LastWrite<Item> = (tx: Transaction, items: readonly Item[]) => Promise<void>;

/** The driver's connection: statements are sent in the order of these calls. */
interface Connection {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/** State shared by every `Transaction` handle on one database transaction. */
interface Shared {
  readonly sent: Promise<unknown>[];
  readonly known: Map<string, Promise<unknown>>;
  readonly last: Map<LastWrite<unknown>, unknown[]>;
}

/**
 * One unit of work: the database transaction and everything decided within it. It is passed explicitly to every
 * repository method. It must never wait for the network.
 */
export class Transaction {
  readonly decisions: Decision[] = [];
  readonly changes: CapturedChange[] = [];
  /** Whether the caller's version was compared: see {@link requireVersion}. */
  hasComparedVersion = false;
  private readonly afterCommitWork: (() => void)[] = [];

  constructor(
    readonly sql: EntityManager,
    readonly call: CallContext,
    readonly now: Date,
    /** Null for a read, which takes no locks. */
    private readonly turns: TurnsTaken | null,
    private readonly shared: Shared = { sent: [], known: new Map(), last: new Map() },
  ) {}

  /** A handle on the same database transaction for another caller. */
  of(call: CallContext): Transaction {
    return new Transaction(this.sql, call, this.now, this.turns, this.shared);
  }

  /**
   * A handle for work that may be rolled back alone, to a savepoint: what it gathers counts once {@link adopt} is
   * called.
   */
  part(sql = this.sql, call = this.call): Transaction {
    return new Transaction(sql, call, this.now, this.turns);
  }

  /** Takes over the pending writes and after-commit work of a part. */
  adopt(part: Transaction): void {
    for (const [write, items] of part.shared.last) this.writeLast(write, items);
    this.afterCommit(() => part.committed());
  }

  /**
   * Memoises a read of data that does not change until the commit, for all handles on the transaction.
   * @param key identifies what is read
   */
  once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const { known } = this.shared;
    const existing = known.get(key) as Promise<T> | undefined;
    if (existing !== undefined) return existing;
    const reading = read();
    known.set(key, reading);
    return reading;
  }

  /** Call it before locking the row of an aggregate with much contention: see {@link TurnsTaken.take}. */
  takeTurn(turn: Turn): void {
    if (this.turns === null) throw new Error('a read locks nothing');
    this.turns.take(turn);
  }

  /** Checks the caller's permission, and records the decision. @throws DomainError */
  authorise(rule: ActionRule, subject: Subject): void {
    if (this.call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    authorise(this.call.actor, rule, subject);
    this.decisions.push({ rule, subject });
  }

  /** The caller's person id. @throws DomainError `NOT_SIGNED_IN` */
  get personId(): string {
    if (this.call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    return this.call.actor.personId;
  }

  audit({ noun, id, before, after }: Change): void {
    this.changes.push({
      noun,
      id,
      before: new Canonical(before ?? null),
      after: new Canonical(after ?? null),
    });
  }

  /**
   * Runs a statement whose result is not needed: it is awaited before the commit, and rolled back with the rest if it
   * fails. The database executes it while the use case goes on; later queries are executed after it.
   */
  send(statement: Promise<unknown>): void {
    statement.catch(() => undefined); // settle() rethrows it
    this.shared.sent.push(statement);
  }

  /**
   * Sends a statement, and right behind it the queries of `behind`, without waiting for a result in between.
   * PostgreSQL executes the statements of a connection in order, so a query behind a lock sees the state under the
   * lock. The statement is on its way before `behind` is called: the order does not depend on how many ticks the
   * mapper takes with its own statements.
   * @param text a statement whose result is not needed
   */
  async ahead<T>(text: string, values: readonly unknown[], behind: () => Promise<T>): Promise<T> {
    const connection = (await this.sql.queryRunner?.connect()) as Connection | undefined;
    if (connection === undefined) throw new Error('only a transaction has a connection of its own');
    const sent = connection.query(text, [...values]);
    const [result] = await Promise.all([behind(), sent]);
    return result;
  }

  /** @throws the error of the first sent statement that failed */
  async settle(): Promise<void> {
    await Promise.all(this.shared.sent.splice(0));
  }

  /**
   * Gathers rows to write as the very last step before the commit, in one call for all handles on the transaction:
   * rows whose locks may be taken only when no other lock will be requested.
   */
  writeLast<Item>(write: LastWrite<Item>, items: readonly Item[]): void {
    const { last } = this.shared;
    const writer = write as LastWrite<unknown>;
    last.set(writer, [...(last.get(writer) ?? []), ...items]);
  }

  /** Writes what {@link writeLast} has gathered, and then what these writers gather in turn. */
  async finish(): Promise<void> {
    while (this.shared.last.size > 0) {
      const gathered = [...this.shared.last];
      this.shared.last.clear();
      for (const [write, items] of gathered) await write(this, items);
    }
  }

  /**
   * Runs something after the commit, such as waking the relay. It is lost if the process dies, so nothing may depend
   * on it.
   */
  afterCommit(work: () => void): void {
    this.afterCommitWork.push(work);
  }

  committed(): void {
    for (const work of this.afterCommitWork) work();
  }
}

/**
 * Compares the version that the caller saw with the current one.
 * @throws DomainError `VERSION_REQUIRED` without `If-Match`, `VERSION_STALE` if somebody was faster
 */
export function requireVersion(tx: Transaction, version: number): void {
  if (tx.call.ifMatch === null) throw new DomainError('VERSION_REQUIRED');
  if (tx.call.ifMatch !== version) throw new DomainError('VERSION_STALE', { params: { version } });
  tx.hasComparedVersion = true;
}
