import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '@gongxiang/domain';
import { scheduleAll } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { confirmationAwaitsDue } from '../awaits-due.js';
import { readTerms } from '../../agreements/agreement/cost-terms.js';
import { CostPoolRepository } from '../cost-pool/cost-pool.repository.js';
import {
  EntryListeners,
  type EntryListener,
  type ReversalPreparation,
  type PostedEntry,
  type ReversedEntry,
} from '../../ledger/entry-listeners.js';
import type { EntryRow } from '../../ledger/ledger.entity.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import type { ConfirmationRow } from './confirmation.entity.js';
import {
  confirmBy,
  confirmedKindOf,
  type Debt,
  nextConfirmation,
  remindAt,
  sharedBillTerms,
  type SilenceTerms,
  silenceTerms,
  stakesOf,
} from './confirmation.model.js';
import { ConfirmationRepository } from './confirmation.repository.js';

/** Due work: the answer period ended; it is about to end. */
export const silenceDue = 'confirmation-silence';
export const reminderDue = 'confirmation-reminder';

/**
 * Requests confirmation from each party in the transaction that posts the entry, and lapses the requests in the
 * transaction that reverses it. A netting run can therefore never take an entry before its parties have been asked.
 */
@Injectable()
export class ConfirmationRequests implements EntryListener, OnModuleInit {
  readonly locks = 'confirmation';

  constructor(
    private readonly listeners: EntryListeners,
    private readonly confirmations: ConfirmationRepository,
    private readonly pools: CostPoolRepository,
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
  ) {}

  onModuleInit(): void {
    this.listeners.register(this);
  }

  async posted(tx: Transaction, entry: PostedEntry): Promise<void> {
    const kind = confirmedKindOf(entry.kind);
    if (kind === null) return;
    const pool = kind === 'costs' ? await this.pools.findById(tx, entry.sourceId) : null;
    // The parties of a shared bill have agreed before.
    if (pool?.kind === 'shared') return this.confirmations.giveEntry(tx, pool.id, entry.id);
    const debts = entry.postings.map(({ debit, credit, amountFen }) => {
      return { from: debit.party, to: credit.party, amountFen };
    });
    const terms = silenceTerms(pool === null ? null : readTerms(pool.terms).approval);
    const about = { entryId: entry.id, costPoolId: pool?.id ?? null, kind, title: entry.title };
    await this.ask(tx, await this.questionsOf(tx, about, { debts, terms }));
  }

  /**
   * Asks the parties of a shared bill before it is posted, apart from those of the union that has approved it.
   * @returns how many were asked
   */
  async askBefore(
    tx: Transaction,
    bill: {
      readonly costPoolId: string;
      readonly unionId: string;
      readonly title: string;
      readonly debts: readonly Debt[];
    },
  ): Promise<number> {
    const { costPoolId, unionId, title, debts } = bill;
    const about = { entryId: null, costPoolId, kind: 'costs', title } as const;
    const questions = await this.questionsOf(tx, about, { debts, terms: sharedBillTerms });
    const rows = questions.filter((one) => one.unionId !== unionId);
    await this.ask(tx, rows);
    return rows.length;
  }

  /** Ends what the parties of a shared bill were asked before it was posted. */
  async lapseBefore(tx: Transaction, costPoolId: string): Promise<void> {
    for (const row of await this.confirmations.beforeEntry(tx, costPoolId))
      await this.save(tx, row, { state: nextConfirmation(row.state, 'lapse') });
  }

  private async ask(tx: Transaction, rows: readonly ConfirmationRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.confirmations.insert(tx, rows);
    await scheduleAll(tx, [
      ...[...new Set(rows.map(subjectOf))].map((key) => ({ kind: confirmationAwaitsDue, key, at: tx.now })),
      ...rows.flatMap(({ id: key, askedAt, confirmBy: at }) => [
        { kind: silenceDue, key, at },
        { kind: reminderDue, key, at: remindAt(askedAt, at) },
      ]),
    ]);
    await this.hintAll(tx, rows);
  }

  /**
   * Never blocks a reversal. Confirmations are locked before the accounts, in the same order as a netting run locks
   * them.
   */
  async prepareReversal(
    tx: Transaction,
    entries: readonly EntryRow[],
  ): Promise<Partial<ReversalPreparation>> {
    const rows = await this.confirmations.lockOfEntries(
      tx,
      entries.map(({ id }) => id),
    );
    return { reversed: (taken) => this.reversed(tx, rows, taken) };
  }

