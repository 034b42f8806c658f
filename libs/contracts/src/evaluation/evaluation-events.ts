import { event } from '../core/contract.js';
import { CalendarDate, Fraction, Instant, Nested, Uuid } from '../core/fields.js';
import { ScoreSubject } from './score-subject.js';
import { RankingFinalised, RecognitionState } from './recognition-events.js';

/** A score was computed and kept. A later one of the same subject and period stands for an earlier one. */
export class ScoreComputed {
  @Uuid() scoreId: string;
  /** Null where the score is not of an activity. */
  @Uuid({ nullable: true }) activityId: string | null;
  /** Absent in events from before anything but activities was scored. */
  @Nested(() => ScoreSubject, { optional: true }) subject?: ScoreSubject;
  /** The days that it is about; null or absent for an activity. */
  @CalendarDate({ optional: true }) periodFrom?: string | null;
  @CalendarDate({ optional: true }) periodTo?: string | null;
  @Fraction({ nullable: true, description: '0 to 100; null where nothing was measured' }) score:
    number | null;
  @Instant() computedAt: string;
}

export const evaluationEvents = {
  scoreComputed: event('evt.evaluation.score.computed.v1', ScoreComputed),
  rankingFinalised: event('evt.evaluation.ranking.finalised.v1', RankingFinalised),
  recognitionGranted: event('evt.evaluation.recognition.granted.v1', RecognitionState),
  recognitionRevoked: event('evt.evaluation.recognition.revoked.v1', RecognitionState),
};
