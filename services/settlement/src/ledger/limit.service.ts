import { Injectable } from '@nestjs/common';
import type { Page } from '@gongxiang/contracts/core/contract';
import {
  type AmountLimitView,
  ledgerLimitContract,
  type ListAmountLimitsRequest,
  type ListOverdraftRulesRequest,
  type OverdraftRuleView,
  type SetAmountLimitRequest,
  type SetOverdraftRuleRequest,
} from '@gongxiang/contracts/settlement/ledger/ledger-limit.contract';
import {
  type CallContext,
  DomainError,
  fromWire,
  type IncomingMoney,
  newId,
  pathsUpwards,
  reachOf,
  toWire,
} from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { toPage, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as referenceActions } from '../reference/actions.js';
import { actions } from './actions.js';
import { personName } from '../reference/named-party.js';
import { maySee } from '../reference/reach.model.js';
import { type PersonNames, ReferenceRepository } from '../reference/reference.repository.js';
import { AccountRepository } from './account.repository.js';
import type { AmountLimitRow, OverdraftRuleRow } from './ledger.entity.js';
import { LedgerRepository } from './ledger.repository.js';
import { LimitRepository } from './limit.repository.js';

/**
 * Limits of approvers and accounts. An officer of a union above decides on them with a reason, and decisions are
 * never deleted.
 */
@Injectable()
export class LimitService {
  constructor(
    private readonly transactions: Transactions,
    private readonly limits: LimitRepository,
    private readonly accounts: AccountRepository,
    private readonly ledger: LedgerRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(ledgerLimitContract.listAmountLimits)
  listAmountLimits(request: ListAmountLimitsRequest, call: CallContext): Promise<Page<AmountLimitView>> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(referenceActions.list, {});
      const rows = await this.limits.listAmountLimits(tx, request, reachOf(call.actor, actions.seeLedger));
      const views = await this.amountViews(tx, rows);
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** @throws DomainError 422 `LIMIT_OF_ROOT`, `LIMIT_NEGATIVE`; 409 `REFERENCE_PENDING` */
  @Handles(ledgerLimitContract.setAmountLimit)
  setAmountLimit(request: SetAmountLimitRequest, call: CallContext): Promise<Outcome<AmountLimitView>> {
    return this.transactions.command(call, ledgerLimitContract.setAmountLimit, request, async (tx) => {
      const { unionId, reason } = request;
      const { path } = await this.references.union(tx, unionId, '/unionId');
      this.authorise(tx, path, '/unionId');
      const row = { ...decisionOf(tx, request.limit, reason), unionId };
      await this.limits.insertAmountLimit(tx, row);
      tx.audit({ noun: 'amountLimit', id: unionId, after: { limitFen: textOf(row.limitFen), reason } });
      const [view] = await this.amountViews(tx, [row]);
      if (view === undefined) throw new DomainError('INTERNAL');
      return view;
    });
  }

  @Handles(ledgerLimitContract.listOverdraftRules)
  listOverdraftRules(
    request: ListOverdraftRulesRequest,
    call: CallContext,
  ): Promise<Page<OverdraftRuleView>> {
    return this.transactions.read(call, async (tx) => {
      const account = await this.accounts.accountWithPath(tx, request.accountId);
      tx.authorise(actions.seeLedger, { paths: account === null ? [] : [account.path] });
      const rows = await this.limits.listOverdraftRules(tx, request);
      const names = await this.namesOf(tx, rows);
      const views = rows.map((row) => ({ ...decisionView(row, names), accountId: row.accountId }));
      return toPage(views, { limit: request.limit, cursorOf: ({ id }) => [id] });
    });
  }

  /** @throws DomainError 422 `OVERDRAFT_NOT_CURRENT`, `LIMIT_OF_ROOT`, `LIMIT_NEGATIVE` */
  @Handles(ledgerLimitContract.setOverdraftRule)
  setOverdraftRule(request: SetOverdraftRuleRequest, call: CallContext): Promise<Outcome<OverdraftRuleView>> {
    return this.transactions.command(call, ledgerLimitContract.setOverdraftRule, request, async (tx) => {
      const { accountId, reason } = request;
      const account = await this.accounts.accountWithPath(tx, accountId);
      if (account === null) throw new DomainError('NOT_FOUND');
      this.authorise(tx, account.path, '/accountId');
      if (account.row.purpose !== 'current')
        throw new DomainError('OVERDRAFT_NOT_CURRENT', { pointer: '/accountId' });
      // A posting to the account reads the rule under this lock.
      await this.ledger.lockAccountsById(tx, [accountId]);
      const row = { ...decisionOf(tx, request.limit, reason), accountId };
      await this.limits.insertOverdraftRule(tx, row);
      tx.audit({ noun: 'overdraftRule', id: accountId, after: { limitFen: textOf(row.limitFen), reason } });
      return { ...decisionView(row, await this.namesOf(tx, [row])), accountId };
    });
  }

  /** Limits must be set by a union above; no union sets its own. */
  private authorise(tx: Transaction, path: string, pointer: string): void {
    const above = pathsUpwards(path).slice(0, -1);
    const visible = maySee(tx.call.actor, actions.seeLedger, [path]);
    const isSeenAtRoot = above.length === 0 && visible;
    if (isSeenAtRoot) throw new DomainError('LIMIT_OF_ROOT', { pointer });
    tx.authorise(actions.setLimit, { paths: above.slice(-1), visible });
  }

  private async amountViews(tx: Transaction, rows: readonly AmountLimitRow[]): Promise<AmountLimitView[]> {
    const people = await this.namesOf(tx, rows);
    const keys = [...new Set(rows.map(({ unionId }) => `union:${unionId}`))];
    const unions = await this.references.parties(tx, keys);
    return rows.map((row) => ({
      ...decisionView(row, people),
      unionId: row.unionId,
      unionName: unions.get(`union:${row.unionId}`)?.name ?? row.unionId,
    }));
  }

  private namesOf(tx: Transaction, rows: readonly { readonly setBy: string }[]): Promise<PersonNames> {
    return this.references.namesOf(
      tx,
      rows.map(({ setBy }) => setBy),
    );
  }
}

type Decision = Pick<OverdraftRuleRow, 'id' | 'limitFen' | 'reason' | 'setBy' | 'setAt'>;

function decisionOf(tx: Transaction, limit: IncomingMoney | null, reason: string): Decision {
  const limitFen = limit === null ? null : fromWire(limit);
  if (limitFen !== null && limitFen < 0n) throw new DomainError('LIMIT_NEGATIVE', { pointer: '/limit' });
  return { id: newId(), limitFen, reason, setBy: tx.personId, setAt: tx.now };
}

function decisionView(row: Decision, people: PersonNames) {
  const { id, limitFen, reason, setBy, setAt } = row;
  const limit = limitFen === null ? null : toWire(limitFen);
  const by = { setById: setBy, setBy: personName(setBy, people) };
  return { id, limit, reason, setAt: setAt.toISOString(), ...by };
}

const textOf = (fen: bigint | null): string | null => (fen === null ? null : String(fen));
