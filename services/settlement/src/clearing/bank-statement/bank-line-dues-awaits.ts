import { Injectable } from '@nestjs/common';
import { OnDue, syncAwaits } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { bankLineDuesAwaitsDue } from '../awaits-due.js';
import { awaitsOfDues } from './bank-line-dues.model.js';
import { BankStatementRepository } from './bank-statement.repository.js';

/** Says whom a line waits for that came back from membership. One that was released waits for nobody. */
@Injectable()
export class BankLineDuesAwaits {
  constructor(private readonly statements: BankStatementRepository) {}

  @OnDue(bankLineDuesAwaitsDue)
  async sync(tx: Transaction, id: string): Promise<void> {
    const dues = await this.statements.findDues(tx, id);
    const line = dues && (await this.statements.findLine(tx, dues.statementId, dues.number));
    const awaits =
      dues === null || line === null
        ? []
        : awaitsOfDues({ ...dues, amountFen: line.amountFen }, actions.importBankStatement);
    await syncAwaits(tx, 'settlement', 'bankLineDues', [{ id, awaits }]);
  }
}
