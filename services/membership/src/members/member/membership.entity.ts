import type { EmploymentKind, MembershipState } from '@gongxiang/contracts/membership/membership-events';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a person belonged to a union from a day on, to a day. At most one of a person's has not ended. */
@Entity('union_membership')
export class MembershipRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('uuid') unionId: string;
  @Column('text') state: MembershipState;
  @Column(day) validFrom: string;
  /** The first day on which it no longer holds. */
  @Column({ ...day, nullable: true }) validTo: string | null;
  @Column('text', { nullable: true }) employmentKind: EmploymentKind | null;
  @Column(instant) createdAt: Date;
  /** Who took the person in, by hand or by a roster; null where nobody knows. */
  @Column('uuid', { nullable: true }) admittedBy: string | null;
}
