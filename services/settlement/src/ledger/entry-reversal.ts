import { Injectable } from '@nestjs/common';
import { type EntryReversed, settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import { recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { LedgerAccounts } from './ledger-accounts.js';
import { hashOfRows } from './entry-chain.js';
import type { WrittenEntry } from './entry-reader.js';
import { EntryListeners, type ReversalPreparation } from './entry-listeners.js';
import { reversalOf } from './entry.model.js';
import type { EntryRow, Leg } from './ledger.entity.js';
import { LedgerRepository } from './ledger.repository.js';
import { LimitGuard, partyOf } from './limit-guard.service.js';
import { orPeriodClosed } from './period-closed.js';
import { accountsOf, ReversalRepository } from './reversal.repository.js';

/** An entry to be reversed. */
export interface ReversalDraft {
  /** The requester's handle: several requests may share one database transaction. */
  readonly tx: Transaction;
  readonly entry: EntryRow;
  /** All of its legs. */
  readonly postings: readonly Leg[];
  readonly reason: string;
  /** The person who decided on it. */
  readonly personId: string;
}

interface Plan extends WrittenEntry {
  readonly draft: ReversalDraft;
  /** Reversals that succeed or fail together with this one. */
  readonly companions: readonly Plan[];
}

type Planned = Plan | DomainError;

/** Reverses one or many entries by the exact negation of their legs. */
@Injectable()
export class EntryReversal {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly reversals: ReversalRepository,
    private readonly ledgerAccounts: LedgerAccounts,
    private readonly limits: LimitGuard,
    private readonly listeners: EntryListeners,
  ) {}

  /**
   * Reverses each entry once, dated today (E80, E82, E88), with a fixed number of statements. Overdraft limits do not
   * apply, because a reversal corrects an error. A refused entry is left unchanged and does not affect the others.
   * @param shared the shared database transaction
   * @returns each reversal, or the reason for its refusal: `ALREADY_REVERSED`, `REVERSAL_OF_REVERSAL`,
   *   `ACCOUNT_CLOSED`, `AMOUNT_LIMIT`, or what a listener has against it
   * @throws DomainError 409 `PERIOD_CLOSED`, for all of them
   */
  async reverse(
    shared: Transaction,
    drafts: readonly ReversalDraft[],
  ): Promise<(WrittenEntry | DomainError)[]> {
    const today = shanghaiDate(shared.now);
    const planned = drafts.map((draft) => orRefusal(() => planOf(draft, today)));
    const withinLimits = await this.withinLimits(shared, planned);
    // Listeners may refuse; they are asked before any account is locked.
    const preparation = await this.listeners.prepareReversal(shared, entriesOf(withinLimits));
    const free = await this.withCompanions(shared, unobstructed(withinLimits, preparation));
    const locked = await this.lockAccounts(shared, free);
    const written = await this.write(shared, locked, preparation);
    return locked.map((plan) =>
      plan instanceof DomainError || written.has(plan) ? plan : new DomainError('ALREADY_REVERSED'),
    );
  }

  /**
   * The same for one entry, whose legs are loaded here.
   * @returns the id of the reversal
   * @throws DomainError if it is refused
   */
  async reverseOne(
    tx: Transaction,
    entryId: string,
    by: Pick<ReversalDraft, 'reason' | 'personId'>,
  ): Promise<string> {
    const found = (await this.reversals.withLegs(tx, [entryId])).get(entryId);
    if (found === undefined) throw new DomainError('NOT_FOUND');
    const [result] = await this.reverse(tx, [{ tx, ...found, ...by }]);
    if (result === undefined || result instanceof DomainError) throw result ?? new DomainError('INTERNAL');
    return result.row.id;
  }

  private async withinLimits(shared: Transaction, plans: readonly Planned[]): Promise<Planned[]> {
    const own = plans.filter(isPlan);
    const refusals = await this.limits.approvalRefusals(
      shared,
      own.map(({ draft, postings }) => ({
        actor: draft.tx.call.actor,
        kind: 'reversal' as const,
        unionId: draft.entry.unionId,
        postings,
      })),
    );
    const refusalOf = new Map(own.map((plan, index) => [plan, refusals[index] ?? null]));
    return plans.map((plan) => (plan instanceof DomainError ? plan : (refusalOf.get(plan) ?? plan)));
  }

  /** Companions execute the decision on the entry, so their own approval limits do not apply. */
  private async withCompanions(shared: Transaction, plans: readonly Planned[]): Promise<Planned[]> {
    const entries = entriesOf(plans);
    if (entries.length === 0) return [...plans];
    const found = await this.listeners.companions(shared, entries);
    if (found.size === 0) return [...plans];
    const legs = await this.reversals.withLegs(
      shared,
      [...found.values()].flat().map(({ id }) => id),
    );
    return plans.map((plan) => {
      if (plan instanceof DomainError) return plan;
      const own = (found.get(plan.draft.entry.id) ?? []).flatMap(({ id }) => legs.get(id) ?? []);
      return orRefusal(() => ({
        ...plan,
        companions: own.map((companion) => planOf({ ...plan.draft, ...companion }, plan.row.postedOn)),
      }));
    });
  }

  /** Locks all accounts at once in id order and refuses entries that touch a closed one. */
  private async lockAccounts(shared: Transaction, plans: readonly Planned[]): Promise<Planned[]> {
    const touched = new Map(plans.map((plan) => [plan, isPlan(plan) ? accountsOf(legsOf(plan)) : []]));
    const ids = new Set([...touched.values()].flat());
    const locked = await this.ledger.lockAccountsById(shared, [...ids]);
    const closed = new Map(locked.filter(({ closedAt }) => closedAt !== null).map((row) => [row.id, row]));
    if (closed.size === 0) return [...plans];
    return Promise.all(
      plans.map(async (plan) => {
        const account = touched.get(plan)?.find((id) => closed.has(id));
        const row = closed.get(account ?? '');
        return row === undefined ? plan : this.ledgerAccounts.closedRefusal(shared, partyOf(row));
      }),
    );
  }

  /** @returns the plans that were inserted: of several reversals of one entry the unique index admits one */
  private async write(
    shared: Transaction,
    plans: readonly Planned[],
    preparation: ReversalPreparation,
  ): Promise<Set<Plan>> {
    const own = plans.filter(isPlan).flatMap((plan) => [plan, ...plan.companions]);
    const inserted = await orPeriodClosed(
      this.reversals.insert(
        shared,
        own.map(({ row }) => row),
      ),
    );
    const written = own.filter(({ row }) => inserted.has(row.id));
    if (written.length === 0) return new Set();
    // Not awaited: the database writes the legs while the events are published.
    shared.send(
      this.reversals.insertLegs(
        shared,
        written.map(({ row }) => row.id),
      ),
    );
    await this.publish(shared, written, preparation);
    return new Set(written);
  }

  private async publish(
    shared: Transaction,
    written: readonly Plan[],
    preparation: ReversalPreparation,
  ): Promise<void> {
    const events = written.map(({ draft, row }) => {
      draft.tx.audit({
        noun: 'entry',
        id: draft.entry.id,
        after: { reversedBy: row.id, reason: draft.reason },
      });
      return { about: draft.entry.id, data: eventOf(draft, row), by: draft.tx };
    });
    await recordEvents(shared, settlementEvents.entryReversed, events);
    await preparation.reversed(
      written.map(({ draft, row }) => ({ entry: draft.entry, reversal: row, by: draft.tx })),
    );
  }
}

/** @throws DomainError as {@link reversalOf} */
function planOf(draft: ReversalDraft, postedOn: string): Plan {
  const { tx, entry, reason, personId } = draft;
  const postings = reversalOf({ reversalOf: entry.reversalOf, postings: draft.postings });
  const id = newId<'entry'>();
  const dates = { postedOn, postedAt: tx.now, postedBy: personId };
  const row = { ...entry, id, kind: 'reversal' as const, ...dates, reason, reversalOf: entry.id };
  return { draft, row: { ...row, rowHash: hashOfRows(row, postings) }, postings, companions: [] };
}

function eventOf({ tx, entry }: ReversalDraft, { id }: EntryRow): EntryReversed {
  const { id: entryId, sourceId } = entry;
  return { entryId, reversalId: id, sourceId, reversedAt: tx.now.toISOString() };
}

function unobstructed(plans: readonly Planned[], { obstacles }: ReversalPreparation): Planned[] {
  return plans.map((plan) =>
    plan instanceof DomainError ? plan : (obstacles.get(plan.draft.entry.id) ?? plan),
  );
}

const isPlan = (plan: Planned): plan is Plan => !(plan instanceof DomainError);

const entriesOf = (plans: readonly Planned[]): EntryRow[] =>
  plans.filter(isPlan).map(({ draft }) => draft.entry);

const legsOf = ({ postings, companions }: Plan): Leg[] => [
  ...postings,
  ...companions.flatMap((companion) => companion.postings),
];

/** Returns a `DomainError` instead of throwing it; other errors are thrown. */
export function orRefusal<T>(work: () => T): T | DomainError {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
