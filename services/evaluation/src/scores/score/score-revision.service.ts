import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import type { ChangedFacts } from '../../reference/activity/facts-changed.js';
import { AffectedScores } from './affected-scores.repository.js';
import { ScoreComputer } from './score-computer.js';
import { ScoreOrders } from './score-orders.js';

/**
 * Recomputes the scores based on changed facts as revisions, with the weights, days and rule of the revised score.
 * Facts still in flight trigger further revisions by their own events.
 */
@Injectable()
export class ScoreRevisionService {
  constructor(
    private readonly affected: AffectedScores,
    private readonly orders: ScoreOrders,
    private readonly computer: ScoreComputer,
  ) {}

  async revise(tx: Transaction, changed: ChangedFacts): Promise<void> {
    for (const { weightVersionId, missing, ...scope } of await this.affected.by(tx, changed)) {
      const order = { ...scope, ...(await this.orders.asBefore(tx, weightVersionId, missing)) };
      await this.computer.compute(tx, order, 'factsChanged');
    }
  }
}
