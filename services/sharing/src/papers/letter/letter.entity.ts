import type { LetterKind } from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LetterFacts } from '../letter-template/placeholders.model.js';

/** A certificate or another letter for one person. Its file is rendered on request. */
@Entity('letter')
export class LetterRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') personId: string;
  /** The issuing union. */
  @Column('uuid') unionId: string;
  @Column('uuid') templateId: string;
  @Column('text') kind: LetterKind;
  /** `<year>-<six digits>`, unique in the union. */
  @Column('text') number: string;
  /** For verification by anybody: 60 random bits. */
  @Column('text') code: string;
  /** The name at the time of issue; the full name is not stored. */
  @Column('text') maskedName: string;
  @Column('integer') companions: number;
  @Column('jsonb') facts: LetterFacts;
  @Column('uuid') issuedBy: string;
  @Column(instant) issuedAt: Date;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
  @Column('text', { nullable: true }) revokeReason: string | null;
}

/** The last number a union has used in a year. */
@Entity('letter_counter')
export class LetterCounterRow {
  @PrimaryColumn('uuid') unionId: string;
  @PrimaryColumn('integer') year: number;
  @Column('integer') last: number;
}
