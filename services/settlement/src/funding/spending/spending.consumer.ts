import { Injectable } from '@nestjs/common';
import { evaluationEvents, type ScoreComputed } from '@gongxiang/contracts/evaluation/evaluation-events';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { SpendingRepository } from './spending.repository.js';

/** Maintains the copies of scores, for the cost per point. */
@Consumer('spending-consumer')
@Injectable()
export class SpendingConsumer {
  constructor(private readonly spending: SpendingRepository) {}

  /** The later score of an activity wins, whatever the order of delivery. */
  @Consumes(evaluationEvents.scoreComputed)
  async scoreComputed(tx: Transaction, { activityId, score, computedAt }: ScoreComputed): Promise<void> {
    // Clubs, resources, unions and brands are scored too, but only activities have costs here.
    if (score === null || activityId === null) return;
    tx.send(this.spending.saveScore(tx, { activityId, score, computedAt }));
  }
}
