import { Injectable } from '@nestjs/common';
import { type EntryReversed, settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { DomainError, newId, shanghaiDate } from '@gongxiang/domain';
import { recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { AccountDesk } from './account-desk.service.js';
import { hashOfRows } from './entry-chain.js';
import type { Written } from './entry-reader.js';
import { EntryWatch, type Held } from './entry-watch.js';
import { reversalOf } from './entry.model.js';
import type { EntryRow, Leg } from './ledger.entity.js';
import { LedgerRepository } from './ledger.repository.js';
import { LimitGuard, partyOf } from './limit-guard.service.js';
import { orPeriodClosed } from './period-closed.js';
import { accountsOf, ReversalRepository } from './reversal.repository.js';

/** An entry that is to be taken back. */
export interface ReversalDraft {
  /** Of whoever asks: several may share one database transaction. */
  readonly tx: Transaction;
  readonly entry: EntryRow;
  /** All of its legs. */
  readonly postings: readonly Leg[];
  readonly reason: string;
  /** Who decided on it. */
  readonly personId: string;
}

interface Plan extends Written {
  readonly draft: ReversalDraft;
  /** What goes back with it, or neither does. */
  readonly companions: readonly Plan[];
}

type Planned = Plan | DomainError;

/** Takes entries back by the exact negation of their legs: many at a time as well as one. */
@Injectable()
export class Reversing {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly reversals: ReversalRepository,
    private readonly desk: AccountDesk,
    private readonly limits: LimitGuard,
    private readonly watch: EntryWatch,
  ) {}

  /**
   * Dated today, each entry once (E80, E82, E88), with a fixed number of statements for all of them. No overdraft stops what
   * puts right what was wrong. What is refused to one changes nothing and leaves the others alone.
   * @param shared the transaction of all of them
   * @returns the reversal, or why there is none: `ALREADY_REVERSED`, `REVERSAL_OF_REVERSAL`, `ACCOUNT_CLOSED`,
   *   `AMOUNT_LIMIT`
   * @throws DomainError 409 `PERIOD_CLOSED`, for all of them
   */
  async reverse(shared: Transaction, drafts: readonly ReversalDraft[]): Promise<(Written | DomainError)[]> {
    const today = shanghaiDate(shared.now);
    const planned = drafts.map((draft) => orRefusal(() => planOf(draft, today)));
    const passed = await this.passed(shared, planned);
    // What stands above the ledger may be in the way. It is asked before any account is locked.
    const held = await this.watch.hold(shared, entriesOf(passed));
    const free = await this.withCompanions(shared, freeOf(passed, held));
    const open = await this.open(shared, free);
    const written = await this.write(shared, open, held);
    return open.map((plan) =>
      plan instanceof DomainError || written.has(plan) ? plan : new DomainError('ALREADY_REVERSED'),
    );
  }

  /** The same of one, whose legs are read first. @returns the id of the reversal @throws DomainError why there is none */
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

  private async passed(shared: Transaction, plans: readonly Planned[]): Promise<Planned[]> {
    const own = plans.filter(isPlan);
    const refusals = await this.limits.passing(
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

  /** They carry out what was decided of the entry, so that no limit of its own stops one of them. */
  private async withCompanions(shared: Transaction, plans: readonly Planned[]): Promise<Planned[]> {
    const entries = entriesOf(plans);
    if (entries.length === 0) return [...plans];
    const found = await this.watch.companions(shared, entries);
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

  /** Locks all accounts at once, in the order of their ids, and refuses what touches one that is closed. */
  private async open(shared: Transaction, plans: readonly Planned[]): Promise<Planned[]> {
    const touched = new Map(plans.map((plan) => [plan, isPlan(plan) ? accountsOf(legsOf(plan)) : []]));
    const ids = new Set([...touched.values()].flat());
    const locked = await this.ledger.lockAccountsById(shared, [...ids]);
    const closed = new Map(locked.filter(({ closedAt }) => closedAt !== null).map((row) => [row.id, row]));
    if (closed.size === 0) return [...plans];
    return Promise.all(
      plans.map(async (plan) => {
        const account = touched.get(plan)?.find((id) => closed.has(id));
        const row = closed.get(account ?? '');
        return row === undefined ? plan : this.desk.closedRefusal(shared, partyOf(row));
      }),
    );
  }

  /** @returns the plans that came first: of several reversals of one entry the unique index lets one in */
  private async write(shared: Transaction, plans: readonly Planned[], held: Held): Promise<Set<Plan>> {
    const own = plans.filter(isPlan).flatMap((plan) => [plan, ...plan.companions]);
    const inserted = await orPeriodClosed(
      this.reversals.insert(
        shared,
        own.map(({ row }) => row),
      ),
    );
    const written = own.filter(({ row }) => inserted.has(row.id));
    if (written.length === 0) return new Set();
    // Nothing rests on its answer: the database writes the legs while what was done is told.
    shared.send(
      this.reversals.insertLegs(
        shared,
        written.map(({ row }) => row.id),
      ),
    );
    await this.tell(shared, written, held);
    return new Set(written);
  }

  private async tell(shared: Transaction, written: readonly Plan[], held: Held): Promise<void> {
    const told = written.map(({ draft, row }) => {
      draft.tx.audit({
        noun: 'entry',
        id: draft.entry.id,
        after: { reversedBy: row.id, reason: draft.reason },
      });
      return { about: draft.entry.id, data: eventOf(draft, row), by: draft.tx };
    });
    await recordEvents(shared, settlementEvents.entryReversed, told);
    await held.reversed(
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

function freeOf(plans: readonly Planned[], { obstacles }: Held): Planned[] {
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

/** @throws what is no refusal */
export function orRefusal<T>(work: () => T): T | DomainError {
  try {
    return work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}
