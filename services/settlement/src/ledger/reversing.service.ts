import { Injectable } from '@nestjs/common';
import { type EntryReversed, settlementEvents } from '@gongxiang/contracts';
import { DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import { recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { AccountDesk } from './account-desk.service.js';
import { hashOfRows } from './entry-chain.js';
import { EntryWatch } from './entry-watch.js';
import { reversalOf } from './entry.model.js';
import type { EntryRow, PostingRow } from './ledger.entity.js';
import { LedgerRepository } from './ledger.repository.js';
import { LimitGuard, partyOf } from './limit-guard.service.js';
import { orPeriodClosed } from './period-closed.js';

/** An entry that is to be taken back. */
export interface ReversalDraft {
  /** Of whoever asks: several may share one database transaction. */
  readonly tx: Transaction;
  readonly entry: EntryRow;
  readonly reason: string;
  /** Who decided on it. */
  readonly personId: string;
}

interface Plan {
  readonly draft: ReversalDraft;
  readonly row: EntryRow;
  readonly postings: readonly PostingRow[];
}

/** Takes entries back by the exact negation of their legs: many at a time as well as one. */
@Injectable()
export class Reversing {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly desk: AccountDesk,
    private readonly limits: LimitGuard,
    private readonly watch: EntryWatch,
  ) {}

  /**
   * Dated today, each entry once (E80, E82, E88), with a fixed number of statements for all of them. No overdraft stops what
   * puts right what was wrong. What is refused to one changes nothing and leaves the others alone.
   * @param shared the transaction of all of them
   * @returns the id of the reversal, or why there is none: `ALREADY_REVERSED`, `REVERSAL_OF_REVERSAL`, `ACCOUNT_CLOSED`,
   *   `AMOUNT_LIMIT`
   * @throws DomainError 409 `PERIOD_CLOSED`, for all of them
   */
  async reverse(shared: Transaction, drafts: readonly ReversalDraft[]): Promise<(string | DomainError)[]> {
    const results: (string | DomainError)[] = [];
    const legs = await this.ledger.postingsOf(
      shared,
      drafts.map(({ entry }) => entry.id),
    );
    const plans = drafts.map((draft) => orRefusal(() => planOf(draft, legs.get(draft.entry.id) ?? [])));
    const passed = await this.passed(shared, plans);
    const open = await this.open(shared, await this.free(shared, passed));
    const written = await this.write(shared, open);
    for (const [index, plan] of plans.entries()) {
      const outcome = open[index] ?? new DomainError('INTERNAL');
      if (plan instanceof DomainError) results.push(plan);
      else if (outcome instanceof DomainError) results.push(outcome);
      else results.push(written.has(outcome) ? outcome.row.id : new DomainError('ALREADY_REVERSED'));
    }
    return results;
  }

  private async passed(
    shared: Transaction,
    plans: readonly (Plan | DomainError)[],
  ): Promise<(Plan | DomainError)[]> {
    const own = plans.filter(isPlan);
    const refusals = await this.limits.passing(
      shared,
      own.map(({ draft, postings }) => ({
        ...{ actor: draft.tx.call.actor, kind: 'reversal' as const, unionId: draft.entry.unionId, postings },
      })),
    );
    const refusalOf = new Map(own.map((plan, index) => [plan, refusals[index] ?? null]));
    return plans.map((plan) => (plan instanceof DomainError ? plan : (refusalOf.get(plan) ?? plan)));
  }

  /** What stands above the ledger may be in the way. It is asked before any account is locked. */
  private async free(
    shared: Transaction,
    plans: readonly (Plan | DomainError)[],
  ): Promise<(Plan | DomainError)[]> {
    const entries = plans.filter(isPlan).map(({ draft }) => draft.entry);
    if (entries.length === 0) return [...plans];
    const obstacles = await this.watch.obstacles(shared, entries);
    return plans.map((plan) =>
      plan instanceof DomainError ? plan : (obstacles.get(plan.draft.entry.id) ?? plan),
    );
  }

  /** Locks all accounts at once, in the order of their ids, and refuses what touches one that is closed. */
  private async open(
    shared: Transaction,
    plans: readonly (Plan | DomainError)[],
  ): Promise<(Plan | DomainError)[]> {
    const ids = plans.flatMap((plan) => (plan instanceof DomainError ? [] : accountsOf(plan)));
    const locked = await this.ledger.lockAccountsById(shared, [...new Set(ids)]);
    const closed = new Map(locked.filter(({ closedAt }) => closedAt !== null).map((row) => [row.id, row]));
    if (closed.size === 0) return [...plans];
    return Promise.all(
      plans.map(async (plan) => {
        const account =
          plan instanceof DomainError ? undefined : accountsOf(plan).find((id) => closed.has(id));
        const row = closed.get(account ?? '');
        return row === undefined ? plan : this.desk.closedRefusal(shared, partyOf(row));
      }),
    );
  }

  /** @returns the plans that came first: of several reversals of one entry the unique index lets one in */
  private async write(shared: Transaction, plans: readonly (Plan | DomainError)[]): Promise<Set<Plan>> {
    const own = plans.filter(isPlan);
    const inserted = await orPeriodClosed(
      this.ledger.insertReversals(
        shared,
        own.map(({ row }) => row),
      ),
    );
    const written = own.filter(({ row }) => inserted.has(row.id));
    await this.ledger.insertPostings(
      shared,
      written.flatMap(({ postings }) => postings),
    );
    const told = written.map(({ draft, row }) => {
      draft.tx.audit({
        ...{ noun: 'entry', id: draft.entry.id },
        after: { reversedBy: row.id, reason: draft.reason },
      });
      return { about: draft.entry.id, data: eventOf(draft, row), by: draft.tx };
    });
    await recordEvents(shared, settlementEvents.entryReversed, told);
    const taken = written.map(({ draft, row }) => ({ entry: draft.entry, reversal: row, by: draft.tx }));
    if (taken.length > 0) await this.watch.reversed(shared, taken);
    return new Set(written);
  }
}

function planOf(draft: ReversalDraft, original: readonly PostingRow[]): Plan {
  const { tx, entry, reason, personId } = draft;
  const { postings } = reversalOf({ id: entry.id, postings: original, reversalOf: entry.reversalOf });
  const id = newId<'entry'>();
  const postedOn = shanghaiDate(tx.now);
  const rows = postings.map((posting, line) => {
    const incomeKind = original[line]?.incomeKind ?? 'other';
    return { entryId: id, line, ...posting, incomeKind, postedOn };
  });
  const dates = { postedOn, postedAt: tx.now, postedBy: personId };
  const row = { ...entry, id, kind: 'reversal' as const, ...dates, reason, reversalOf: entry.id };
  return { draft, row: { ...row, rowHash: hashOfRows(row, rows) }, postings: rows };
}

function eventOf({ tx, entry }: ReversalDraft, { id }: EntryRow): EntryReversed {
  const { id: entryId, sourceId } = entry;
  return { entryId, reversalId: id, sourceId, reversedAt: tx.now.toISOString() };
}

const isPlan = (plan: Plan | DomainError): plan is Plan => !(plan instanceof DomainError);

const accountsOf = ({ postings }: Plan): string[] =>
  postings.flatMap(({ debitAccount, creditAccount }) => [debitAccount, creditAccount]);

/** @throws what is no refusal */
export function orRefusal<T>(work: () => T): T | DomainError {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
