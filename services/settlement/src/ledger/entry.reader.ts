import { Injectable } from '@nestjs/common';
import type { EntrySummaryView, EntryView, PostingView } from '@gongxiang/contracts';
import { toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { namedParty, type PartyNames } from '../reference/named-party.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { type EntryWithReversal, LedgerRepository, type PostingLine } from './ledger.repository.js';

/** Entries as they are shown. */
@Injectable()
export class EntryReader {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** Those that are there, by their ids, each with its first thousand postings. */
  async views(tx: Transaction, ids: readonly string[]): Promise<Map<string, EntryView>> {
    if (ids.length === 0) return new Map();
    const entries = await this.ledger.withReversal(tx, ids);
    const lines = await this.ledger.linesOf(tx, ids);
    const names = await this.namesOf(tx, lines);
    const linesByEntry = new Map<string, PostingLine[]>(entries.map(({ id }) => [id, []]));
    for (const line of lines) linesByEntry.get(line.entry_id)?.push(line);
    return new Map(
      entries.map((entry) => [
        entry.id,
        {
          ...summaryOf(entry),
          postingCount: entry.postingCount,
          postings: (linesByEntry.get(entry.id) ?? []).map((line) => postingView(line, names)),
        },
      ]),
    );
  }

  namesOf(tx: Transaction, lines: readonly PostingLine[]): Promise<PartyNames> {
    const keys = lines.flatMap(({ debit_party: debit, credit_party: credit }) => [debit, credit]);
    return this.references.parties(tx, [...new Set(keys)]);
  }
}

export function summaryOf(row: EntryWithReversal): EntrySummaryView {
  const { id, kind, title, postedOn, sourceId, reason, reversalOf, reversedBy } = row;
  const amount = toWire(row.amountFen);
  return { id, kind, title, postedOn, amount, sourceId, reason, reversalOf, reversedBy };
}

export function postingView(line: PostingLine, names: PartyNames): PostingView {
  return {
    entryId: line.entry_id,
    line: line.line,
    postedOn: line.posted_on,
    kind: line.kind,
    debitAccountId: line.debit_account,
    creditAccountId: line.credit_account,
    debitParty: namedParty(line.debit_party, names),
    creditParty: namedParty(line.credit_party, names),
    amount: toWire(line.amount_fen),
    incomeKind: line.income_kind,
  };
}
