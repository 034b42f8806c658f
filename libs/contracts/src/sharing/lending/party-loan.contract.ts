import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Instant, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { stockMax } from './resource.contract.js';
import { type UnionBusiness, unionBusinesses } from '../sharing-events.js';

export const partyLoanStates = ['waiting', 'agreed', 'declined', 'withdrawn', 'lapsed'] as const;
export type PartyLoanState = (typeof partyLoanStates)[number];

/** Who borrows by whoever acts for them; the union behind them answers for it. */
export const borrowingKinds = ['club', 'organisation', 'enterprise'] as const;
export type BorrowingKind = (typeof borrowingKinds)[number];

export class BorrowingParty {
  @OneOf(borrowingKinds, { name: 'BorrowingKind' }) kind: BorrowingKind;
  @Uuid() id: string;
}

export class AskPartyLoan {
  @Nested(() => BorrowingParty, { description: 'In whose name it is to be borrowed' }) party: BorrowingParty;
  @Uuid() resourceId: string;
  @Instant() startsAt: string;
  @Instant({ description: 'The first instant that no longer belongs to the loan' }) endsAt: string;
  @Text({ max: 500 }) purpose: string;
  @Whole({ min: 1, max: stockMax, optional: true, description: 'Pieces, or of a stock; 1 where absent' })
  quantity?: number | null;
  @OneOf(unionBusinesses, { optional: true, description: 'What it is for, where the right asks for that' })
  business?: UnionBusiness | null;
}

export class PartyLoanId {
  @Uuid() partyLoanId: string;
}

export class AgreePartyLoan {
  @Uuid() partyLoanId: string;
  @Whole({
    min: 1,
    optional: true,
    description: 'The version of the conditions of use that the union has accepted, where there are any',
  })
  conditionsVersion?: number | null;
}

export class DeclinePartyLoan {
  @Uuid() partyLoanId: string;
  @Text({ max: 500 }) reason: string;
}

export class ListPartyLoans extends PageRequest {
  @OneOf(partyLoanStates, { optional: true, name: 'PartyLoanState' }) state?: PartyLoanState;
}

export class PartyLoanView {
  @Uuid() id: string;
  @Whole() version: number;
  @Nested(() => BorrowingParty) party: BorrowingParty;
  @Text() partyName: string;
  @Uuid({ description: 'The union behind it, which borrows and answers for what it costs' }) unionId: string;
  @Text() unionName: string;
  @Uuid() resourceId: string;
  @Text() resourceTitle: string;
  @Instant() startsAt: string;
  @Instant() endsAt: string;
  @Text({ max: 500 }) purpose: string;
  @Whole({ min: 1 }) quantity: number;
  @OneOf(unionBusinesses, { nullable: true }) business: UnionBusiness | null;
  @OneOf(partyLoanStates, {
    name: 'PartyLoanState',
    description: 'lapsed: nobody of the union has answered before its beginning',
  })
  state: PartyLoanState;
  @Text({ nullable: true, max: 500, description: 'Why it was declined' }) reason: string | null;
  @Uuid({ nullable: true, description: 'The loan that it has become' }) loanId: string | null;
  @Uuid() requestedBy: string;
  @Text({ description: 'Masked' }) requestedByName: string;
  @Instant() requestedAt: string;
  @Instant({ nullable: true, description: 'When the union has answered' }) decidedAt: string | null;
}

const shown = query('sharing.party-loan.get', PartyLoanId, PartyLoanView, {
  http: 'GET party-loans/:partyLoanId',
  tag: 'loans',
  summary: 'Shows what a club, an organisation or an enterprise asks its union to borrow',
});

export const partyLoanContract = {
  ask: command('sharing.party-loan.ask', AskPartyLoan, PartyLoanView, {
    http: 'POST party-loans',
    tag: 'loans',
    summary:
      'Asks, in the name of a club, an organisation or an enterprise, its union to borrow something for it',
    example: {
      party: { kind: 'club', id: '019a0000-0000-7000-8000-000000000001' },
      resourceId: '019a0000-0000-7000-8000-000000000002',
      startsAt: '2026-12-05T09:00:00+08:00',
      endsAt: '2026-12-05T11:00:00+08:00',
      purpose: '俱乐部周末训练',
    },
  }),
  list: query('sharing.party-loan.list', ListPartyLoans, pageOf(PartyLoanView), {
    http: 'GET party-loans',
    tag: 'loans',
    summary:
      'Lists what parties ask the unions for which the caller acts to borrow, and what the caller has asked for',
  }),
  get: shown,
  agree: versioned(
    command('sharing.party-loan.agree', AgreePartyLoan, PartyLoanView, {
      http: 'POST party-loans/:partyLoanId/agree',
      tag: 'loans',
      summary: 'Stands for it as its union: it is asked for like any loan, for the party',
      status: 200,
      example: {},
    }),
    shown,
  ),
  decline: versioned(
    command('sharing.party-loan.decline', DeclinePartyLoan, PartyLoanView, {
      http: 'POST party-loans/:partyLoanId/decline',
      tag: 'loans',
      summary: 'Does not stand for it, with the reason',
      status: 200,
      example: { reason: '当天场地另有安排' },
    }),
    shown,
  ),
  withdraw: command('sharing.party-loan.withdraw', PartyLoanId, PartyLoanView, {
    http: 'POST party-loans/:partyLoanId/withdraw',
    tag: 'loans',
    summary: 'Takes back what nobody has answered yet',
    status: 200,
    example: {},
  }),
};
