import type { AgeBand, RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person in one activity: the primary key prevents two registrations. */
@Entity('registration')
export class RegistrationRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') poolId: string;
  @Column('text') state: RegistrationState;
  /** The person and their companions. */
  @Column('integer') heads: number;
  /**
   * The position in the pool's single order of everybody who ever signed up; seats go along it, and the last in
   * leaves first.
   */
  @Column('integer') rank: number;
  /**
   * Attended activities at the time of sign-up, if the waitlist goes by that: it sorts by this, then by rank. 0 if it
   * does not, and for people who stand first because they were displaced or drawn.
   */
  @Column('integer') came: number;
  /** The reason for a seat beyond the capacity; null for everybody else. */
  @Column('text', { nullable: true }) overrideReason: string | null;
  /** The deadline of an offer; retained for an expired offer, otherwise null. */
  @Column({ ...instant, nullable: true }) offerExpiresAt: Date | null;
  @Column('text') checkInCode: string;
  /** All answers to the sign-up form as one text, see `SignUpData`; null if there are none. */
  @Column('text', { nullable: true }) sealedAnswers: string | null;
  /** The form version in force at sign-up, or answered since; 0 without a form. */
  @Column('integer') formVersion: number;
  /** When consent was given for the companions under 14; null without any. */
  @Column({ ...instant, nullable: true }) guardianConsentAt: Date | null;
  @Column('uuid') registeredBy: string;
  @Column(instant) registeredAt: Date;
}

/** A companion of a registered person: stores no more than the door and the planning need. */
@Entity('registration_companion')
export class CompanionRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('integer') number: number;
  @Column('text') sealedName: string;
  @Column('text', { nullable: true }) ageBand: AgeBand | null;
}
