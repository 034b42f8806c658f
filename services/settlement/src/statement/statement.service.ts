import { Injectable } from '@nestjs/common';
import type { GetStatementRequest, StatementLineView, StatementView } from '@gongxiang/contracts';
import { type CallContext, DomainError, sum, toWire } from '@gongxiang/domain';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { authoriseLook } from '../reference/bookkeeping.js';
import { namedParty, type PartyNames } from '../reference/named-party.js';
import { ReferenceRepository } from '../reference/reference.repository.js';
import type { StatementAccount, StatementLine } from './statement.model.js';
import { statementLinesMax, StatementRepository, type StatementRow } from './statement.repository.js';

@Injectable()
export class StatementService {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: StatementRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** What a union was owed, what each activity and transfer changed, and what it is owed after. */
  async get(request: GetStatementRequest, call: CallContext): Promise<StatementView> {
    return viewOf(await this.account(request, call, statementLinesMax));
  }

  /**
   * The same, for whoever writes it down in another form: the one place that says who may see it.
   * @param linesMax beyond which the account is truncated
   * @throws DomainError `NOT_FOUND` for whoever may not see the union's ledger, `DATES_REVERSED`, `REFERENCE_PENDING`
   */
  account(request: GetStatementRequest, call: CallContext, linesMax: number): Promise<StatementAccount> {
    return this.transactions.read(call, async (tx) => {
      const { union: id, from, to } = request;
      const { name, path } = await this.references.union(tx, id, '/union');
      await authoriseLook(tx, actions.seeLedger, [path]);
      if (to < from) throw new DomainError('DATES_REVERSED', { pointer: '/to' });
      const opening = await this.statements.balance(tx, id, { day: from, isIncluded: false });
      const about = { unionId: id, from, to, linesMax };
      const posted = await this.statements.lines(tx, about);
      // Both lists are in the order of their days; what was posted comes first on a day.
      const rows = [...posted, ...(await this.statements.unposted(tx, about))].sort(byDay);
      const truncated = rows.length > linesMax;
      // Added up from what is shown: an entry that is posted between two reads cannot come between them.
      const closing = truncated
        ? await this.statements.balance(tx, id, { day: to, isIncluded: true })
        : opening + sum(rows.map(({ amount }) => amount));
      const keys = new Set(rows.flatMap(({ counterparty }) => counterparty ?? []));
      const names = await this.references.parties(tx, [...keys]);
      const lines = rows.slice(0, linesMax).map((row) => lineOf(row, names));
      const union = { kind: 'union' as const, id, name };
      return { union, from, to, opening, lines, truncated, closing, readAt: tx.now };
    });
  }
}

function byDay(left: StatementRow, right: StatementRow): number {
  return left.posted_on < right.posted_on ? -1 : Number(left.posted_on > right.posted_on);
}

function lineOf(row: StatementRow, names: PartyNames): StatementLine {
  const isCosts = row.activity_id !== null;
  // A reversal takes the share and what was paid back, with the sign turned.
  const sign = row.kind === 'reversal' ? -1n : 1n;
  return {
    postedOn: row.posted_on,
    entryId: row.entry_id,
    kind: row.kind,
    title: row.title,
    activityId: row.activity_id,
    costPoolId: row.cost_pool_id,
    loanId: row.loan_id,
    share: isCosts ? sign * (row.share_fen ?? 0n) : null,
    paid: isCosts ? sign * (row.paid_fen ?? 0n) : null,
    counterparty: row.counterparty === null ? null : namedParty(row.counterparty, names),
    amount: row.amount,
  };
}

function viewOf({ union, from, to, opening, lines, truncated, closing }: StatementAccount): StatementView {
  return {
    union,
    from,
    to,
    opening: toWire(opening),
    lines: lines.map(lineView),
    truncated,
    closing: toWire(closing),
  };
}

function lineView({ share, paid, amount, ...line }: StatementLine): StatementLineView {
  return {
    ...line,
    share: share === null ? null : toWire(share),
    paid: paid === null ? null : toWire(paid),
    amount: toWire(amount),
  };
}
