import type {
  EmploymentKind,
  EndReason,
  MembershipStanding,
  MembershipState,
  RetainedReason,
} from '@gongxiang/contracts/membership/membership-events';
import { day, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's membership of a union for a period. At most one per person has not ended. */
@Entity('union_membership')
export class MembershipRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') personId: string;
  @Column('uuid') unionId: string;
  @Column('text') state: MembershipState;
  @Column('text') standing: MembershipStanding;
  @Column('text', { nullable: true }) retainedReason: RetainedReason | null;
  /** Since when it is retained; null for a full membership, or if unknown. */
  @Column({ ...day, nullable: true }) retainedFrom: string | null;
  @Column('text', { nullable: true }) endedReason: EndReason | null;
  /** Number or day of the decision on which an expulsion or a lapse rests. */
  @Column('text', { nullable: true }) endDecision: string | null;
  /** When the person left by themselves, which they may take back for a while; null for every other end. */
  @Column({ ...instant, nullable: true }) leftAt: Date | null;
  @Column(day) validFrom: string;
  /** The first day without the membership. */
  @Column({ ...day, nullable: true }) validTo: string | null;
  @Column('text', { nullable: true }) employmentKind: EmploymentKind | null;
  /** The union that serves a dispatched person where they work: that of their newest employment that goes on and names one. */
  @Column('uuid', { nullable: true }) servedByUnionId: string | null;
  @Column(instant) createdAt: Date;
  /** The officer who admitted the person, by hand or by a roster; null if unknown. */
  @Column('uuid', { nullable: true }) admittedBy: string | null;
  /** Counted by the database: what stands in the reference of its dues. */
  @Column({ type: 'integer', insert: false, update: false }) duesNumber?: number;
}
