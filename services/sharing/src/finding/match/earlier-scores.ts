import { Injectable } from '@nestjs/common';
import type { ScoreComputed } from '@gongxiang/contracts/evaluation/evaluation-events';
import type { RecognitionState } from '@gongxiang/contracts/evaluation/recognition-events';
import { storeCopy } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { EarlierScoresRepository, type ScoredBy } from './earlier-scores.repository.js';
import type { Offer } from './match.model.js';
import { RecognitionRef } from './recognition-ref.entity.js';

/** Scores of past activities at a place, of a brand, or by a union. */
@Injectable()
export class EarlierScores {
  constructor(private readonly scores: EarlierScoresRepository) {}

  /** The later of two scores of an activity wins, in any order of arrival. */
  async save(tx: Transaction, event: ScoreComputed): Promise<void> {
    // Scores of clubs, brands and others derive from the same activities: they would count twice.
    if (event.score === null || event.activityId === null) return;
    const { activityId, score, computedAt } = event;
    tx.send(this.scores.save(tx, { activityId, score, computedAt }));
  }

  /** The later of two states of a recognition wins. */
  async saveRecognition(tx: Transaction, event: RecognitionState): Promise<void> {
    const { id, version, subjectKind, subjectId, revokedAt } = event;
    tx.send(
      storeCopy(tx, RecognitionRef, { id, version, subjectKind, subjectId, valid: revokedAt === null }),
    );
  }

  /** The mean score and the recognitions, for those that have any. */
  of(
    tx: Transaction,
    what: ScoredBy,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, NonNullable<Offer['earlier']>>> {
    return this.scores.of(tx, what, ids);
  }
}
