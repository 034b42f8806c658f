import { type ActionRule, authorise, type CallContext, DomainError, type Subject } from '@gongxiang/domain';
import type { EntityManager } from 'typeorm';
import { Canonical } from './canonical-json.js';
import type { Turn, TurnsTaken } from './turns.js';

/** A permission that was checked, kept with the answer so that a replay checks it anew. */
export interface Decision {
  readonly rule: ActionRule;
  readonly subject: Subject;
}

/** What a use case changed, for the audit trail. Personal values never stand in it in the clear. */
export interface Change {
  /** E.g. `registration`. */
  readonly noun: string;
  readonly id: string;
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
}

/** Its values are as they were when the change was made. */
export interface NotedChange {
  readonly noun: string;
  readonly id: string;
  readonly before: Canonical;
  readonly after: Canonical;
}

/** Writes what a transaction has gathered for it, see {@link Transaction.writeLast}. */
export type LastWrite<Item> = (tx: Transaction, items: readonly Item[]) => Promise<void>;

/** The driver's own: statements are sent in the order of these calls. */
interface Connection {
  query(text: string, values: unknown[]): Promise<unknown>;
}

/** Of all who share a database transaction. */
interface Shared {
  readonly sent: Promise<unknown>[];
  readonly known: Map<string, Promise<unknown>>;
  readonly last: Map<LastWrite<unknown>, unknown[]>;
}

/**
 * One unit of work: the database transaction and everything that is decided within it. It is passed by hand to
 * every repository method. Nothing in it may wait for the network.
 */
export class Transaction {
  readonly decisions: Decision[] = [];
  readonly changes: NotedChange[] = [];
  /** Whether the caller's version was compared: see {@link requireVersion}. */
  hasComparedVersion = false;
  private readonly afterCommitWork: (() => void)[] = [];

  constructor(
    readonly sql: EntityManager,
    readonly call: CallContext,
    readonly now: Date,
    /** None for a read, which locks nothing. */
    private readonly turns: TurnsTaken | null,
    private readonly shared: Shared = { sent: [], known: new Map(), last: new Map() },
  ) {}

  /** The same database transaction, for the part of it that another call asked for. */
  of(call: CallContext): Transaction {
    return new Transaction(this.sql, call, this.now, this.turns, this.shared);
  }

  /** For work that may be undone alone, at a savepoint: what it gathers counts once {@link adopt} is called. */
  part(sql = this.sql, call = this.call): Transaction {
    return new Transaction(sql, call, this.now, this.turns);
  }

  /** Takes over what a part of this transaction has left to be done at the commit and after it. */
  adopt(part: Transaction): void {
    for (const [write, items] of part.shared.last) this.writeLast(write, items);
    this.afterCommit(() => part.committed());
  }

  /**
   * Reads what nobody changes until the commit only the first time: all who share the transaction look at that.
   * @param key names what is read, and of what
   */
  once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const { known } = this.shared;
    const first = known.get(key) as Promise<T> | undefined;
    if (first !== undefined) return first;
    const reading = read();
    known.set(key, reading);
    return reading;
  }

  /** For who is about to lock the row of a thing that others may rush at: see {@link TurnsTaken.take}. */
  takeTurn(turn: Turn): void {
    if (this.turns === null) throw new Error('a read locks nothing');
    this.turns.take(turn);
  }

  /** Refuses what the caller may not do, and remembers the decision. @throws DomainError */
  authorise(rule: ActionRule, subject: Subject): void {
    if (this.call.actor === null) throw new DomainError('NOT_SIGNED_IN');
    authorise(this.call.actor, rule, subject);
    this.decisions.push({ rule, subject });
  }

  /** The person who asks. @throws DomainError `NOT_SIGNED_IN` */
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
   * A statement whose answer nobody needs: what was sent is awaited before the commit, and undone with the rest where it
   * fails. The database works at it while the use case goes on; what is asked after it is answered after it.
   */
  send(statement: Promise<unknown>): void {
    statement.catch(() => undefined); // settle() tells of it
    this.shared.sent.push(statement);
  }

  /**
   * Sends a statement, and right behind it what `behind` asks, without waiting for an answer in between. PostgreSQL answers the statements of a
   * connection in their order, so what stands behind a lock is looked at under it. The statement is on its way before `behind` is called:
   * nothing rests on how many steps the mapper takes with each of its own.
   * @param text of a statement whose answer nobody needs
   */
  async ahead<T>(text: string, values: readonly unknown[], behind: () => Promise<T>): Promise<T> {
    const connection = (await this.sql.queryRunner?.connect()) as Connection | undefined;
    if (connection === undefined) throw new Error('only a transaction has a connection of its own');
    const sent = connection.query(text, [...values]);
    const [result] = await Promise.all([behind(), sent]);
    return result;
  }

  /** @throws what the first of the sent statements that failed has thrown */
  async settle(): Promise<void> {
    await Promise.all(this.shared.sent.splice(0));
  }

  /**
   * Gathers what is written as the very last thing before the commit, in one call for all who share the transaction: rows
   * whose locks may be taken only when no other lock is going to be asked for.
   */
  writeLast<Item>(write: LastWrite<Item>, items: readonly Item[]): void {
    const { last } = this.shared;
    const writer = write as LastWrite<unknown>;
    last.set(writer, [...(last.get(writer) ?? []), ...items]);
  }

  /** Writes what was gathered by {@link writeLast}. */
  async finish(): Promise<void> {
    const gathered = [...this.shared.last];
    this.shared.last.clear();
    for (const [write, items] of gathered) await write(this, items);
  }

  /** Runs something after the commit, such as waking the relay. It is lost with the process, so nothing may rest on it. */
  afterCommit(work: () => void): void {
    this.afterCommitWork.push(work);
  }

  committed(): void {
    for (const work of this.afterCommitWork) work();
  }
}

/**
 * Compares the version that the caller saw with the one that is there.
 * @throws DomainError `VERSION_REQUIRED` without `If-Match`, `VERSION_STALE` where someone was faster
 */
export function requireVersion(tx: Transaction, version: number): void {
  if (tx.call.ifMatch === null) throw new DomainError('VERSION_REQUIRED');
  if (tx.call.ifMatch !== version) throw new DomainError('VERSION_STALE', { params: { version } });
  tx.hasComparedVersion = true;
}
