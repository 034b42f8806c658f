import { Injectable } from '@nestjs/common';
import { evaluationEvents, type ScoreComputed } from '@gongxiang/contracts/evaluation/evaluation-events';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { ActivityScoreService } from './activity-score.service.js';

/** Consumes scores computed by evaluation. */
@Consumer('spending-consumer')
@Injectable()
export class SpendingConsumer {
  constructor(private readonly scores: ActivityScoreService) {}

  @Consumes(evaluationEvents.scoreComputed)
  async scoreComputed(tx: Transaction, score: ScoreComputed): Promise<void> {
    this.scores.computed(tx, score);
  }
}