  /** From now on the postings and their negation are netted together and cancel out. */
  private async reversed(
    tx: Transaction,
    locked: readonly ConfirmationRow[],
    taken: readonly ReversedEntry[],
  ): Promise<void> {
    const by = new Map(taken.map((one) => [one.entry.id, one.by]));
    const rows = locked.filter((row) => by.has(subjectOf(row)));
    for (const row of rows) {
      const { id, state } = row;
      const after = { state: nextConfirmation(state, 'lapse') };
      by.get(subjectOf(row))?.audit({ noun: 'confirmation', id, before: { state }, after });
    }
    if (rows.length === 0) return;
    tx.send(this.confirmations.lapse(tx, [...by.keys()]));
    const asked = rows.filter(({ state }) => state === 'waiting').map(subjectOf);
    await awaitsMayChange(tx, confirmationAwaitsDue, ...new Set(asked));
    await this.hintAll(tx, rows);
  }

  /**
   * Saves the next version and hints the pages that show it. The due work at the deadline skips answered
   * confirmations.
   */
  async save(
    tx: Transaction,
    before: ConfirmationRow,
    changes: Partial<ConfirmationRow>,
  ): Promise<ConfirmationRow> {
    const changed = { ...before, ...changes, version: before.version + 1 };
    const row = { ...changed, holdsAll: changed.state === 'disputed' && changed.holdsAll };
    await this.confirmations.update(tx, row);
    if (before.state === 'waiting') await awaitsMayChange(tx, confirmationAwaitsDue, subjectOf(row));
    const { state, way } = row;
    tx.audit({ noun: 'confirmation', id: row.id, before: { state: before.state }, after: { state, way } });
    await this.hint(tx, row);
    return row;
  }

  async hint(tx: Transaction, { id, version, unionId }: ConfirmationRow): Promise<void> {
    const { path } = await this.references.union(tx, unionId);
    const audience = { rule: actions.seeConfirmation, paths: [path] };
    await this.hints.send(tx, { resource: 'confirmation', id, version }, audience);
  }

  /** Sends each person one hint per entry or shared bill; their page reloads the list. */
  private async hintAll(tx: Transaction, rows: readonly ConfirmationRow[]): Promise<void> {
    const parties = await this.references.parties(tx, [...new Set(rows.map(({ party }) => party))]);
    const pathsOf = new Map<string, string[]>();
    for (const row of rows) {
      const subject = subjectOf(row);
      const path = parties.get(row.party)?.unionPath;
      if (path !== undefined) pathsOf.set(subject, [...(pathsOf.get(subject) ?? []), path]);
    }
    const hints = [...pathsOf].map(([id, paths]) => {
      return { hint: { resource: 'confirmation', id, version: 1 }, paths };
    });
    await this.hints.sendAll(tx, actions.seeConfirmation, hints);
  }

  private async questionsOf(
    tx: Transaction,
    about: Pick<ConfirmationRow, 'entryId' | 'costPoolId' | 'kind' | 'title'>,
    { debts, terms }: { readonly debts: readonly Debt[]; readonly terms: SilenceTerms },
  ): Promise<ConfirmationRow[]> {
    const stakes = stakesOf(debts);
    const parties = await this.references.parties(
      tx,
      stakes.map(({ party }) => party),
    );
    return stakes.flatMap(({ party, owesFen, owedFen }): ConfirmationRow[] => {
      const unionId = parties.get(party)?.unionId;
      if (unionId === undefined) return [];
      return [
        {
          id: newId<'confirmation'>(),
          version: 1,
          ...about,
          party,
          unionId,
          owesFen,
          owedFen,
          state: 'waiting',
          holdsAll: false,
          silence: terms.silence,
          askedAt: tx.now,
          confirmBy: confirmBy(tx.now, terms),
          way: null,
          answeredBy: null,
          answeredAt: null,
        },
      ];
    });
  }
}

/** What its parties were asked about: the entry, or the shared bill that has none yet. */
export function subjectOf({ entryId, costPoolId }: Pick<ConfirmationRow, 'entryId' | 'costPoolId'>): string {
  const id = entryId ?? costPoolId;
  if (id === null) throw new Error('a confirmation is about an entry or a cost pool');
  return id;
}
