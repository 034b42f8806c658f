import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { GiveAwayTermsView } from './give-away.contract.js';

/** `void`: the registration that it rested on is no more. */
export const couponStates = ['issued', 'redeemed', 'void'] as const;
export type CouponState = (typeof couponStates)[number];

export class ListCouponsRequest extends PageRequest {
  @Uuid() activityId: string;
  @OneOf(couponStates, { optional: true, name: 'CouponState' }) state?: CouponState;
}

/** A coupon as an officer sees it: without its code. */
export class CouponView {
  @Uuid() id: string;
  @Uuid() registrationId: string;
  @Uuid({ description: 'Who signed up' }) personId: string;
  @Text({ description: 'Of who signed up' }) maskedName: string;
  @Whole({ min: 1, description: '1 for the person, then one for each companion' }) number: number;
  @OneOf(couponStates, { name: 'CouponState' }) state: CouponState;
  @Instant() issuedAt: string;
  @Instant({ nullable: true }) redeemedAt: string | null;
  @Text({ nullable: true, max: 60, description: 'Where it was redeemed' }) pointName: string | null;
}

export class CouponTotals {
  @Whole({ description: 'Coupons that can be redeemed' }) issued: number;
  @Whole() redeemed: number;
  @Whole() void: number;
}

export class CouponPage {
  @ListOf(() => CouponView, { max: 200 }) items: CouponView[];
  @Text({ nullable: true, max: 500 }) nextCursor: string | null;
  @Nested(() => CouponTotals, { description: 'Of the whole activity, whatever the filter' })
  totals: CouponTotals;
}

export class UndoCouponRedemptionRequest {
  @Uuid() activityId: string;
  @Uuid() couponId: string;
  @Text({ max: 200, example: '收银台误扫，未兑换' }) reason: string;
}

export class ListMyCouponsRequest extends PageRequest {
  @Uuid({ optional: true, description: 'Those of one activity' }) activityId?: string;
}

/** A coupon of one's own, with the code that is shown at the merchant. */
export class MyCouponView {
  @Uuid() id: string;
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @Text({ description: 'IANA zone in which its times are read' }) timeZone: string;
  @Whole({ min: 1, description: "1 is the reader's own, then one for each companion" }) number: number;
  @OneOf(couponStates, { name: 'CouponState' }) state: CouponState;
  @Text({
    nullable: true,
    max: 40,
    description:
      'What the QR code holds, and what is typed where none can be scanned; null once it is used or void',
  })
  code: string | null;
  @Nested(() => GiveAwayTermsView) terms: GiveAwayTermsView;
  @Instant({ nullable: true }) redeemedAt: string | null;
  @Text({ nullable: true, max: 60 }) pointName: string | null;
}

export const couponContract = {
  list: query('sharing.coupon.list', ListCouponsRequest, CouponPage, {
    http: 'GET activities/:activityId/coupons',
    tag: 'give-aways',
    summary: 'Lists the coupons of an activity with masked names, and how many are redeemed',
  }),
  undo: command('sharing.coupon.undo', UndoCouponRedemptionRequest, CouponView, {
    http: 'POST activities/:activityId/coupons/:couponId/undo-redemption',
    tag: 'give-aways',
    summary: 'Takes a redemption back for a reason: the coupon can be redeemed again',
    status: 200,
    example: { reason: '收银台误扫，未兑换' },
  }),
  listMine: query('sharing.coupon.listMine', ListMyCouponsRequest, pageOf(MyCouponView), {
    http: 'GET me/coupons',
    tag: 'give-aways',
    summary: "Lists the caller's own coupons with their codes, the newest first",
  }),
};
