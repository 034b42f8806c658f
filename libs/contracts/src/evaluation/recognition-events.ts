import { Instant, OneOf, Text, Uuid, Whole } from '../core/fields.js';
import { type ScoreSubjectKind, scoreSubjectKinds } from './score-subject.js';

/** A ranking counts: its notice is over, and every appeal decided. */
export class RankingFinalised {
  @Uuid() rankingId: string;
  @Whole() version: number;
  @OneOf(scoreSubjectKinds) subjectKind: ScoreSubjectKind;
  @Text({ max: 200 }) title: string;
  @Whole({ min: 1, description: 'Which of its revisions it is' }) revision: number;
  @Whole({ min: 1 }) ranked: number;
  @Text({ description: 'SHA-256 of its places, in hex' }) hash: string;
  @Instant() finalisedAt: string;
}

/** The whole public state of a recognition. */
export class RecognitionState {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() rankingId: string;
  @OneOf(scoreSubjectKinds) subjectKind: ScoreSubjectKind;
  @Uuid() subjectId: string;
  @Text({ max: 200 }) title: string;
  @Text({ max: 60 }) level: string;
  @Whole() year: number;
  @Instant() grantedAt: string;
  @Instant({ nullable: true }) revokedAt: string | null;
}
