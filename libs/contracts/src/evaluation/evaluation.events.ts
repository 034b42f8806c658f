import { event } from '../contract.js';
import { Fraction, Instant, Uuid } from '../fields.js';

/** A score of an activity was computed and kept. A later one of the same activity stands for an earlier one. */
export class ScoreComputed {
  @Uuid() scoreId: string;
  @Uuid() activityId: string;
  @Fraction({ nullable: true, description: '0 to 100; null where nothing was measured' }) score:
    number | null;
  @Instant() computedAt: string;
}

export const evaluationEvents = {
  scoreComputed: event('evt.evaluation.score.computed.v1', ScoreComputed),
};
