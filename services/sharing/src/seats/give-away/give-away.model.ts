import type { CouponState } from '@gongxiang/contracts/sharing/seats/coupon.contract';
import type { RedemptionResult } from '@gongxiang/contracts/sharing/seats/redeeming.contract';
import { DomainError, hourMs } from '@gongxiang/domain';

const minuteMs = 60_000;
/** Minutes in which a counter can undo a mistaken scan; afterwards an officer does. */
const undoMinutes = 10;
/** People who have not redeemed are reminded two days before the end. */
const remindedHoursBefore = 48;

export interface RedeemingWindow {
  readonly redeemFrom: Date;
  /** The first moment at which it is too late. */
  readonly redeemUntil: Date;
}

/** @throws DomainError `PERIOD_EMPTY`, `REDEEMING_ENDED` */
export function requireWindow({ redeemFrom, redeemUntil }: RedeemingWindow, now: Date): void {
  const pointer = '/redeemUntil';
  if (!(redeemFrom < redeemUntil)) throw new DomainError('PERIOD_EMPTY', { pointer });
  if (now >= redeemUntil) throw new DomainError('REDEEMING_ENDED', { pointer });
}

/** What a counter has scanned, with the state at that moment. */
export interface Scanned {
  /** Null if no coupon of this activity has the code. */
  readonly couponState: CouponState | null;
  /** Whether the registration still has a seat for the head the coupon was issued for. */
  readonly hasSeat: boolean;
  readonly isCancelled: boolean;
  readonly window: RedeemingWindow;
}

/**
 * Judges a scan. A redeemed coupon is reported first: a second presentation shows where it was redeemed, also after
 * the end. A cancelled registration voids its coupon at once, whether or not the coupon is marked already.
 */
export function judgeRedemption(scanned: Scanned, now: Date): RedemptionResult {
  const { couponState, hasSeat, isCancelled, window } = scanned;
  if (couponState === null) return 'unknown';
  if (couponState === 'redeemed') return 'already';
  if (couponState === 'void' || !hasSeat || isCancelled) return 'void';
  if (now < window.redeemFrom) return 'notYet';
  return now < window.redeemUntil ? 'redeemed' : 'over';
}

/** The time until which the counter that redeemed it may undo it. */
export function undoUntil(redeemedAt: Date): Date {
  return new Date(redeemedAt.getTime() + undoMinutes * minuteMs);
}

/** @throws DomainError `UNDO_TOO_LATE` */
export function requireUndoable(redeemedAt: Date, now: Date): void {
  if (now >= undoUntil(redeemedAt))
    throw new DomainError('UNDO_TOO_LATE', { params: { minutes: undoMinutes } });
}

/**
 * When people who have not redeemed are reminded. @returns null if that time has passed or lies before the window
 */
export function remindAt({ redeemFrom, redeemUntil }: RedeemingWindow, now: Date): Date | null {
  const at = new Date(redeemUntil.getTime() - remindedHoursBefore * hourMs);
  return at > now && at >= redeemFrom ? at : null;
}
