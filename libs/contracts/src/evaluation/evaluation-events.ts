import { event } from '../core/contract.js';
import { CalendarDate, Fraction, Instant, Nested, Text, Uuid, UuidList, Whole } from '../core/fields.js';
import { ScoreSubject } from './score-subject.js';
import { RankingCall } from './ranking-call.js';
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

/** Those who came to an activity are asked what they think, or reminded of it. Nobody knows who has answered. */
export class SurveyAsked {
  @Uuid() surveyId: string;
  @Uuid() activityId: string;
  @Instant() closesAt: string;
  /** Of the survey's public keys, SHA-256 in hex: readers compare it with each other. Absent in events from before there was one. */
  @Text({ max: 64, optional: true, nullable: true }) keysHash?: string | null;
}

/** How many subjects one event names. */
export const seasonRecipientsMax = 500;

/** Some of those who are asked what they think of a season, or were: whom an event cannot hold the next one does. */
export class SeasonTold {
  @Uuid() efficacySurveyId: string;
  @Text({ max: 100 }) name: string;
  @Instant() closesAt: string;
  /** From 0 on. */
  @Whole() page: number;
  /** Whose officers answer for one or several parties. */
  @UuidList({ max: seasonRecipientsMax }) unionIds: string[];
  /** Who answer for themselves. */
  @UuidList({ max: seasonRecipientsMax }) personIds: string[];
}

export const evaluationEvents = {
  surveyOpened: event('evt.evaluation.survey.opened.v1', SurveyAsked),
  surveyReminded: event('evt.evaluation.survey.reminded.v1', SurveyAsked),
  seasonOpened: event('evt.evaluation.efficacy-survey.opened.v1', SeasonTold),
  seasonReminded: event('evt.evaluation.efficacy-survey.reminded.v1', SeasonTold),
  seasonClosed: event('evt.evaluation.efficacy-survey.closed.v1', SeasonTold),
  scoreComputed: event('evt.evaluation.score.computed.v1', ScoreComputed),
  rankingCallMade: event('evt.evaluation.ranking-call.made.v1', RankingCall),
  rankingFinalised: event('evt.evaluation.ranking.finalised.v1', RankingFinalised),
  recognitionGranted: event('evt.evaluation.recognition.granted.v1', RecognitionState),
  recognitionRevoked: event('evt.evaluation.recognition.revoked.v1', RecognitionState),
};
