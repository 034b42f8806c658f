import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Instant, Nested, OneOf, SomeOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { type MandateScope, mandateScopes } from '../sharing-events.js';

export const mandateStates = ['active', 'later', 'ended', 'revoked'] as const;
export type MandateState = (typeof mandateStates)[number];
export const mandateSides = ['given', 'taken'] as const;
export type MandateSide = (typeof mandateSides)[number];

export class GiveMandateRequest {
  @Uuid({ description: 'The union that lets another act for it' }) fromUnionId: string;
  @Uuid({ description: 'The union whose officers and organisers may then act' }) toUnionId: string;
  @SomeOf(mandateScopes, { min: 1 }) scopes: MandateScope[];
  @Instant({ optional: true, description: 'Now where absent' }) from?: string | null;
  @Instant({ description: 'At most three years after the beginning' }) until: string;
  @Text({ optional: true, max: 500, example: '人手不足，请代办报名和借用' }) note?: string | null;
  @Nested(() => Money, {
    optional: true,
    description:
      'bookkeeping: the most that one bill, cost pool or payment may come to; no limit where absent',
  })
  entryLimit?: Money | null;
}

export class ListMandatesRequest extends PageRequest {
  @OneOf(mandateSides, {
    optional: true,
    description: "given by the caller's unions, or taken on by them; both where absent",
  })
  side?: MandateSide;
}

export class MandateIdRequest {
  @Uuid() mandateId: string;
}

export class RevokeMandateRequest {
  @Uuid() mandateId: string;
  @Text({ optional: true, max: 500 }) reason?: string | null;
}

export class ListMandateUsesRequest extends PageRequest {
  @Uuid() mandateId: string;
}

/** A union lets another act for it, within a scope and a term; either of them may end it at once. */
export class MandateView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() fromUnionId: string;
  @Text() fromUnionName: string;
  @Uuid() toUnionId: string;
  @Text() toUnionName: string;
  @SomeOf(mandateScopes) scopes: MandateScope[];
  @Instant() from: string;
  @Instant() until: string;
  @Text({ nullable: true, max: 500 }) note: string | null;
  @OneOf(mandateStates, { name: 'MandateState' }) state: MandateState;
  @Instant({ nullable: true }) revokedAt: string | null;
  @OneOf(mandateSides, {
    nullable: true,
    description: 'Who ended it: the union that gave it, or the one that took it',
  })
  revokedBy: MandateSide | null;
  @Text({ nullable: true, max: 500 }) revokeReason: string | null;
  @Instant() createdAt: string;
  @Nested(() => Money, { nullable: true, description: 'bookkeeping: the most of one act; null for no limit' })
  entryLimit: Money | null;
}

/** Once that somebody acted by it. */
export class MandateUseView {
  @Uuid() id: string;
  @Instant() at: string;
  @Uuid({ nullable: true, description: 'Who acted' }) personId: string | null;
  @Text({ description: 'Who acted, by the name that others see', nullable: true }) maskedName: string | null;
  @OneOf(mandateScopes) scope: MandateScope;
  @Text({ description: 'What was done, such as sharing.loan.request' }) action: string;
  @Uuid({ description: 'The loan, or the activity' }) aboutId: string;
}

const shown = query('sharing.mandate.get', MandateIdRequest, MandateView, {
  http: 'GET mandates/:mandateId',
  tag: 'mandates',
  summary: 'Shows a mandate to either side',
});

export const mandateContract = {
  give: command('sharing.mandate.give', GiveMandateRequest, MandateView, {
    http: 'POST mandates',
    tag: 'mandates',
    summary: 'Lets another union act for this one: sign up its members, see to its loans, or keep its books',
    freshRoles: true,
    example: {
      fromUnionId: '019a0000-0000-7000-8000-000000000001',
      toUnionId: '019a0000-0000-7000-8000-000000000002',
      scopes: ['signUp', 'lending', 'bookkeeping'],
      entryLimit: { amount: '500000', currency: 'CNY' },
      from: '2026-12-01T00:00:00+08:00',
      until: '2027-12-01T00:00:00+08:00',
      note: '人手不足，请代办报名和借用',
    },
  }),
  list: query('sharing.mandate.list', ListMandatesRequest, pageOf(MandateView), {
    http: 'GET mandates',
    tag: 'mandates',
    summary: "Lists what the caller's unions have given or taken on, newest first",
  }),
  get: shown,
  revoke: versioned(
    command('sharing.mandate.revoke', RevokeMandateRequest, MandateView, {
      http: 'POST mandates/:mandateId/revoke',
      tag: 'mandates',
      summary: 'Ends a mandate at once, by either side; what was done by it stands',
      status: 200,
      freshRoles: true,
      example: { reason: '本工会已有专人负责' },
    }),
    shown,
  ),
  uses: query('sharing.mandate.uses', ListMandateUsesRequest, pageOf(MandateUseView), {
    http: 'GET mandates/:mandateId/uses',
    tag: 'mandates',
    summary: 'Lists who acted by it, when, and what they did, the latest first',
  }),
};
