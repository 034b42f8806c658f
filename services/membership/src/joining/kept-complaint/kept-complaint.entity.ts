import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What a person wrote to their union before there were matters, until it has moved there; see {@link ComplaintMove}. Texts are
 * encrypted under the id of that person.
 */
@Entity('intake_entry')
export class KeptComplaintRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') kind: 'complaint' | 'suggestion' | 'question';
  @Column('text') state: 'open' | 'answered' | 'closed';
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
  @Column('text', { nullable: true }) ending: string | null;
  @Column({ ...instant, nullable: true }) closesAt: Date | null;
}

@Entity('intake_answer')
export class KeptAnswerRow {
  @PrimaryColumn('uuid') entryId: string;
  /** From 1. */
  @PrimaryColumn('integer') number: number;
  @Column('uuid') unionId: string;
  @Column('text') text: string;
  @Column('uuid') answeredBy: string;
  @Column(instant) answeredAt: Date;
}

/** What the author asked again after an answer. */
@Entity('intake_follow_up')
export class KeptFollowUpRow {
  @PrimaryColumn('uuid') entryId: string;
  /** From 1. */
  @PrimaryColumn('integer') number: number;
  @Column('text') text: string;
  @Column(instant) askedAt: Date;
}
