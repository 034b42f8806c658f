import { command, Done, query } from '../../core/contract.js';
import { Instant, Nested, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';

/** As long as a seat of a pool may be offered: two weeks. */
export const claimHoursMax = 24 * 14;

export class GiveAwayRequest {
  @Uuid() activityId: string;
}

export class SetGiveAwayRequest {
  @Uuid() activityId: string;
  @Text({ max: 100, description: 'What each head is given', example: '电影通兑券' }) title: string;
  @Nested(() => Money, { optional: true, description: 'Of one coupon; it is shown, and no money moves' })
  faceValue?: Money | null;
  @Uuid({
    optional: true,
    description: 'The organisation of the network at which it is redeemed; else `merchantName`',
  })
  merchantId?: string | null;
  @Text({ optional: true, max: 100, description: 'Of a merchant that is not in the network' })
  merchantName?: string | null;
  @Text({ max: 500, description: 'Where and how it is redeemed', example: '凭二维码到影院柜台换票' })
  howTo: string;
  @Instant() redeemFrom: string;
  @Instant() redeemUntil: string;
  @Whole({
    optional: true,
    min: 1,
    max: claimHoursMax,
    description:
      'Hours in which those who are drawn, or move up, claim their seat; an unclaimed seat goes to the next in line. Null: no claim is needed, except where a pool asks for one',
  })
  claimHours?: number | null;
}

/** What is given away, as everybody sees it who sees the activity. */
export class GiveAwayTermsView {
  @Text({ max: 100 }) title: string;
  @Nested(() => Money, { nullable: true }) faceValue: Money | null;
  @Uuid({ nullable: true }) merchantId: string | null;
  @Text({ description: 'As it was called when it was chosen' }) merchantName: string;
  @Text({ max: 500 }) howTo: string;
  @Instant() redeemFrom: string;
  @Instant() redeemUntil: string;
  @Whole({ nullable: true }) claimHours: number | null;
}

export class GiveAwayView {
  @Uuid() activityId: string;
  @Whole({ description: 'Rises with each change; 0 where there is none' }) version: number;
  @Nested(() => GiveAwayTermsView, { nullable: true, description: 'Null where nothing is given away' })
  terms: GiveAwayTermsView | null;
}

export const giveAwayContract = {
  get: query('sharing.give-away.get', GiveAwayRequest, GiveAwayView, {
    http: 'GET activities/:activityId/give-away',
    tag: 'give-aways',
    summary:
      'Shows what an activity gives away to each head with a seat, and where and until when it is redeemed',
  }),
  set: command('sharing.give-away.set', SetGiveAwayRequest, GiveAwayView, {
    http: 'PUT activities/:activityId/give-away',
    tag: 'give-aways',
    summary: 'Says what is given away; every head with a seat has a coupon for it from then on',
    ifMatch: true,
    example: {
      title: '电影通兑券',
      faceValue: { amount: '4000', currency: 'CNY' },
      merchantName: '星光影城',
      howTo: '凭二维码到影院柜台换票',
      redeemFrom: '2026-12-01T09:00:00+08:00',
      redeemUntil: '2026-12-31T22:00:00+08:00',
      claimHours: 48,
    },
  }),
  remove: command('sharing.give-away.remove', GiveAwayRequest, Done, {
    http: 'DELETE activities/:activityId/give-away',
    tag: 'give-aways',
    summary:
      'Takes a give-away back as long as nothing is redeemed: its coupons are void, its counters revoked',
  }),
};
