import type { IndicatorDirection } from '@gongxiang/contracts/evaluation/systems/preview.contract';
import type { SurveyQuestion } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { ResourceFunction, UnionBusiness } from '@gongxiang/contracts/sharing/sharing-events';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublishedCount } from './distribution.model.js';
import type { NodeMoments } from './moments.model.js';
import type { CutDimension } from './survey-results.model.js';

@Entity('survey')
export class SurveyRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') activityId: string;
  @Column('text') activityTitle: string;
  @Column('uuid') indicatorSystemId: string;
  @Column('uuid') unionId: string;
  /** The survey plan that opened it; null if a person did. */
  @Column('uuid', { nullable: true }) planId: string | null;
  @Column('text') state: 'open' | 'closing' | 'closed' | 'void';
  @Column('jsonb') questions: SurveyQuestion[];
  /** The dimensions of the results, fixed before anybody answers. */
  @Column('jsonb') cuts: CutDimension[];
  @Column('jsonb') publicKey: Record<string, string | boolean | string[]>;
  /** PKCS #8, PEM, encrypted by the service's cipher. Deleted once nothing more is signed. */
  @Column('text', { nullable: true }) privateKey: string | null;
  /** The key that answers are sealed to; a file in the key directory opens them. Null in surveys that predate it. */
  @Column('bytea', { nullable: true }) sealingKey: Buffer | null;
  @Column(instant) opensAt: Date;
  @Column(instant) closesAt: Date;
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
  /** The numbers of attendees and of signed tokens; set at the close, and only if answers are published. */
  @Column('integer', { nullable: true }) cameCount: number | null;
  @Column('integer', { nullable: true }) tokenCount: number | null;
  /**
   * Whether all but fewer than five of the attendees (after the close: of the token holders) came for one union or
   * were admitted by one person. Null in surveys that predate the check.
   */
  @Column('boolean', { nullable: true }) singleSource: boolean | null;
  @Column(instant) createdAt: Date;
}

/**
 * A person who had a token signed. The blinded value and signature cannot be linked to the token used later, so they
 * may be stored with the person. No time is stored, because the order of signatures would hint at the order of
 * answers.
 */
@Entity('survey_token_grant')
export class TokenGrantRow {
  @PrimaryColumn('uuid') surveyId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('bytea') blindedHash: Buffer;
  @Column('bytea') blindSignature: Buffer;
}

/** Results published at the close; figures are null for no answers and for too few alike. */
@Entity('survey_result')
export class SurveyResultRow {
  @PrimaryColumn('uuid') surveyId: string;
  @PrimaryColumn('text') dimension: string;
  @PrimaryColumn('text') key: string;
  @PrimaryColumn('text') questionKey: string;
  @Column('integer', { nullable: true }) answerCount: number | null;
  /** Null for suppressed answers, and for choices without values. */
  @Column('double precision', { nullable: true }) answerSum: number | null;
  @Column('jsonb', { nullable: true }) distribution: PublishedCount[] | null;
  /** The lowest and highest possible answer, in the unit of the sum; null if nothing is summed. */
  @Column('double precision', { nullable: true }) scaleMin: number | null;
  @Column('double precision', { nullable: true }) scaleMax: number | null;
  /** The indicator of the question; null for an additional question. */
  @Column('text', { nullable: true }) function: ResourceFunction | null;
  @Column('text', { nullable: true }) business: UnionBusiness | null;
  @Column('text', { nullable: true }) direction: IndicatorDirection | null;
  @Column(day) frozenOn: string;
}

@Entity('survey_text_result')
export class SurveyTextResultRow {
  @PrimaryColumn('uuid') surveyId: string;
  @PrimaryColumn('text') questionKey: string;
  @Column('jsonb') texts: string[];
}

/** Sums over all answers of a closed survey, stored from twenty answers on. They are never published as such. */
@Entity('survey_moment')
export class SurveyMomentRow {
  @PrimaryColumn('uuid') surveyId: string;
  @Column('uuid') indicatorSystemId: string;
  @Column('integer') answerCount: number;
  @Column('jsonb') nodes: NodeMoments[];
  @Column(day) frozenOn: string;
}
