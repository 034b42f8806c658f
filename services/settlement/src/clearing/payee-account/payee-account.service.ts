import { Injectable } from '@nestjs/common';
import {
  payeeAccountContract,
  type PayeeAccountDto,
  type PayeeAccountRequest,
  type PayeeAccountView,
  type SetPayeeAccountRequest,
} from '@gongxiang/contracts/settlement/clearing/payee-account.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles, type Outcome } from '@gongxiang/messaging/rpc';
import { requireVersion, type Transaction, Transactions } from '@gongxiang/persistence';
import { actions as ledgerActions } from '../../ledger/actions.js';
import { personName } from '../../reference/named-party.js';
import { maySee } from '../../reference/reach.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import type { PayeeAccountRow } from './payee-account.entity.js';
import { PayeeAccountRepository } from './payee-account.repository.js';

/** Where money for a union is sent. Payers see it on each payment, with the day since when it stands. */
@Injectable()
export class PayeeAccountService {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: PayeeAccountRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @Handles(payeeAccountContract.get)
  get({ unionId }: PayeeAccountRequest, call: CallContext): Promise<PayeeAccountView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(ledgerActions.seeLedger, { paths: [await this.pathOf(tx, unionId)] });
      return this.view(tx, unionId, await this.accounts.find(tx, unionId));
    });
  }

  /** @throws DomainError `VERSION_STALE`, also where it was named at the same time */
  @Handles(payeeAccountContract.set)
  set(request: SetPayeeAccountRequest, call: CallContext): Promise<Outcome<PayeeAccountView>> {
    return this.transactions.command(call, payeeAccountContract.set, request, async (tx) => {
      const { unionId, accountName, accountNumber, bankName } = request;
      const paths = [await this.pathOf(tx, unionId)];
      const visible = maySee(tx.call.actor, ledgerActions.seeLedger, paths);
      tx.authorise(actions.setPayeeAccount, { paths, visible });
      const before = await this.accounts.lock(tx, unionId);
      requireVersion(tx, before?.version ?? 0);
      const row: PayeeAccountRow = {
        unionId,
        version: (before?.version ?? 0) + 1,
        accountName,
        accountNumber,
        bankName,
        changedBy: tx.personId,
        changedAt: tx.now,
      };
      const isSaved = await this.accounts.save(tx, row);
      if (!isSaved) throw new DomainError('VERSION_STALE', { params: { version: row.version } });
      tx.audit({
        noun: 'payeeAccount',
        id: unionId,
        before: { ...accountOf(before) },
        after: { ...accountOf(row) },
      });
      return this.view(tx, unionId, row);
    });
  }

  private async pathOf(tx: Transaction, unionId: string): Promise<string> {
    const union = (await this.references.parties(tx, [`union:${unionId}`])).get(`union:${unionId}`);
    if (union === undefined) throw new DomainError('NOT_FOUND');
    return union.unionPath;
  }

  private async view(
    tx: Transaction,
    unionId: string,
    row: PayeeAccountRow | null,
  ): Promise<PayeeAccountView> {
    const changedBy = row?.changedBy ?? null;
    return {
      unionId,
      version: row?.version ?? 0,
      account: accountOf(row),
      changedAt: row?.changedAt.toISOString() ?? null,
      changedByName: personName(changedBy, await this.references.namesOf(tx, [changedBy])),
    };
  }
}

export function accountOf(row: PayeeAccountRow | null): PayeeAccountDto | null {
  if (row === null) return null;
  const { accountName, accountNumber, bankName } = row;
  return { accountName, accountNumber, bankName };
}
