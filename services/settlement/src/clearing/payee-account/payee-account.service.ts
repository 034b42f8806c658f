import { Injectable } from '@nestjs/common';
import {
  type DuesAccountView,
  payeeAccountContract,
  type PayeeAccountProposalView,
  type PayeeAccountRequest,
  type PayeeAccountView,
  type SetPayeeAccountRequest,
} from '@gongxiang/contracts/settlement/clearing/payee-account.contract';
import { type ActionRule, type CallContext, DomainError } from '@gongxiang/domain';
import { raiseNotices } from '@gongxiang/messaging/events';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { awaitsMayChange } from '../../reference/awaits-due.js';
import { officeOf } from '../../reference/money-awaits.model.js';
import { personName } from '../../reference/named-party.js';
import { maySee } from '../../reference/reach.model.js';
import {
  type KnownParty,
  type PersonNames,
  ReferenceRepository,
} from '../../reference/reference.repository.js';
import { RoleHints } from '../../reference/role-hints.js';
import { actions } from '../actions.js';
import { payeeAccountAwaitsDue } from '../awaits-due.js';
import type { PayeeAccountRow } from './payee-account.entity.js';
import { accountOf, noAccount, noProposal, proposedOf, stateOf } from './payee-account.model.js';
import { PayeeAccountRepository } from './payee-account.repository.js';

/**
 * Where money for a union is sent. Whoever could change it alone could have everybody's money sent to themselves, so one
 * person proposes it and another confirms it; the account before stands until then, and payers hear of the new one.
 */
