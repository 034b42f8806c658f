import type { IntakeEnding, IntakeState } from '@gongxiang/contracts/membership/joining/intake.contract';
import type { IntakeKind } from '@gongxiang/contracts/membership/membership-events';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's message to their union. Texts are encrypted under the id of that person. */
@Entity('intake_entry')
export class IntakeRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') kind: IntakeKind;
  @Column('text') state: IntakeState;
  @Column('uuid') personId: string;
  /** The union to which the person belonged at the time. */
  @Column('uuid') homeUnionId: string;
  /** The union that has to answer. */
  @Column('uuid') unionId: string;
  @Column('text') text: string;
  @Column('text', { nullable: true }) page: string | null;
  @Column('text', { nullable: true }) subjectNoun: string | null;
  @Column('uuid', { nullable: true }) subjectId: string | null;
  @Column(instant) dueAt: Date;
  @Column(instant) createdAt: Date;
  @Column('uuid', { nullable: true }) closedBy: string | null;
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
  @Column('text', { nullable: true }) closeReason: string | null;
  @Column('text', { nullable: true }) ending: IntakeEnding | null;
  /** When an answered entry closes by itself. */
  @Column({ ...instant, nullable: true }) closesAt: Date | null;
}

@Entity('intake_answer')
export class IntakeAnswerRow {
  @PrimaryColumn('uuid') entryId: string;
  /** From 1. */
  @PrimaryColumn('integer') number: number;
  @Column('uuid') unionId: string;
  @Column('text') text: string;
  @Column('uuid') answeredBy: string;
  @Column(instant) answeredAt: Date;
}

/** A follow-up question of the author after an answer. */
@Entity('intake_follow_up')
export class IntakeFollowUpRow {
  @PrimaryColumn('uuid') entryId: string;
  /** From 1. */
  @PrimaryColumn('integer') number: number;
  @Column('text') text: string;
  @Column(instant) askedAt: Date;
}
