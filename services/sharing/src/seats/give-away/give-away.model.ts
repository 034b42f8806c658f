import type { CouponState } from '@gongxiang/contracts/sharing/seats/coupon.contract';
import type { RedemptionResult } from '@gongxiang/contracts/sharing/seats/redeeming.contract';
import { DomainError } from '@gongxiang/domain';

const minuteMs = 60_000;
const hourMs = 3_600_000;
/** In which a counter takes back what it has scanned by mistake; afterwards an officer does. */
const undoMinutes = 10;
/** Whoever has not redeemed is reminded two days before it is too late. */
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

/** What a counter has scanned, as things stand at that moment. */
export interface Scanned {
  /** Null where no coupon of this activity has the code. */
  readonly couponState: CouponState | null;
  /** Does the registration still give a seat to the head that it was made for? */
  readonly hasSeat: boolean;
  readonly isCancelled: boolean;
  readonly window: RedeemingWindow;
}

/**
 * What comes of a scan. That a coupon was redeemed is told before anything else: whoever shows it a second time learns
 * where it went, also after the end. A registration that is no more voids its coupon at once, whether or not the coupon
 * was marked already.
 */
export function judgeRedemption(scanned: Scanned, now: Date): RedemptionResult {
  const { couponState, hasSeat, isCancelled, window } = scanned;
  if (couponState === null) return 'unknown';
  if (couponState === 'redeemed') return 'already';
  if (couponState === 'void' || !hasSeat || isCancelled) return 'void';
  if (now < window.redeemFrom) return 'notYet';
  return now < window.redeemUntil ? 'redeemed' : 'over';
}

/** Until when the counter that redeemed it may take it back. */
export function undoUntil(redeemedAt: Date): Date {
  return new Date(redeemedAt.getTime() + undoMinutes * minuteMs);
}

/** @throws DomainError `UNDO_TOO_LATE` */
export function requireUndoable(redeemedAt: Date, now: Date): void {
  if (now >= undoUntil(redeemedAt))
    throw new DomainError('UNDO_TOO_LATE', { params: { minutes: undoMinutes } });
}

/** When those who have not redeemed are reminded. @returns null where that moment has passed, or lies before the window */
export function remindAt({ redeemFrom, redeemUntil }: RedeemingWindow, now: Date): Date | null {
  const at = new Date(redeemUntil.getTime() - remindedHoursBefore * hourMs);
  return at > now && at >= redeemFrom ? at : null;
}
