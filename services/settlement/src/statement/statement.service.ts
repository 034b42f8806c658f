import { Injectable } from '@nestjs/common';
import type { GetStatementRequest, StatementLineView, StatementView } from '@gongxiang/contracts';
import { type CallContext, DomainError, sum, toWire } from '@gongxiang/domain';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { namedParty, type PartyNames } from '../reference/named-party.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import { statementLinesMax, StatementRepository, type StatementRow } from './statement.repository.js';

@Injectable()
export class StatementService {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: StatementRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** What a union was owed, what each activity and transfer changed, and what it is owed after. */
  get(request: GetStatementRequest, call: CallContext): Promise<StatementView> {
    return this.transactions.read(call, async (tx) => {
      const { union: id, from, to } = request;
      const { name, path } = await this.references.union(tx, id, '/union');
      tx.authorise(actions.seeLedger, { paths: [path] });
      if (to < from) throw new DomainError('DATES_REVERSED', { pointer: '/to' });
      const opening = await this.statements.balance(tx, id, { day: from, isIncluded: false });
      const rows = await this.statements.lines(tx, id, from, to);
      const truncated = rows.length > statementLinesMax;
      // Added up from what is shown: an entry that is posted between two reads cannot come between them.
      const closing = truncated
        ? await this.statements.balance(tx, id, { day: to, isIncluded: true })
        : opening + sum(rows.map(({ amount }) => amount));
      const names = await this.references.parties(
        tx,
        rows.flatMap(({ counterparty }) => counterparty ?? []),
      );
      return {
        union: { kind: 'union', id, name },
        ...{ from, to },
        opening: toWire(opening),
        lines: rows.slice(0, statementLinesMax).map((row) => lineOf(row, names)),
        truncated,
        closing: toWire(closing),
      };
    });
  }
}

function lineOf(row: StatementRow, names: PartyNames): StatementLineView {
  const isCosts = row.activity_id !== null;
  // A reversal takes the share and what was paid back, with the sign turned.
  const sign = row.kind === 'reversal' ? -1n : 1n;
  return {
    postedOn: row.posted_on,
    entryId: row.entry_id,
    kind: row.kind,
    title: row.title,
    activityId: row.activity_id,
    share: isCosts ? toWire(sign * (row.share_fen ?? 0n)) : null,
    paid: isCosts ? toWire(sign * (row.paid_fen ?? 0n)) : null,
    counterparty: row.counterparty === null ? null : namedParty(row.counterparty, names),
    amount: toWire(row.amount),
  };
}
