import { type ActionRule, authorise, type CallContext, DomainError, type Subject } from '@gongxiang/domain';
import type { EntityManager } from 'typeorm';

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

/**
 * One unit of work: the database transaction and everything that is decided within it. It is passed by hand to
 * every repository method. Nothing in it may wait for the network.
 */
export class Transaction {
  readonly decisions: Decision[] = [];
  readonly changes: Change[] = [];
  private readonly afterCommitWork: (() => void)[] = [];

  constructor(
    readonly sql: EntityManager,
    readonly call: CallContext,
    readonly now: Date,
  ) {}

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

  audit(change: Change): void {
    this.changes.push(change);
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
  if (tx.call.ifMatch !== version) throw new DomainError('VERSION_STALE');
}
