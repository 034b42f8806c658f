import type {
  DrawEntryState,
  DrawOutReason,
  DrawResult,
  DrawState,
} from '@gongxiang/contracts/sharing/seats/draw.contract';
import { instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Companion } from '../registration/eligibility.model.js';
import type { StoredAnswers } from '@gongxiang/domain/forms';

@Entity('draw')
export class DrawRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') activityId: string;
  @Column('integer') version: number;
  @Column('text') state: DrawState;
  @Column(instant) opensAt: Date;
  @Column(instant) closesAt: Date;
  /** The number of days before the freeze in which attendance is counted; null if everybody has one ticket. */
  @Column('integer', { nullable: true }) fairShareDays: number | null;
  /** SHA-256 of the secret, in hex. */
  @Column('text') commitment: string;
  @Column('text') sealedSecret: string;
  /** 32 bytes in hex; public from the freeze on, when it no longer decides anything. */
  @Column('text', { nullable: true }) secret: string | null;
  /** Number of current entrants. */
  @Column('integer') entries: number;
  /** The frozen list; selected for the proof only, as it may be long. */
  @Column('text', { nullable: true, select: false }) list?: string | null;
  @Column('text', { nullable: true }) listHash: string | null;
  @Column('text', { nullable: true }) seed: string | null;
  @Column('integer', { nullable: true }) winners: number | null;
  /** The last turn that was assigned. */
  @Column('integer') settled: number;
  @Column({ ...instant, nullable: true }) frozenAt: Date | null;
  @Column({ ...instant, nullable: true }) drawnAt: Date | null;
  @Column({ ...instant, nullable: true }) cancelledAt: Date | null;
  @Column('text', { nullable: true }) cancelReason: string | null;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
}

/** What a person filled in when they entered; copied into their registration. */
export interface EntrySignUp {
  readonly companions: readonly Companion[];
  readonly answers: StoredAnswers | null;
  readonly formVersion: number;
}

/** One person in one draw: the primary key prevents two entries (E26). */
@Entity('draw_entry')
export class DrawEntryRow {
  @PrimaryColumn('uuid') drawId: string;
  @PrimaryColumn('uuid') personId: string;
  /**
   * Random; the same however often a person withdraws and enters again, so that nobody can try for a better token.
   */
  @Column('text') salt: string;
  @Column('text') token: string;
  @Column('text') state: DrawEntryState;
  /** The person and their companions. */
  @Column('integer') heads: number;
  /** The sealed form, see `DrawSecrets`; null once the registration holds it or the entry is over. */
  @Column('text', { nullable: true }) sealedSignUp: string | null;
  @Column(instant) enteredAt: Date;
  @Column('uuid', { nullable: true }) poolId: string | null;
  @Column('integer', { nullable: true }) weight: number | null;
  @Column('integer', { nullable: true }) timesCame: number | null;
  /** The row in the frozen list, from 1. */
  @Column('integer', { nullable: true }) number: number | null;
  /** The place in the drawn order, from 1. */
  @Column('integer', { nullable: true }) place: number | null;
  /** The order in which results are assigned: winners first, each group in the drawn order, then the waitlisted. */
  @Column('integer', { nullable: true }) turn: number | null;
  @Column('text', { nullable: true }) result: DrawResult | null;
  @Column('text', { nullable: true }) outReason: DrawOutReason | null;
}
