import { Injectable } from '@nestjs/common';
import { evaluationEvents } from '@gongxiang/contracts/evaluation/evaluation-events';
import type { RankingCall } from '@gongxiang/contracts/evaluation/ranking-call';
import { Consumer, Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { rankingCallDue, RankingCallWork } from './ranking-call-work.js';

@Consumer('ranking-call-consumer')
@Injectable()
export class RankingCallConsumer {
  constructor(private readonly work: RankingCallWork) {}

  @Consumes(evaluationEvents.rankingCallMade)
  called(tx: Transaction, call: RankingCall): Promise<void> {
    return this.work.plan(tx, call);
  }

  @OnDue(rankingCallDue)
  isDue(tx: Transaction, _key: string, call: unknown): Promise<void> {
    return this.work.notify(tx, call as RankingCall);
  }
}
