import type { CouponView, MyCouponView } from '@gongxiang/contracts/sharing/seats/coupon.contract';
import type { GiveAwayTermsView, GiveAwayView } from '@gongxiang/contracts/sharing/seats/give-away.contract';
import type {
  RedeemingPointView,
  RedemptionResult,
  RedemptionView,
} from '@gongxiang/contracts/sharing/seats/redeeming.contract';
import { toWire } from '@gongxiang/domain';
import type { ListedCoupon, OwnCoupon } from './coupon.repository.js';
import type { GiveAwayRow } from './give-away.entity.js';
import { undoUntil } from './give-away.model.js';
import type { CountedPoint, CounterRedemption } from './redeeming.repository.js';

type Terms = Omit<GiveAwayRow, 'activityId' | 'version'>;

export function termsViewOf(terms: Terms): GiveAwayTermsView {
  const { title, faceValueFen, merchantId, merchantName, howTo, redeemFrom, redeemUntil, claimHours } = terms;
  return {
    title,
    merchantId,
    merchantName,
    howTo,
    claimHours,
    faceValue: faceValueFen === null ? null : toWire(faceValueFen),
    redeemFrom: redeemFrom.toISOString(),
    redeemUntil: redeemUntil.toISOString(),
  };
}

export function giveAwayViewOf(activityId: string, row: GiveAwayRow | null): GiveAwayView {
  return { activityId, version: row?.version ?? 0, terms: row && termsViewOf(row) };
}

export function couponViewOf(coupon: ListedCoupon): CouponView {
  const { issuedAt, redeemedAt, ...rest } = coupon;
  return { ...rest, issuedAt: issuedAt.toISOString(), redeemedAt: redeemedAt?.toISOString() ?? null };
}

/** @param code opened for its holder; null once it is useless */
export function myCouponViewOf(own: OwnCoupon, code: string | null): MyCouponView {
  const { id, activityId, activityTitle, timeZone, number, state, redeemedAt, pointName } = own;
  const faceValueFen = own.faceValueFen === null ? null : BigInt(own.faceValueFen);
  return {
    id,
    activityId,
    activityTitle,
    timeZone,
    number,
    state,
    code,
    pointName,
    terms: termsViewOf({ ...own, faceValueFen }),
    redeemedAt: redeemedAt?.toISOString() ?? null,
  };
}

export function pointViewOf({ createdAt, revokedAt, ...rest }: CountedPoint): RedeemingPointView {
  return { ...rest, createdAt: createdAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null };
}

/** A scan without a redemption: it says nothing about any person. */
export function refusalViewOf(result: RedemptionResult): RedemptionView {
  return {
    result,
    redemptionId: null,
    maskedName: null,
    number: null,
    redeemedAt: null,
    pointName: null,
    undoUntil: null,
    undoneAt: null,
  };
}

/** @param pointId the asking counter: it may undo its own redemptions */
export function redemptionViewOf(
  result: RedemptionResult,
  redemption: CounterRedemption,
  pointId: string,
): RedemptionView {
  const { maskedName, number, pointName, redeemedAt, undoneAt } = redemption;
  const isOwn = redemption.pointId === pointId;
  return {
    result,
    maskedName,
    number,
    pointName,
    redemptionId: isOwn ? redemption.id : null,
    redeemedAt: redeemedAt.toISOString(),
    undoUntil: isOwn && undoneAt === null ? undoUntil(redeemedAt).toISOString() : null,
    undoneAt: undoneAt?.toISOString() ?? null,
  };
}
