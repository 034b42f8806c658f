import { Injectable } from '@nestjs/common';
import { evaluationEvents, type ScoreComputed } from '@gongxiang/contracts/evaluation/evaluation-events';
import { Consumer, Consumes } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';

/** Keeps the copies of scores, to say what a point of score has cost. */
@Consumer('spending-consumer')
@Injectable()
export class SpendingConsumer {
  /** The later of two scores of an activity stays, in whichever order they are told. */
  @Consumes(evaluationEvents.scoreComputed)
  async scoreComputed(tx: Transaction, { activityId, score, computedAt }: ScoreComputed): Promise<void> {
    // Clubs, resources, unions and brands are scored, too: only activities have costs here.
    if (score === null || activityId === null) return;
    tx.send(
      tx.sql.query(
        `INSERT INTO activity_score (activity_id, score, computed_at) VALUES ($1, $2, $3)
         ON CONFLICT (activity_id) DO UPDATE SET score = excluded.score, computed_at = excluded.computed_at
         WHERE activity_score.computed_at <= excluded.computed_at`,
        [activityId, score, computedAt],
      ),
    );
  }
}
