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
  /** The standing order that opened it; null where somebody did. */
  @Column('uuid', { nullable: true }) planId: string | null;
  @Column('text') state: 'open' | 'closing' | 'closed' | 'void';
  @Column('jsonb') questions: SurveyQuestion[];
  /** By what the results are divided: fixed before anybody answers. */
  @Column('jsonb') cuts: CutDimension[];
  @Column('jsonb') publicKey: Record<string, string | boolean | string[]>;
  /** PKCS #8, PEM, sealed by the service's cipher. Gone once nothing more is signed. */
  @Column('text', { nullable: true }) privateKey: string | null;
  /** Answers are sealed to it; what opens them is a file in the key directory. Null in surveys from before there was one. */
  @Column('bytea', { nullable: true }) sealingKey: Buffer | null;
  @Column(instant) opensAt: Date;
  @Column(instant) closesAt: Date;
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
  /** How many came, and for how many a token was signed: known at the close, and only where answers are published. */
  @Column('integer', { nullable: true }) cameCount: number | null;
  @Column('integer', { nullable: true }) tokenCount: number | null;
  /**
   * All but fewer than five came for one union, or were admitted by one person: of those who are asked, and once it is closed of
   * those who fetched a token.
   * Null in surveys from before it was looked at.
   */
  @Column('boolean', { nullable: true }) singleSource: boolean | null;
  @Column(instant) createdAt: Date;
}

/**
 * Who had a token signed. Value and signature are blind: they have nothing in common with the token that is used later,
 * so they may stand beside the person. No time stands here: the order of signatures would be a hint to the order of answers.
 */
@Entity('survey_token_grant')
export class TokenGrantRow {
  @PrimaryColumn('uuid') surveyId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('bytea') blindedHash: Buffer;
  @Column('bytea') blindSignature: Buffer;
}

/** What was published at the close; null figures for nobody and for too few alike. */
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
  /** The lowest and the highest answer that was possible, in the unit of the sum; null where nothing is summed. */
  @Column('double precision', { nullable: true }) scaleMin: number | null;
  @Column('double precision', { nullable: true }) scaleMax: number | null;
  /** Of the indicator that the question belongs to; null for a question beyond the indicators. */
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

/** What is kept of a closed survey's answers: sums of all together, from twenty answers on. Never published as such. */
@Entity('survey_moment')
export class SurveyMomentRow {
  @PrimaryColumn('uuid') surveyId: string;
  @Column('uuid') indicatorSystemId: string;
  @Column('integer') answerCount: number;
  @Column('jsonb') nodes: NodeMoments[];
  @Column(day) frozenOn: string;
}
