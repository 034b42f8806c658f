import type {
  DataBreachAudience,
  DataBreachState,
} from '@gongxiang/contracts/membership/privacy/data-breach.contract';
import type { DataKind } from '@gongxiang/contracts/words/person-data';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A breach of personal information. What was recorded never changes; how far it is does. */
@Entity('data_breach')
export class DataBreachRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('text') state: DataBreachState;
  @Column(instant) noticedAt: Date;
  @Column({ ...instant, nullable: true }) happenedAt: Date | null;
  @Column('text', { array: true }) kinds: DataKind[];
  @Column('text') cause: string;
  @Column('text') harm: string;
  @Column('text') measures: string;
  @Column('text') advice: string;
  @Column('text') contactName: string;
  @Column('text') contactPhone: string;
  @Column('text') audience: DataBreachAudience;
  @Column('uuid', { nullable: true }) unionId: string | null;
  @Column('boolean') isTold: boolean;
  @Column('text', { nullable: true }) notToldReason: string | null;
  @Column('uuid', { nullable: true }) correctsId: string | null;
  @Column('text', { nullable: true }) changes: string | null;
  @Column('uuid') recordedBy: string;
  @Column(instant) recordedAt: Date;
  @Column('uuid', { nullable: true }) decidedBy: string | null;
  @Column({ ...instant, nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) refusal: string | null;
  /** Whom it affected when it was confirmed. */
  @Column('integer', { nullable: true }) affected: number | null;
  @Column('integer') notified: number;
  /** The last person who was looked at. */
  @Column('uuid', { nullable: true }) position: string | null;
  @Column({ ...instant, nullable: true }) finishedAt: Date | null;
}

/** Whose data it was: whoever is named, and whoever was notified. */
@Entity('breach_person')
export class BreachPersonRow {
  @PrimaryColumn('uuid') breachId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column({ ...instant, nullable: true }) notifiedAt: Date | null;
}

/** That the report was handed over to the authority. Entries are only added: a further one corrects the one before. */
@Entity('breach_handover')
export class BreachHandoverRow {
  @PrimaryColumn('uuid') breachId: string;
  /** From 1. */
  @PrimaryColumn('integer') number: number;
  @Column(instant) handedOverAt: Date;
  @Column('text') authority: string;
  @Column('text') handedOverBy: string;
  @Column('text', { nullable: true }) reference: string | null;
  @Column('text', { nullable: true }) changes: string | null;
  @Column('uuid') recordedBy: string;
  @Column(instant) recordedAt: Date;
}
