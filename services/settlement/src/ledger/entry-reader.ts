import { Injectable } from '@nestjs/common';
import type { LedgerPartyView } from '@gongxiang/contracts/settlement/party-names';
import type {
  EntrySummaryView,
  EntryView,
  PostingView,
} from '@gongxiang/contracts/settlement/ledger/ledger.contract';
import { sum, toWire } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { namedParty, type PartyNames } from '../reference/named-party.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import type { EntryRow, Leg } from './ledger.entity.js';
import { type EntryWithReversal, LedgerRepository, type PostingLine } from './ledger.repository.js';
import { accountsOf } from './reversal.repository.js';

/**
 * The maximum number of postings in the response to a reversal. The response is stored under its idempotency key and
 * sent through every hop, and the caller knows the legs, so its size must not grow with their number.
 */
const linesAnsweredMax = 20;

/** An entry with all its legs. */
export interface WrittenEntry {
  readonly row: EntryRow;
  readonly postings: readonly Leg[];
}

/** Builds views of entries. */
@Injectable()
export class EntryReader {
  constructor(
    private readonly ledger: LedgerRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** Views of the existing entries, by id, each with its first thousand postings. */
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

  /**
   * Views of entries just written, built from memory, each with its first twenty postings; none can be reversed yet.
   */
  async viewsOfWritten(
    tx: Transaction,
    made: readonly WrittenEntry[],
  ): Promise<Map<WrittenEntry, EntryView>> {
    if (made.length === 0) return new Map();
    const shown = made.map(({ postings }) => postings.slice(0, linesAnsweredMax));
    const partyOf = await this.ledger.partiesOf(tx, accountsOf(shown.flat()));
    const names = await this.references.parties(tx, [...new Set(partyOf.values())]);
    const party = (account: string) => namedParty(partyOf.get(account) ?? '', names);
    const parties = new Map([...partyOf.keys()].map((account) => [account, party(account)]));
    return new Map(made.map((one, index) => [one, writtenView(one, shown[index] ?? [], parties)]));
  }

  namesOf(tx: Transaction, lines: readonly PostingLine[]): Promise<PartyNames> {
    const keys = lines.flatMap(({ debit_party: debit, credit_party: credit }) => [debit, credit]);
    return this.references.parties(tx, [...new Set(keys)]);
  }
}

function writtenView(
  { row, postings }: WrittenEntry,
  shown: readonly Leg[],
  parties: ReadonlyMap<string, LedgerPartyView>,
): EntryView {
  const amountFen = sum(postings.map((posting) => posting.amountFen));
  const partyOf = (account: string) => parties.get(account) as LedgerPartyView;
  return {
    ...summaryOf({ ...row, reversedBy: null, amountFen }),
    postingCount: postings.length,
    postings: shown.map(({ line, debitAccount, creditAccount, amountFen, incomeKind }) => ({
      entryId: row.id,
      line,
      postedOn: row.postedOn,
      kind: row.kind,
      debitAccountId: debitAccount,
      creditAccountId: creditAccount,
      debitParty: partyOf(debitAccount),
      creditParty: partyOf(creditAccount),
      amount: toWire(amountFen),
      incomeKind,
    })),
  };
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
