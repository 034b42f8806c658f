import type { CouponState } from '@gongxiang/contracts/sharing/seats/coupon.contract';
import { fen, instant } from '@gongxiang/persistence';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an activity gives away: one thing for each head with a seat. */
@Entity('give_away')
export class GiveAwayRow {
  @PrimaryColumn('uuid') activityId: string;
  @Column('integer') version: number;
  @Column('text') title: string;
  /** For display only: the merchant is paid like any other bill of the activity. */
  @Column({ ...fen, nullable: true }) faceValueFen: bigint | null;
  /** An organisation of the network; null for a merchant that is known by its name alone. */
  @Column('uuid', { nullable: true }) merchantId: string | null;
  @Column('text') merchantName: string;
  @Column('text') howTo: string;
  @Column(instant) redeemFrom: Date;
  @Column(instant) redeemUntil: Date;
  /** Hours to claim a seat for a person who gets one without having just asked for it; null if the pools decide. */
  @Column('integer', { nullable: true }) claimHours: number | null;
}

/**
 * The coupon of one head. Each head has a coupon of its own rather than one per party: companions come at different
 * times, and a counter that hands out one thing scans one code for it.
 */
@Entity('coupon')
export class CouponRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('integer') version: number;
  /** The person with the seat, for themselves and their companions. */
  @Column('uuid') personId: string;
  /** 1 for the person, then one for each companion. */
  @Column('integer') number: number;
  @Column('text') state: CouponState;
  /** SHA-256 of the code: it has 130 random bits, so nothing slower is needed. */
  @Column('text') codeHash: string;
  @Column('text') sealedCode: string;
  @Column(instant) issuedAt: Date;
  @Column({ ...instant, nullable: true }) voidedAt: Date | null;
}

/** A counter of the merchant, which redeems by a secret address. */
@Entity('redeeming_point')
export class RedeemingPointRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  /** SHA-256 of the token: it has 256 random bits. */
  @Column('text') tokenHash: string;
  @Column('uuid') createdBy: string;
  @Column(instant) createdAt: Date;
  @Column({ ...instant, nullable: true }) revokedAt: Date | null;
}

/** A redemption of a coupon; an undone one stays, with when and by whom. */
@Entity('redemption')
export class RedemptionRow {
  @PrimaryColumn('uuid') activityId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') couponId: string;
  @Column('uuid') pointId: string;
  @Column('uuid') operationId: string;
  @Column(instant) redeemedAt: Date;
  @Column({ ...instant, nullable: true }) undoneAt: Date | null;
  /** The officer; null if the counter itself undid it. */
  @Column('uuid', { nullable: true }) undoneBy: string | null;
  @Column('text', { nullable: true }) undoReason: string | null;
}
