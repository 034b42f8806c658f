import type { WorkingKind } from '@gongxiang/contracts/membership/membership-events';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** For whom a person works, from a day on to a day. A person has any number of them in time, apart from the membership. */
@Entity('employment')
export class EmploymentRow {
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') personId: string;
  @Column('text') kind: WorkingKind;
  /** The employer; its name where it is not on record. */
  @Column('uuid', { nullable: true }) enterpriseId: string | null;
  @Column('text', { nullable: true }) employerName: string | null;
  /** Where somebody works who is dispatched; its name where it is not on record. */
  @Column('uuid', { nullable: true }) hostEnterpriseId: string | null;
  @Column('text', { nullable: true }) hostName: string | null;
  /** The union that serves them there. */
  @Column('uuid', { nullable: true }) servedByUnionId: string | null;
  @Column(day) validFrom: string;
  /** The first day on which it no longer holds. */
  @Column({ ...day, nullable: true }) validTo: string | null;
  @Column(instant) createdAt: Date;
}
