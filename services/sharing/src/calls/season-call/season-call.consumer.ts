import { Injectable } from '@nestjs/common';
import { evaluationEvents, type SeasonTold } from '@gongxiang/contracts/evaluation/evaluation-events';
import { Consumer, Consumes, OnDue } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { type SeasonCall, seasonCallDue, SeasonCallWork } from './season-call-work.js';

@Consumer('season-call-consumer')
@Injectable()
export class SeasonCallConsumer {
  constructor(private readonly work: SeasonCallWork) {}

  @Consumes(evaluationEvents.seasonOpened)
  opened(tx: Transaction, season: SeasonTold): Promise<void> {
    return this.work.plan(tx, 'seasonOpened', season);
  }

  @Consumes(evaluationEvents.seasonReminded)
  reminded(tx: Transaction, season: SeasonTold): Promise<void> {
    return this.work.plan(tx, 'seasonReminded', season);
  }

  @Consumes(evaluationEvents.seasonClosed)
  closed(tx: Transaction, season: SeasonTold): Promise<void> {
    return this.work.plan(tx, 'seasonClosed', season);
  }

  @OnDue(seasonCallDue)
  isDue(tx: Transaction, _key: string, call: unknown): Promise<void> {
    return this.work.notify(tx, call as SeasonCall);
  }
}
