import type { AgeBand, RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One person in one activity: the key itself keeps a person from being registered twice. */
@Entity('registration')
export class RegistrationRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  @Column('uuid') id: string;
  @Column('integer') version: number;
  @Column('uuid') poolId: string;
  @Column('text') state: RegistrationState;
  /** The person and his companions. */
  @Column('integer') heads: number;
  /** The place in the pool's one line of everybody who ever came; seats go along it, and the last in leaves first. */
  @Column('integer') rank: number;
  /**
   * To how many activities he had come when he signed up, where the waitlist goes by that: its order is this, then the
   * rank. 0 where it does not, and for who stands first all the same, as his seat was taken back or he was drawn.
   */
  @Column('integer') came: number;
  /** Why this person has a seat beyond the capacity; null for everybody else. */
  @Column('text', { nullable: true }) overrideReason: string | null;
  /** By when an offered seat is to be accepted; kept of an offer that nobody accepted, null for everybody else. */
  @Column({ ...instant, nullable: true }) offerExpiresAt: Date | null;
  @Column('text') checkInCode: string;
  /** All answers to the sign-up form as one text, see `SignUpData`; null where none were given. */
  @Column('text', { nullable: true }) sealedAnswers: string | null;
  /** The version of the sign-up form that was in force, or was answered since; 0 where nothing was asked. */
  @Column('integer') formVersion: number;
  /** When consent was given for the companions under 14; null where none are. */
  @Column({ ...instant, nullable: true }) guardianConsentAt: Date | null;
  @Column('uuid') registeredBy: string;
  @Column(instant) registeredAt: Date;
}

/** Someone whom a registered person brings: no more is kept of him than the door and the planning need. */
@Entity('registration_companion')
export class CompanionRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('integer') number: number;
  @Column('text') sealedName: string;
  @Column('text', { nullable: true }) ageBand: AgeBand | null;
}
