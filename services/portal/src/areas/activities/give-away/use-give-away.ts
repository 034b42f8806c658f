import { useQuery } from '@tanstack/react-query';
import { answerOf, submitHeaders } from '../../../api/client.js';
import { api } from '../../../api/platform.js';
import type { components } from '../../../api/schema.js';
import { usePages } from '../../../api/use-pages.js';
import { useSubmit } from '../../../api/use-submit.js';

export type GiveAway = components['schemas']['GiveAwayView'];
export type Terms = components['schemas']['GiveAwayTermsView'];
export type NewTerms = components['schemas']['SetGiveAwayBody'];
export type Coupon = components['schemas']['CouponView'];
export type CouponState = Coupon['state'];
export type CouponTotals = components['schemas']['CouponTotals'];
export type MyCoupon = components['schemas']['MyCouponView'];
export type RedeemingPoint = components['schemas']['RedeemingPointView'];
export type MadePoint = components['schemas']['CreatedRedeemingPointView'];

export const couponStates: readonly CouponState[] = ['issued', 'redeemed', 'void'];
/** What is given away decides which coupons there are, and offers instead of seats. */
const touches = ['giveAway', 'coupon'];

export function useGiveAway(activityId: string) {
  return useQuery({
    queryKey: ['giveAway', activityId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/give-away', { params: { path: { activityId } }, signal }),
      ),
  });
}

export function useSetGiveAway({ activityId, version }: GiveAway) {
  return useSubmit({
    touches,
    send: (body: NewTerms, key) =>
      answerOf(
        api.PUT('/api/v1/activities/{activityId}/give-away', {
          params: { path: { activityId }, header: submitHeaders(key, version) },
          body,
        }),
      ),
  });
}

export function useRemoveGiveAway({ activityId }: GiveAway) {
  return useSubmit({
    touches,
    send: (_version: number, key) =>
      answerOf(
        api.DELETE('/api/v1/activities/{activityId}/give-away', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}

export function useRedeemingPoints(activityId: string) {
  return useQuery({
    queryKey: ['coupon', 'points', activityId],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/activities/{activityId}/redeeming-points', {
          params: { path: { activityId } },
          signal,
        }),
      ),
  });
}

export function useMakePoint(activityId: string) {
  return useSubmit({
    touches,
    send: (body: { name: string }, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/redeeming-points', {
          params: { path: { activityId }, header: { 'Idempotency-Key': key } },
          body,
        }),
      ),
  });
}

export function useRevokePoint(activityId: string) {
  return useSubmit({
    touches,
    send: (pointId: string, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/redeeming-points/{pointId}/revoke', {
          params: { path: { activityId, pointId }, header: { 'Idempotency-Key': key } },
        }),
      ),
  });
}

export function useCoupons(activityId: string, state: CouponState | undefined) {
  return usePages<Coupon>(['coupon', 'of', activityId, state ?? ''], (page, signal) => {
    const query = { ...page, ...(state === undefined ? {} : { state }) };
    return answerOf(
      api.GET('/api/v1/activities/{activityId}/coupons', {
        params: { path: { activityId }, query },
        signal,
      }),
    );
  });
}

/** How many coupons there are of each state, whatever part of the list is shown. */
export function useCouponTotals(activityId: string) {
  return useQuery({
    queryKey: ['coupon', 'totals', activityId],
    queryFn: async ({ signal }): Promise<CouponTotals> => {
      const params = { path: { activityId }, query: { limit: 1 } };
      return (await answerOf(api.GET('/api/v1/activities/{activityId}/coupons', { params, signal }))).totals;
    },
  });
}

export function useUndoRedemption(activityId: string, couponId: string) {
  return useSubmit({
    touches,
    send: (reason: string, key) =>
      answerOf(
        api.POST('/api/v1/activities/{activityId}/coupons/{couponId}/undo-redemption', {
          params: { path: { activityId, couponId }, header: { 'Idempotency-Key': key } },
          body: { reason },
        }),
      ),
  });
}

/** @param activityId those of one activity; null for all */
export function useMyCoupons(activityId: string | null) {
  return usePages<MyCoupon>(['coupon', 'mine', activityId ?? ''], (page, signal) => {
    const query = { ...page, ...(activityId === null ? {} : { activityId }) };
    return answerOf(api.GET('/api/v1/me/coupons', { params: { query }, signal }));
  });
}