@Injectable()
export class PayeeAccountService {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: PayeeAccountRepository,
    private readonly references: ReferenceRepository,
    private readonly hints: RoleHints,
  ) {}

  @Handles(payeeAccountContract.get)
  get({ unionId }: PayeeAccountRequest, call: CallContext): Promise<PayeeAccountView> {
    return this.transactions.read(call, async (tx) => {
      const union = await this.unionOf(tx, unionId);
      tx.authorise(ledgerActions.seeLedger, { paths: [union.unionPath] });
      return this.view(tx, union, (await this.accounts.find(tx, unionId)) ?? noAccount(unionId));
    });
  }

  /** Members see the account alone, and only one that two people stand for: whoever pays to it cannot check it. */
  @Handles(payeeAccountContract.ofOwnUnion)
  ofOwnUnion(_request: object, call: CallContext): Promise<DuesAccountView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeDuesAccount, {});
      const unionId = tx.call.actor?.unionId ?? null;
      const row = unionId === null ? null : await this.accounts.find(tx, unionId);
      return { unionId, account: row?.confirmedBy ? accountOf(row) : null };
    });
  }

  /** @throws DomainError `VERSION_STALE`, also where it was proposed at the same time */
  @Handles(payeeAccountContract.set)
  set(request: SetPayeeAccountRequest, call: CallContext): Promise<Outcome<PayeeAccountView>> {
    return this.transactions.command(call, payeeAccountContract.set, request, async (tx) => {
      const { unionId, accountName, accountNumber, bankName } = request;
      const union = await this.authorise(tx, unionId, actions.setPayeeAccount);
      const before = await this.lock(tx, unionId);
      return this.save(tx, union, before, {
        proposedName: accountName,
        proposedNumber: accountNumber,
        proposedBank: bankName,
        proposedBy: tx.personId,
        proposedAt: tx.now,
      });
    });
  }

  /** E83: @throws DomainError `SAME_PERSON`, `ILLEGAL_TRANSITION` where none is proposed, `VERSION_STALE` */
  @Handles(payeeAccountContract.confirm)
  confirm(request: PayeeAccountRequest, call: CallContext): Promise<Outcome<PayeeAccountView>> {
    return this.transactions.command(call, payeeAccountContract.confirm, request, async (tx) => {
      const union = await this.authorise(tx, request.unionId, actions.confirmPayeeAccount);
      const before = await this.lock(tx, request.unionId);
      const proposed = proposedOf(before);
      if (proposed === null) throw new DomainError('ILLEGAL_TRANSITION');
      if (before.proposedBy === tx.personId) throw new DomainError('SAME_PERSON');
      const hands = { changedBy: before.proposedBy, confirmedBy: tx.personId, changedAt: tx.now };
      const view = await this.save(tx, union, before, { ...proposed, ...hands, ...noProposal });
      await this.notifyPayers(tx, union, view.version);
      return view;
    });
  }

  /** Whoever may propose or confirm it may take it back. @throws DomainError `ILLEGAL_TRANSITION`, `VERSION_STALE` */
  @Handles(payeeAccountContract.withdraw)
  withdraw(request: PayeeAccountRequest, call: CallContext): Promise<Outcome<PayeeAccountView>> {
    return this.transactions.command(call, payeeAccountContract.withdraw, request, async (tx) => {
      const union = await this.authorise(tx, request.unionId, actions.withdrawPayeeAccount);
      const before = await this.lock(tx, request.unionId);
      if (before.proposedBy === null) throw new DomainError('ILLEGAL_TRANSITION');
      return this.save(tx, union, before, noProposal);
    });
  }

  private async unionOf(tx: Transaction, unionId: string): Promise<KnownParty> {
    const union = (await this.references.parties(tx, [`union:${unionId}`])).get(`union:${unionId}`);
    if (union === undefined) throw new DomainError('NOT_FOUND');
    return union;
  }

  private async authorise(tx: Transaction, unionId: string, rule: ActionRule): Promise<KnownParty> {
    const union = await this.unionOf(tx, unionId);
    const paths = [union.unionPath];
    tx.authorise(rule, { paths, visible: maySee(tx.call.actor, ledgerActions.seeLedger, paths) });
    return union;
  }

  private async lock(tx: Transaction, unionId: string): Promise<PayeeAccountRow> {
    const row = (await this.accounts.lock(tx, unionId)) ?? noAccount(unionId);
    requireVersion(tx, row.version);
    return row;
  }

  private async save(
    tx: Transaction,
    union: KnownParty,
    before: PayeeAccountRow,
    changes: Partial<PayeeAccountRow>,
  ): Promise<PayeeAccountView> {
    const row = { ...before, ...changes, version: before.version + 1 };
    if (before.version > 0) await this.accounts.update(tx, row);
    else if (!(await this.accounts.insert(tx, row)))
      throw new DomainError('VERSION_STALE', { params: { version: row.version } });
    await awaitsMayChange(tx, payeeAccountAwaitsDue, row.unionId);
    tx.audit({ noun: 'payeeAccount', id: row.unionId, before: audited(before), after: audited(row) });
    const hint = { resource: 'payeeAccount', id: row.unionId, version: row.version };
    await this.hints.send(tx, hint, { rule: ledgerActions.seeLedger, paths: [union.unionPath] });
    return this.view(tx, union, row);
  }

  /** They hear of it whether or not they look at the payment again: a changed account is how payers are defrauded. */
  private async notifyPayers(tx: Transaction, { name, unionId }: KnownParty, version: number): Promise<void> {
    await raiseNotices(tx, 'settlement', [
      {
        ...officeOf(actions.confirmSent, await this.accounts.payersOf(tx, unionId)),
        kind: 'payeeAccountChanged',
        why: 'dealsWithMoney',
        about: { moneyId: unionId },
        title: name,
        cause: `payeeAccountChanged/${unionId}/${version}`,
        values: { partyName: name, at: tx.now.toISOString() },
      },
    ]);
  }

  private async view(tx: Transaction, union: KnownParty, row: PayeeAccountRow): Promise<PayeeAccountView> {
    const { unionId, version, changedBy, confirmedBy, proposedBy } = row;
    const people = await this.references.namesOf(tx, [changedBy, confirmedBy, proposedBy]);
    return {
      unionId,
      version,
      unionName: union.name,
      state: stateOf(row),
      account: accountOf(row),
      changedAt: row.changedAt?.toISOString() ?? null,
      changedBy,
      changedByName: personName(changedBy, people),
      confirmedBy,
      confirmedByName: personName(confirmedBy, people),
      proposal: proposalOf(tx, union, row, people),
    };
  }
}

function proposalOf(
  tx: Transaction,
  { unionPath }: KnownParty,
  row: PayeeAccountRow,
  people: PersonNames,
): PayeeAccountProposalView | null {
  const { proposedBy, proposedAt } = row;
  const proposed = proposedOf(row);
  if (proposed === null || proposedBy === null || proposedAt === null) return null;
  return {
    ...proposed,
    proposedBy,
    proposedAt: proposedAt.toISOString(),
    proposedByName: personName(proposedBy, people),
    mayConfirm:
      proposedBy !== tx.call.actor?.personId &&
      maySee(tx.call.actor, actions.confirmPayeeAccount, [unionPath]),
  };
}

function audited(row: PayeeAccountRow): Readonly<Record<string, unknown>> {
  return { account: accountOf(row), proposal: proposedOf(row) };
}
