import { Injectable } from '@nestjs/common';
import type { ScoreComputed } from '@gongxiang/contracts/evaluation/evaluation-events';
import type { Transaction } from '@gongxiang/persistence';
import { SpendingRepository } from './spending.repository.js';

/** Maintains the copies of scores, for the cost per point. */
@Injectable()
export class ActivityScoreService {
  constructor(private readonly spending: SpendingRepository) {}

  /** The later score of an activity wins, whatever the order of delivery. */
  computed(tx: Transaction, { activityId, score, computedAt }: ScoreComputed): void {
    // Clubs, resources, unions and brands are scored too, but only activities have costs here.
    if (score === null || activityId === null) return;
    tx.send(this.spending.saveScore(tx, { activityId, score, computedAt }));
  }
}
