import { command, query } from '../../core/contract.js';
import { Instant, ListOf, Nested, OneOf, secretPattern, Text, Uuid, Whole } from '../../core/fields.js';
import { GiveAwayTermsView } from './give-away.contract.js';

export const redeemingPointsMax = 50;

export class RedeemingPointsRequest {
  @Uuid() activityId: string;
}

export class CreateRedeemingPointRequest {
  @Uuid() activityId: string;
  @Text({ max: 60, description: 'The counter or branch', example: '一号柜台' }) name: string;
}

export class RevokeRedeemingPointRequest {
  @Uuid() activityId: string;
  @Uuid() pointId: string;
}

/** A counter of the merchant, which redeems by a secret address. */
export class RedeemingPointView {
  @Uuid() id: string;
  @Text({ max: 60 }) name: string;
  @Whole({ description: 'Coupons redeemed there, without those undone' }) redeemed: number;
  @Instant() createdAt: string;
  @Instant({ nullable: true }) revokedAt: string | null;
}

export class RedeemingPointsView {
  @ListOf(() => RedeemingPointView, { max: 500, description: 'The newest first' })
  items: RedeemingPointView[];
}

export class CreatedRedeemingPointView extends RedeemingPointView {
  @Text({
    nullable: true,
    description:
      'The page of this counter, on this host. Whoever has it redeems: shown this once, null in a repeated answer',
    example: '/redeem/0Fv3cXJmV1m8kqk3r1T0b2n5wH6y7u8i9o0pAsDfGhJ',
  })
  address: string | null;
}

export class OpenRedeemingRequest {
  @Text({ max: 43, pattern: secretPattern }) redeemToken: string;
}

/** `already`: redeemed before, here or elsewhere. Nothing but `redeemed` has changed anything. */
export const redemptionResults = ['redeemed', 'already', 'void', 'notYet', 'over', 'unknown'] as const;
export type RedemptionResult = (typeof redemptionResults)[number];

export class RedeemCouponRequest extends OpenRedeemingRequest {
  @Uuid({
    description:
      "The scan's own id, given by the device: one that has redeemed answers the same when it is sent again",
  })
  operationId: string;
  @Text({ max: 100, description: 'What was scanned, or typed with blanks, hyphens or small letters' })
  code: string;
}

export class UndoRedemptionRequest extends OpenRedeemingRequest {
  @Uuid() redemptionId: string;
}

/** What a counter is told of a coupon, and no more. */
export class RedemptionView {
  @OneOf(redemptionResults, { name: 'RedemptionResult' }) result: RedemptionResult;
  @Uuid({ nullable: true, description: 'Where this counter has redeemed it' }) redemptionId: string | null;
  @Text({ nullable: true, description: 'Of who signed up' }) maskedName: string | null;
  @Whole({ nullable: true, min: 1, description: '1 for the person, then one for each companion' })
  number: number | null;
  @Instant({ nullable: true }) redeemedAt: string | null;
  @Text({ nullable: true, max: 60, description: 'The counter at which it was redeemed' })
  pointName: string | null;
  @Instant({ nullable: true, description: 'Until when this counter may take it back' })
  undoUntil: string | null;
  @Instant({ nullable: true, description: 'When it was taken back' }) undoneAt: string | null;
}

/** What a counter needs to redeem: what is given, until when, and what it did last. */
export class RedeemingView {
  @Text() activityTitle: string;
  @Text({ description: 'IANA zone in which its times are read' }) timeZone: string;
  @Text({ max: 60 }) pointName: string;
  @Nested(() => GiveAwayTermsView) terms: GiveAwayTermsView;
  @Whole({ description: 'Coupons redeemed here, without those undone' }) redeemed: number;
  @ListOf(() => RedemptionView, { max: 20, description: 'The last of them, the newest first' })
  recent: RedemptionView[];
}

export const redeemingContract = {
  createPoint: command(
    'sharing.redeeming.createPoint',
    CreateRedeemingPointRequest,
    CreatedRedeemingPointView,
    {
      http: 'POST activities/:activityId/redeeming-points',
      tag: 'give-aways',
      summary:
        'Makes an address, `/redeem/{redeemToken}`, at which a counter of the merchant redeems; shown once',
      example: { name: '一号柜台' },
    },
  ),
  listPoints: query('sharing.redeeming.listPoints', RedeemingPointsRequest, RedeemingPointsView, {
    http: 'GET activities/:activityId/redeeming-points',
    tag: 'give-aways',
    summary: 'Lists the counters with how many coupons each has redeemed, without their addresses',
  }),
  revokePoint: command('sharing.redeeming.revokePoint', RevokeRedeemingPointRequest, RedeemingPointView, {
    http: 'POST activities/:activityId/redeeming-points/:pointId/revoke',
    tag: 'give-aways',
    summary: 'Revokes a counter: its address leads nowhere from now on, and what it has redeemed stays',
    status: 200,
  }),
  /** The three that need no sign-in: whoever has the address of the counter. */
  open: query('sharing.redeeming.open', OpenRedeemingRequest, RedeemingView, {
    http: 'GET redeeming/:redeemToken',
    tag: 'give-aways',
    summary: 'Shows a counter what it redeems, and what it did last',
    public: true,
  }),
  redeem: command('sharing.redeeming.redeem', RedeemCouponRequest, RedemptionView, {
    http: 'POST redeeming/:redeemToken/redemptions',
    tag: 'give-aways',
    summary:
      'Redeems a coupon at a counter, exactly once: 201 where this scan did; else 200 with what is in the way',
    public: true,
    idempotent: false,
    example: {
      operationId: '019a0000-0000-7000-8000-000000000001',
      code: '7K2M-9QXR-41TD-VB6H-0WZN-5PCE-8J',
    },
  }),
  undo: command('sharing.redeeming.undo', UndoRedemptionRequest, RedemptionView, {
    http: 'POST redeeming/:redeemToken/redemptions/:redemptionId/undo',
    tag: 'give-aways',
    summary: 'Takes back what the same counter has redeemed within the last ten minutes',
    public: true,
    idempotent: false,
    status: 200,
  }),
};
