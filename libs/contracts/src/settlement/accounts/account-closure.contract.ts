import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import { Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PartyDto } from '../../words/party.js';
import { LedgerPartyView, PersonName } from '../party-names.js';
import { type AccountFund, accountFunds } from '../fund.js';

export const closureStates = ['proposed', 'closed', 'withdrawn'] as const;
export type ClosureState = (typeof closureStates)[number];

export class ProposeClosureRequest {
  @Nested(() => PartyDto, { description: 'Whose accounts are closed' }) party: PartyDto;
  @Nested(() => PartyDto, {
    optional: true,
    description: 'Who takes over what is left in them; only where nothing is left may it be absent',
  })
  successor?: PartyDto | null;
  @Text({ max: 500 }) reason: string;
}

export class ClosureIdRequest {
  @Uuid() closureId: string;
}

export class ListClosuresRequest extends PageRequest {
  @OneOf(closureStates, { optional: true, name: 'ClosureState' }) state?: ClosureState;
}

/** What is left in one account. */
export class AccountRemainderView {
  @OneOf(accountFunds, { name: 'AccountFund' }) incomeKind: AccountFund;
  @Nested(() => Money) balance: Money;
}

export class ClosureView {
  @Uuid() id: string;
  @Whole() version: number;
  @Nested(() => LedgerPartyView) party: LedgerPartyView;
  @Nested(() => LedgerPartyView, { nullable: true }) successor: LedgerPartyView | null;
  @Text({ max: 500 }) reason: string;
  @OneOf(closureStates, { name: 'ClosureState' }) state: ClosureState;
  @ListOf(() => AccountRemainderView, {
    max: 100,
    description: 'What is left in its accounts now; of those that are closed, what was moved',
  })
  remainders: AccountRemainderView[];
  @Uuid() proposedBy: string;
  @PersonName() proposedByName: string | null;
  @Instant() proposedAt: string;
  @Uuid({ nullable: true }) decidedBy: string | null;
  @PersonName() decidedByName: string | null;
  @Instant({ nullable: true }) decidedAt: string | null;
  @Uuid({ nullable: true, description: 'The entry that moved the remainder; null where nothing was left' })
  entryId: string | null;
}

/** A party that has ended in the network, and whose accounts are still open. */
export class EndedPartyView {
  @Nested(() => LedgerPartyView) party: LedgerPartyView;
  @Nested(() => Money, { description: 'Of all its accounts' }) balance: Money;
  @Whole() accountCount: number;
}

const shown = query('settlement.account-closure.get', ClosureIdRequest, ClosureView, {
  http: 'GET account-closures/:closureId',
  tag: 'ledger',
  summary: 'A closure with what is left, or what was moved',
});

export const accountClosureContract = {
  propose: command('settlement.account-closure.propose', ProposeClosureRequest, ClosureView, {
    http: 'POST account-closures',
    tag: 'ledger',
    summary: 'Proposes to close the accounts of a party, and who takes over what is left',
    freshRoles: true,
    example: {
      party: { kind: 'union', id: '019a9a5e-3c00-7000-8000-000000000001' },
      successor: { kind: 'union', id: '019a9a5e-3c00-7000-8000-000000000002' },
      reason: '两家企业工会合并',
    },
  }),
  get: shown,
  list: query('settlement.account-closure.list', ListClosuresRequest, pageOf(ClosureView), {
    http: 'GET account-closures',
    tag: 'ledger',
    summary: 'Closures of accounts, the newest first',
  }),
  approve: versioned(
    command('settlement.account-closure.approve', ClosureIdRequest, ClosureView, {
      http: 'POST account-closures/:closureId/approve',
      tag: 'ledger',
      summary: 'Moves the exact remainder to the successor and closes the accounts for good',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  withdraw: versioned(
    command('settlement.account-closure.withdraw', ClosureIdRequest, ClosureView, {
      http: 'POST account-closures/:closureId/withdraw',
      tag: 'ledger',
      summary: 'Takes a proposal back',
      status: 200,
    }),
    shown,
  ),
  listEnded: query('settlement.account-closure.list-ended', PageRequest, pageOf(EndedPartyView), {
    http: 'GET ledger/accounts-to-close',
    tag: 'ledger',
    summary: 'Parties that have ended in the network, and whose accounts are still open',
  }),
};
