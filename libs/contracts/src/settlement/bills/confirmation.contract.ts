import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, ownUnionsOnly, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { CostShareView } from './cost-pool.contract.js';
import { LedgerPartyView, PersonName } from '../party-names.js';
import { PartyTransferView } from '../clearing/netting.contract.js';

/** `lapsed`: there is nothing left to confirm, as its entry was reversed or its shared bill was refused or returned. */
export const confirmationStates = ['waiting', 'confirmed', 'disputed', 'lapsed'] as const;
export type ConfirmationState = (typeof confirmationStates)[number];

/** How a share was answered: confirmed by an answer, silence, a withdrawn or dismissed dispute; or refused. */
export const confirmationWays = ['answer', 'silence', 'withdrawal', 'decision', 'refusal'] as const;
export type ConfirmationWay = (typeof confirmationWays)[number];

/** What it means that a party lets its time pass; `refuses`: of a shared bill, which no agreement allows. */
export const confirmationSilences = ['agrees', 'disputes', 'refuses'] as const;
export type ConfirmationSilence = (typeof confirmationSilences)[number];

/** Whose parties are asked: costs of an activity, damages and fees of loans. */
export const confirmedKinds = ['costs', 'damage', 'loanFee'] as const;
export type ConfirmedKind = (typeof confirmedKinds)[number];

export class ListConfirmationsRequest extends PageRequest {
  @Uuid({
    optional: true,
    description: 'All that were asked of this pool; else those of the caller’s unions',
  })
  costPoolId?: string;
  @Uuid({ optional: true, description: 'Only what this union answers for' }) unionId?: string;
  @OneOf(confirmationStates, { optional: true, name: 'ConfirmationState' }) state?: ConfirmationState;
  @Text({ optional: true, max: 60, description: 'Part of the title' }) q?: string;
  @Flag({ optional: true, description: 'Only those that the caller may confirm now' }) waitingForMe?: boolean;
  @Flag(ownUnionsOnly) ownUnions?: boolean;
}

export class ConfirmationRequest {
  @Uuid() confirmationId: string;
}

export class RefuseConfirmationRequest extends ConfirmationRequest {
  @Text({ max: 500 }) reason: string;
}

export class ConfirmationSummaryView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(confirmationStates, { name: 'ConfirmationState' }) state: ConfirmationState;
  @OneOf(confirmedKinds, { name: 'ConfirmedKind' }) kind: ConfirmedKind;
  @Text({ max: 500 }) title: string;
  @Uuid({
    nullable: true,
    description: 'The ledger entry that it is about; null while a shared bill waits for its parties',
  })
  entryId: string | null;
  @Uuid({ nullable: true, description: 'Of costs' }) costPoolId: string | null;
  @Nested(() => LedgerPartyView, { description: 'Who is asked' }) party: LedgerPartyView;
  @Nested(() => Money, { description: 'What it owes by this entry' }) owes: Money;
  @Nested(() => Money, { description: 'What it is owed by this entry' }) owed: Money;
  @Instant() askedAt: string;
  @Instant({ description: 'Unanswered by then, silence answers' }) confirmBy: string;
  @OneOf(confirmationSilences, { name: 'ConfirmationSilence', description: 'What silence means' })
  silence: ConfirmationSilence;
  @OneOf(confirmationWays, { nullable: true, name: 'ConfirmationWay' }) way: ConfirmationWay | null;
  @Uuid({ nullable: true }) answeredBy: string | null;
  @PersonName() answeredByName: string | null;
  @Instant({ nullable: true }) answeredAt: string | null;
  @Uuid({ nullable: true, description: 'The dispute that is open about it' }) disputeId: string | null;
  @Flag({ description: 'The caller may confirm it now' }) mayConfirm: boolean;
  @Flag({ description: 'The caller may dispute it now' }) mayDispute: boolean;
  @Flag({ description: 'The caller may refuse it now: a share of a shared bill that is not posted' })
  mayRefuse: boolean;
}

export class ConfirmationView extends ConfirmationSummaryView {
  @Nested(() => CostShareView, {
    nullable: true,
    description: 'Of costs: its share, and the way to it in words',
  })
  share: CostShareView | null;
  @Nested(() => Money, { nullable: true, description: 'Of costs: what it has paid itself' })
  paid: Money | null;
  @ListOf(() => PartyTransferView, {
    max: 1_000,
    description: 'Whom it owes, and who owes it; the first thousand',
  })
  debts: PartyTransferView[];
}

const shown = query('settlement.confirmation.get', ConfirmationRequest, ConfirmationView, {
  http: 'GET confirmations/:confirmationId',
  tag: 'costs',
  summary: 'What a party was asked: its share, the way to it in words, and whom it owes',
});

export const confirmationContract = {
  list: query('settlement.confirmation.list', ListConfirmationsRequest, pageOf(ConfirmationSummaryView), {
    http: 'GET confirmations',
    tag: 'costs',
    summary:
      'What the parties of my unions were asked to confirm, or all that was asked of a pool; newest first',
  }),
  get: shown,
  confirm: versioned(
    command('settlement.confirmation.confirm', ConfirmationRequest, ConfirmationView, {
      http: 'POST confirmations/:confirmationId/confirm',
      tag: 'costs',
      summary: 'Agrees to a share for the party that was asked; what both sides have confirmed is netted',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  refuse: versioned(
    command('settlement.confirmation.refuse', RefuseConfirmationRequest, ConfirmationView, {
      http: 'POST confirmations/:confirmationId/refuse',
      tag: 'costs',
      summary: 'Refuses a share of a shared bill before it is posted; the bill goes back to who submitted it',
      status: 200,
      freshRoles: true,
      example: { reason: '我会没有参加' },
    }),
    shown,
  ),
};
