import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { payeeAccountAwaitsDue } from '../awaits-due.js';
import { awaitsOfAccount } from './payee-account-awaits.model.js';
import { PayeeAccountRepository } from './payee-account.repository.js';

/** Says whom a proposed account waits for. */
@Injectable()
export class PayeeAccountAwaits {
  constructor(
    private readonly accounts: PayeeAccountRepository,
    private readonly references: ReferenceRepository,
  ) {}

  @OnDue(payeeAccountAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const row = await this.accounts.find(tx, id);
    if (row === null) return;
    const { name } = await this.references.union(tx, id);
    const awaits = awaitsOfAccount(row, name, actions.confirmPayeeAccount);
    await syncAwaits(tx, 'settlement', 'payeeAccount', [{ id, awaits }]);
  }
}
