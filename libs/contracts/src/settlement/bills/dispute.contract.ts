import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, Nested, OneOf, ownUnionsOnly, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { confirmationContract, type ConfirmedKind, confirmedKinds } from './confirmation.contract.js';
import { LedgerPartyView, PersonName } from '../party-names.js';

/** `dismissed`: the share stands; `upheld`: its entry is reversed, and may be put right. */
export const disputeStates = ['open', 'dismissed', 'upheld', 'withdrawn'] as const;
export type DisputeState = (typeof disputeStates)[number];

export const disputeOutcomes = ['dismissed', 'upheld'] as const;
export type DisputeOutcome = (typeof disputeOutcomes)[number];

export class OpenDisputeRequest {
  @Uuid() confirmationId: string;
  @Text({ max: 1_000, example: '午餐只有八人，账单按十人计' }) reason: string;
  @Uuid({
    optional: true,
    description: 'The bill that is disputed; then all shares of its pool are frozen, else only this one',
  })
  itemId?: string | null;
}

export class ListDisputesRequest extends PageRequest {
  @OneOf(disputeStates, { optional: true, name: 'DisputeState' }) state?: DisputeState;
  @Text({ optional: true, max: 60, description: 'Part of the title' }) q?: string;
  @Flag({ optional: true, description: 'Only those that the caller is to answer, or may decide now' })
  waitingForMe?: boolean;
  @Flag(ownUnionsOnly) ownUnions?: boolean;
}

export class DisputeIdRequest {
  @Uuid() disputeId: string;
}

export class ListDisputeMessagesRequest extends PageRequest {
  @Uuid() disputeId: string;
}

export class WriteDisputeMessageRequest {
  @Uuid() disputeId: string;
  @Text({ max: 1_000, example: '名单上是十人，附签到表' }) text: string;
}

export class DecideDisputeRequest {
  @Uuid() disputeId: string;
  @OneOf(disputeOutcomes, { name: 'DisputeOutcome' }) outcome: DisputeOutcome;
  @Text({ max: 500, example: '签到表为十人，份额成立' }) reason: string;
}

export class DisputedItemView {
  @Uuid() id: string;
  @Text() title: string;
  @Nested(() => Money) amount: Money;
}

export class DisputeView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(disputeStates, { name: 'DisputeState' }) state: DisputeState;
  @OneOf(confirmedKinds, { name: 'ConfirmedKind' }) kind: ConfirmedKind;
  @Text({ max: 500 }) title: string;
  @Uuid() confirmationId: string;
  @Uuid() entryId: string;
  @Uuid({ nullable: true, description: 'Of costs' }) costPoolId: string | null;
  @Nested(() => LedgerPartyView, { description: 'Whose share is disputed' }) party: LedgerPartyView;
  @Nested(() => Money) owes: Money;
  @Nested(() => Money) owed: Money;
  @Nested(() => DisputedItemView, { nullable: true, description: 'The bill, where it is about one' })
  item: DisputedItemView | null;
  @Text({ nullable: true, max: 1_000, description: 'Null where silence has opened it' }) reason:
    string | null;
  @Uuid({ nullable: true }) openedBy: string | null;
  @PersonName() openedByName: string | null;
  @Instant() openedAt: string;
  @Instant({ description: 'So long both sides may come to terms; then it goes to the union above both' })
  talkUntil: string;
  @Instant({ nullable: true, description: 'When it was put to the union above both' }) referredAt:
    string | null;
  @Nested(() => LedgerPartyView, {
    description: 'Whose approver decides: the nearest union above both sides',
  })
  decidedAt: LedgerPartyView;
  @Uuid({ nullable: true }) endedBy: string | null;
  @PersonName() endedByName: string | null;
  @Instant({ nullable: true }) endedAt: string | null;
  @Text({ nullable: true, max: 500 }) endReason: string | null;
  @Uuid({ nullable: true, description: 'The reversal, where it was upheld' }) reversalId: string | null;
  @Flag({ description: 'The caller may take part in the talk' }) mayWrite: boolean;
  @Flag({ description: 'The caller may put it to the union above both' }) mayRefer: boolean;
  @Flag({ description: 'The caller may dismiss it' }) mayDismiss: boolean;
  @Flag({ description: 'The caller may uphold it: grant it for the other side, or decide it' })
  mayUphold: boolean;
  @Flag({ description: 'The caller may withdraw it' }) mayWithdraw: boolean;
}

export class DisputeMessageView {
  @Whole({ min: 1 }) number: number;
  @Nested(() => LedgerPartyView, { description: 'For which union it was written' }) union: LedgerPartyView;
  @Uuid() writtenBy: string;
  @PersonName() writtenByName: string | null;
  @Instant() writtenAt: string;
  @Text({ max: 1_000 }) text: string;
}

const shown = query('settlement.dispute.get', DisputeIdRequest, DisputeView, {
  http: 'GET disputes/:disputeId',
  tag: 'costs',
  summary: 'A dispute: what about, until when both sides may come to terms, and how it ended',
});

export const disputeContract = {
  open: versioned(
    command('settlement.dispute.open', OpenDisputeRequest, DisputeView, {
      http: 'POST confirmations/:confirmationId/dispute',
      tag: 'costs',
      summary: 'Disputes a share, or a bill that it rests on: it is frozen until the dispute is over',
      freshRoles: true,
      example: { reason: '午餐只有八人，账单按十人计' },
    }),
    confirmationContract.get,
  ),
  list: query('settlement.dispute.list', ListDisputesRequest, pageOf(DisputeView), {
    http: 'GET disputes',
    tag: 'costs',
    summary: 'The disputes of my unions, newest first',
  }),
  get: shown,
  listMessages: query(
    'settlement.dispute.list-messages',
    ListDisputeMessagesRequest,
    pageOf(DisputeMessageView),
    {
      http: 'GET disputes/:disputeId/messages',
      tag: 'costs',
      summary: 'What both sides have said, in order',
    },
  ),
  write: command('settlement.dispute.write', WriteDisputeMessageRequest, DisputeMessageView, {
    http: 'POST disputes/:disputeId/messages',
    tag: 'costs',
    summary: 'Says something for one’s side',
    example: { text: '名单上是十人，附签到表' },
  }),
  refer: versioned(
    command('settlement.dispute.refer', DisputeIdRequest, DisputeView, {
      http: 'POST disputes/:disputeId/refer',
      tag: 'costs',
      summary: 'Puts it to the nearest union above both sides before the time to talk is over',
      status: 200,
    }),
    shown,
  ),
  decide: versioned(
    command('settlement.dispute.decide', DecideDisputeRequest, DisputeView, {
      http: 'POST disputes/:disputeId/decide',
      tag: 'costs',
      summary: 'Dismisses it, so that the share stands, or upholds it, so that its entry is reversed',
      status: 200,
      freshRoles: true,
      example: { outcome: 'dismissed', reason: '签到表为十人，份额成立' },
    }),
    shown,
  ),
  withdraw: versioned(
    command('settlement.dispute.withdraw', DisputeIdRequest, DisputeView, {
      http: 'POST disputes/:disputeId/withdraw',
      tag: 'costs',
      summary: 'Takes it back: the party agrees to its share after all',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
};
