import type {
  DrawEntryState,
  DrawOutReason,
  DrawResult,
  DrawState,
} from '@gongxiang/contracts/sharing/seats/draw.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Companion } from '../registration/eligibility.model.js';
import type { KeptAnswers } from '../../activities/sign-up-form/answers.model.js';

@Entity('draw')
export class DrawRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') activityId: string;
  @Column('integer') version: number;
  @Column('text') state: DrawState;
  @Column(instant) opensAt: Date;
  @Column(instant) closesAt: Date;
  /** In so many days before the freeze it counts how often somebody came; null where everybody has one ticket. */
  @Column('integer', { nullable: true }) fairShareDays: number | null;
  /** SHA-256 of the secret, in hex. */
  @Column('text') commitment: string;
  @Column('text') sealedSecret: string;
  /** 32 bytes in hex, as soon as the list is frozen: from then on it decides nothing any more. */
  @Column('text', { nullable: true }) secret: string | null;
  /** People who are in it. */
  @Column('integer') entries: number;
  /** The frozen list; read for the proof alone, as it may be long. */
  @Column('text', { nullable: true, select: false }) list?: string | null;
  @Column('text', { nullable: true }) listHash: string | null;
  @Column('text', { nullable: true }) seed: string | null;
  @Column('integer', { nullable: true }) winners: number | null;
  /** The last turn that was given. */
  @Column('integer') settled: number;
  @Column({ ...instant, nullable: true }) frozenAt: Date | null;
  @Column({ ...instant, nullable: true }) drawnAt: Date | null;
  @Column({ ...instant, nullable: true }) cancelledAt: Date | null;
  @Column('text', { nullable: true }) cancelReason: string | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}

/** What somebody said when he entered, as it goes into his registration. */
export interface KeptSignUp {
  readonly companions: readonly Companion[];
  readonly answers: KeptAnswers | null;
  readonly formVersion: number;
}

/** One person in one draw: the key itself keeps a person from being in it twice (E26). */
@Entity('draw_entry')
export class DrawEntryRow {
  @PrimaryColumn('uuid') drawId: string;
  @PrimaryColumn('uuid') personId: string;
  /** Random; the same however often he withdraws and enters again, so that nobody can try for a better token. */
  @Column('text') salt: string;
  @Column('text') token: string;
  @Column('text') state: DrawEntryState;
  /** The person and his companions. */
  @Column('integer') heads: number;
  /** What was said, see `DrawSecrets`; null once it stands in the registration, or the entry is over. */
  @Column('text', { nullable: true }) sealedSignUp: string | null;
  @Column(instant) enteredAt: Date;
  @Column('uuid', { nullable: true }) poolId: string | null;
  @Column('integer', { nullable: true }) weight: number | null;
  @Column('integer', { nullable: true }) timesCame: number | null;
  /** The line in the frozen list, from 1. */
  @Column('integer', { nullable: true }) number: number | null;
  /** The place in the drawn order, from 1. */
  @Column('integer', { nullable: true }) place: number | null;
  /** When the result is given: who gets a seat first, each in the drawn order, then who waits. */
  @Column('integer', { nullable: true }) turn: number | null;
  @Column('text', { nullable: true }) result: DrawResult | null;
  @Column('text', { nullable: true }) outReason: DrawOutReason | null;
}
