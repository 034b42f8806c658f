import type {
  AnsweringManner,
  EfficacyFactName,
  EfficacyKind,
  EfficacySurveyState,
  InvitedPartyKind,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import { day, instant, treePath } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AskedQuestion } from './efficacy-questions.model.js';
import type { OpinionSum, Steps } from './opinions.model.js';

@Entity('efficacy_survey')
export class EfficacySurveyRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') unionId: string;
  /** Where the union stood when the survey opened. */
  @Column(treePath) rootPath: string;
  @Column('text') name: string;
  @Column('uuid') indicatorSystemId: string;
  /** The season, both days included. */
  @Column(day) periodFrom: string;
  @Column(day) periodTo: string;
  @Column('text') state: EfficacySurveyState;
  @Column('jsonb') questions: AskedQuestion[];
  /** Pooled answers are sealed to it; what opens them is a file in the key directory. Null until it opens. */
  @Column('bytea', { nullable: true }) sealingKey: Buffer | null;
  @Column(instant) opensAt: Date;
  @Column(instant) closesAt: Date;
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
  @Column(instant) createdAt: Date;
}

/** That a party is asked as one of its kinds; frozen when the survey opens. */
@Entity('efficacy_invitation')
export class EfficacyInvitationRow {
  @PrimaryColumn('uuid') surveyId: string;
  @PrimaryColumn('text') kind: EfficacyKind;
  @PrimaryColumn('text') partyKind: InvitedPartyKind;
  @PrimaryColumn('uuid') partyId: string;
  @Column('text') partyName: string;
  /** Whose officers answer for it. */
  @Column('uuid') unionId: string;
  @Column('text') unionName: string;
  /** The smallest subtree with five such unions among those invited. */
  @Column(treePath) poolPath: string;
  /** Null until it has answered in its name, or taken a token. */
  @Column('text', { nullable: true }) manner: AnsweringManner | null;
  /** Of the blinded token that was signed for it: nothing that is found again in an answer. */
  @Column('bytea', { nullable: true }) blindedHash: Buffer | null;
}

/** The parties of one kind at one path whose answers are only published together; their tokens look alike. */
@Entity('efficacy_pool')
export class EfficacyPoolRow {
  @PrimaryColumn('uuid') surveyId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: EfficacyKind;
  @Column(treePath) path: string;
  /** Null for a moment after the opening. */
  @Column('jsonb', { nullable: true }) publicKey: PublicKeyJwk | null;
  /** PKCS #8, PEM, sealed by the service's cipher. Gone once nothing more is signed. */
  @Column('text', { nullable: true }) privateKey: string | null;
}

export type PublicKeyJwk = Record<string, string | boolean | string[]>;

/** What a party said in its name. */
@Entity('efficacy_named_answer')
export class EfficacyNamedAnswerRow {
  @PrimaryColumn('uuid') surveyId: string;
  @PrimaryColumn('text') kind: EfficacyKind;
  @PrimaryColumn('text') partyKind: InvitedPartyKind;
  @PrimaryColumn('uuid') partyId: string;
  @Column('jsonb') answers: Steps;
}

/** What was published at the close: of all of a kind, of a party by its name, of a pool. */
@Entity('efficacy_result')
export class EfficacyResultRow {
  @PrimaryColumn('uuid') surveyId: string;
  @PrimaryColumn('text') kind: EfficacyKind;
  @PrimaryColumn('text') dimension: 'all' | 'party' | 'pool';
  /** Of a party `kind:id`, of a pool its place; empty for all. */
  @PrimaryColumn('text') key: string;
  @Column('text') name: string;
  @Column('boolean') isRest: boolean;
  /** Parties that were asked as this kind; null but of all of a kind. */
  @Column('integer', { nullable: true }) invited: number | null;
  @Column('integer') answers: number;
  @Column('jsonb') opinions: OpinionSum[];
}

/** What happened among the parties of a kind, as it was known at the close. */
@Entity('efficacy_fact')
export class EfficacyFactRow {
  @PrimaryColumn('uuid') surveyId: string;
  @PrimaryColumn('text') kind: EfficacyKind;
  @PrimaryColumn('text') fact: EfficacyFactName;
  @Column('double precision', { nullable: true }) value: number | null;
}
