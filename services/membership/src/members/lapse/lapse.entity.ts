import type { LapseWarningState } from '@gongxiang/contracts/membership/members/lapse.contract';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a member was warned that the membership may lapse, and what that rests on. */
@Entity('lapse_warning')
export class LapseWarningRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') membershipId: string;
  @Column('uuid') personId: string;
  @Column('text') state: LapseWarningState;
  @Column('uuid') warnedBy: string;
  @Column(instant) warnedAt: Date;
  /** The first day on which the end may be decided. */
  @Column(day) endableFrom: string;
  /** As of the warning; as of the end once it was decided. */
  @Column('integer') monthsUnpaid: number;
  @Column({ ...day, nullable: true }) lastPaidOn: string | null;
  @Column({ ...day, nullable: true }) lastPartOn: string | null;
  /** Sealed. */
  @Column('text', { nullable: true }) answer: string | null;
  @Column({ ...instant, nullable: true }) answeredAt: Date | null;
  @Column({ ...instant, nullable: true }) closedAt: Date | null;
}
