import type { components } from '../../../api/schema.js';
import { useList, useRead } from '../../../api/use-read.js';

export type GiveAway = components['schemas']['GiveAwayView'];
export type Terms = components['schemas']['GiveAwayTermsView'];
export type NewTerms = components['schemas']['SetGiveAwayBody'];
export type Coupon = components['schemas']['CouponView'];
export type MyCoupon = components['schemas']['MyCouponView'];

export function useGiveAway(activityId: string) {
  return useRead('giveAway', '/activities/{activityId}/give-away', { activityId });
}

/** @param activityId those of one activity; null for all */
export function useMyCoupons(activityId: string | null) {
  return useList('coupon', '/me/coupons', activityId === null ? {} : { activityId });
}
