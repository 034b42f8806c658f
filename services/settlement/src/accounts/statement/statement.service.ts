import { Injectable } from '@nestjs/common';
import {
  type GetStatementRequest,
  statementContract,
  type StatementLineView,
  type StatementView,
} from '@gongxiang/contracts/settlement/accounts/statement.contract';
import { type CallContext, DomainError, type Party, parsePartyKey, sum, toWire } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../../ledger/actions.js';
import { authoriseLook } from '../../reference/bookkeeping.js';
import { namedParty, type PartyNames } from '../../reference/named-party.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { StatementAccount, StatementLine } from './statement.model.js';
import { statementLinesMax, StatementRepository, type StatementRow } from './statement.repository.js';

@Injectable()
export class StatementService {
  constructor(
    private readonly transactions: Transactions,
    private readonly statements: StatementRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** The opening balance of a party, the changes by activities and transfers, and the closing balance. */
  @Handles(statementContract.get)
  async get(request: GetStatementRequest, call: CallContext): Promise<StatementView> {
    return viewOf(await this.account(request, call, statementLinesMax));
  }

  /**
   * The same for other output formats. This is the only place that checks access to statements.
   * @param linesMax the number of lines beyond which the account is truncated
   * @throws DomainError `NOT_FOUND` for a caller who may not see the party's accounts, 400 `UNION_OR_PARTY`,
   * `DATES_REVERSED`, `REFERENCE_PENDING`, `PARTY_WITHOUT_UNION`
   */
  account(request: GetStatementRequest, call: CallContext, linesMax: number): Promise<StatementAccount> {
    return this.transactions.read(call, async (tx) => {
      const { from, to } = request;
      const { party: asked, pointer } = partyAsked(request);
      // Access is checked at the union behind the party, as for its accounts.
      const { name, unionPath } = await this.references.party(tx, asked, pointer);
      await authoriseLook(tx, actions.seeLedger, [unionPath]);
      if (to < from) throw new DomainError('DATES_REVERSED', { pointer: '/to' });
      const opening = await this.statements.balance(tx, asked, { day: from, isIncluded: false });
      const about = { party: asked, from, to, linesMax };
      const posted = await this.statements.lines(tx, about);
      // Both lists are sorted by day; on the same day posted lines come first.
      const rows = [...posted, ...(await this.statements.unposted(tx, about))].sort(byDay);
      const truncated = rows.length > linesMax;
      // Summed from the shown lines, so that an entry posted between two reads cannot make them disagree.
      const closing = truncated
        ? await this.statements.balance(tx, asked, { day: to, isIncluded: true })
        : opening + sum(rows.map(({ amount }) => amount));
      const keys = new Set(rows.flatMap(({ counterparty }) => counterparty ?? []));
      const names = await this.references.parties(tx, [...keys]);
      const lines = rows.slice(0, linesMax).map((row) => lineOf(row, names));
      const party = { ...asked, name };
      return { party, from, to, opening, lines, truncated, closing, readAt: tx.now };
    });
  }
}

/** @throws DomainError 400 `UNION_OR_PARTY` unless exactly one of the two is given */
function partyAsked({ union, party }: GetStatementRequest): { party: Party; pointer: string } {
  if (party === undefined && union !== undefined)
    return { party: { kind: 'union', id: union }, pointer: '/union' };
  if (party !== undefined && union === undefined) return { party: parsePartyKey(party), pointer: '/party' };
  throw new DomainError('UNION_OR_PARTY', { pointer: party === undefined ? '/union' : '/party' });
}

function byDay(left: StatementRow, right: StatementRow): number {
  return left.posted_on < right.posted_on ? -1 : Number(left.posted_on > right.posted_on);
}

function lineOf(row: StatementRow, names: PartyNames): StatementLine {
  const isCosts = row.cost_pool_id !== null;
  // A reversal negates the share and the paid amount.
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

function viewOf({ party, from, to, opening, lines, truncated, closing }: StatementAccount): StatementView {
  return {
    party,
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
