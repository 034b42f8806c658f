import { Injectable } from '@nestjs/common';
import { type LoanDamageStateData, sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { Consumer, Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { damagePostingDue, LoanDamageService } from './loan-damage.service.js';

@Consumer('loan-damage-consumer')
@Injectable()
export class LoanDamageConsumer {
  constructor(private readonly damages: LoanDamageService) {}

  @Consumes(sharingEvents.loanDamageChanged)
  async changed(tx: Transaction, state: LoanDamageStateData): Promise<void> {
    await this.damages.changed(tx, state);
  }

  @OnDue(damagePostingDue)
  async retry(tx: Transaction, damageId: string): Promise<void> {
    await this.damages.reconcile(tx, damageId);
  }
}
