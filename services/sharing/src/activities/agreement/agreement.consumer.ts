import { Injectable } from '@nestjs/common';
import { type AgreementJudged, settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { Consumer, Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { hostsDue } from '../activity/activity-changes.js';
import { verdictDue } from './agreement-changes.js';
import { VerdictService } from './verdict.service.js';

@Consumer('agreement-consumer')
@Injectable()
export class AgreementConsumer {
  constructor(private readonly verdicts: VerdictService) {}

  @Consumes(settlementEvents.agreementJudged)
  judged(tx: Transaction, verdict: AgreementJudged): Promise<void> {
    return this.verdicts.judge(tx, verdict);
  }

  @OnDue(hostsDue)
  hostsChanged(tx: Transaction, activityId: string): Promise<void> {
    return this.verdicts.reviewPending(tx, activityId);
  }

  @OnDue(verdictDue)
  verdictDue(tx: Transaction, agreementId: string): Promise<void> {
    return this.verdicts.markOverdue(tx, agreementId);
  }
}
