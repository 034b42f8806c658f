import { Injectable } from '@nestjs/common';
import { type LoanStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { Consumer, Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { loanMoneyDue } from '../loan-damage/loan-damage.service.js';
import { LoanMoneyService } from './loan-money.service.js';

@Consumer('loan-consumer')
@Injectable()
export class LoanConsumer {
  constructor(private readonly money: LoanMoneyService) {}

  @Consumes(sharingEvents.loanChanged)
  async changed(tx: Transaction, state: LoanStateData): Promise<void> {
    await this.money.changed(tx, state);
  }

  /** Runs after one of its damages was posted or waived, or as a retry. */
  @OnDue(loanMoneyDue)
  async reconcile(tx: Transaction, loanId: string): Promise<void> {
    await this.money.reconcile(tx, loanId);
  }
}
