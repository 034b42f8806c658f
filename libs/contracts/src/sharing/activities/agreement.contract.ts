import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  AlwaysTrue,
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  ownUnionsOnly,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import type { Money } from '../../words/money.js';
import { PartyDto } from '../../words/party.js';
import { ProblemDto } from '../../settlement/settlement-events.js';
import { type IncomeKind, incomeKinds } from '../../settlement/fund.js';
import { MoneyByParty, SplitRuleDto } from '../../settlement/splits/split.contract.js';
import { NamedPartyView } from './activity-parts.js';
import { type AgreementStateName, agreementStates } from '../sharing-events.js';

/** What it means that a party has not confirmed its share in time. */
export const silenceMeanings = ['agrees', 'disputes'] as const;

const partyKeyPattern = /^(union|enterprise|club|organisation|person):[0-9a-fA-F-]{36}$/;
const partyKeyExample = 'union:019a9a5e-3c00-7000-8000-000000000001';

export class AgreementTaskDto {
  @Text({ max: 60, pattern: partyKeyPattern, example: partyKeyExample, description: 'The host that does it' })
  party: string;

  @Text({ max: 200, example: '提供场地和讲解员' }) title: string;
  @CalendarDate({ optional: true }) dueOn?: string | null;
}

export class ApprovalRuleDto {
  @OneOf(silenceMeanings, { description: 'What it means that a party has not confirmed its share in time' })
  silence: (typeof silenceMeanings)[number];

  @Whole({ min: 1, max: 60, description: 'Days that each party has to confirm' }) days: number;
}

/**
 * What the hosts agree on; every signature stands under the SHA-256 of its canonical JSON. Keys of parties are
 * `union:<id>`, in the rule as well as in caps, floors and tasks.
 */
export class AgreementTerms {
  @ListOf(() => PartyDto, {
    max: 200,
    description: 'Who signs: the organiser, then the co-hosts in order of invitation',
  })
  hosts: PartyDto[];

  @ListOf(() => PartyDto, {
    max: 200,
    description:
      'Who shares the cost, in order: unions and enterprises. A club and a person pay through their union; an organisation is a creditor',
  })
  parties: PartyDto[];

  @ListOf(() => AgreementTaskDto, { max: 200 }) tasks: AgreementTaskDto[];
  @Nested(() => SplitRuleDto) rule: SplitRuleDto;
  @OneOf(incomeKinds, { name: 'IncomeKind' }) fundCategory: IncomeKind;
  @Text({ max: 5 }) expenseCode: string;
  @MoneyByParty() caps: Record<string, Money>;
  @MoneyByParty() floors: Record<string, Money>;
  @Nested(() => ApprovalRuleDto) approval: ApprovalRuleDto;
}

export class ProposeAgreementRequest {
  @Uuid() activityId: string;
  @ListOf(() => AgreementTaskDto, { optional: true, max: 200 }) tasks?: AgreementTaskDto[];
  @Nested(() => SplitRuleDto, {
    description: 'How the cost is split; its parties are keys like `union:<id>`',
  })
  rule: SplitRuleDto;
  @OneOf(incomeKinds, { name: 'IncomeKind' }) fundCategory: IncomeKind;
  @Text({
    max: 5,
    pattern: /^[1-6](\.[1-9])?$/,
    example: '1.2',
    description: 'Expense code; 1.2 is culture and sports',
  })
  expenseCode: string;
  @MoneyByParty({ optional: true, description: 'Upper bounds of whole shares' }) caps?: Record<
    string,
    Money
  > | null;
  @MoneyByParty({ optional: true, description: 'Lower bounds of whole shares' }) floors?: Record<
    string,
    Money
  > | null;
  @Nested(() => ApprovalRuleDto, {
    optional: true,
    description: 'Seven days, then silence agrees, where absent',
  })
  approval?: ApprovalRuleDto | null;
}

export class ListAgreementsRequest extends PageRequest {
  @Uuid() activityId: string;
}

export class ListAgreementsAwaitingRequest extends PageRequest {
  @AlwaysTrue({ description: 'Only versions that the caller may sign for somebody who has not' })
  waitingForMe: true;
  @Flag(ownUnionsOnly) ownUnions?: boolean;
}

export class AgreementIdRequest {
  @Uuid() agreementId: string;
}

export class SignAgreementRequest {
  @Uuid() agreementId: string;

  @Text({ min: 64, max: 64, pattern: /^[0-9a-f]{64}$/, description: 'The hash of the version that was read' })
  hash: string;

  @Nested(() => PartyDto, { optional: true, description: 'For whom, where the caller may sign for several' })
  party?: PartyDto | null;
}

/** One host's place on the agreement: signed, by whom and when, or still empty. */
export class AgreementSignatureView {
  @Nested(() => NamedPartyView) party: NamedPartyView;
  @Uuid({ nullable: true }) signedBy: string | null;
  @Text({
    nullable: true,
    description: 'The masked name of who signed; null also for those whom no union here knows',
  })
  signerName: string | null;
  @Instant({ nullable: true }) signedAt: string | null;
  @Flag({ description: 'It is still to be signed, and the caller may sign for this party' }) maySign: boolean;
}

export class AgreementView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Whole({ min: 1 }) versionNumber: number;
  @OneOf(agreementStates, { name: 'AgreementState' }) state: AgreementStateName;
  @Flag({ description: 'Has its check taken longer than it should? It may be withdrawn or proposed anew' })
  overdue: boolean;
  @Text({ max: 64, description: 'SHA-256 over the canonical JSON of the terms, in hex' }) hash: string;
  @Nested(() => AgreementTerms) terms: AgreementTerms;
  @ListOf(() => ProblemDto, { max: 200, description: 'Why it was refused' }) problems: ProblemDto[];
  @ListOf(() => AgreementSignatureView, { max: 200 }) signatures: AgreementSignatureView[];
  @Uuid() proposedBy: string;
  @Nested(() => NamedPartyView, { description: 'The host that proposes it' }) proposedFor: NamedPartyView;
  @Instant() proposedAt: string;
  @Instant({ nullable: true }) inForceAt: string | null;
}

/** A version that is open for signatures, as far as a list of things to do tells of it. */
export class AgreementAwaitingView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() activityId: string;
  @Text() activityTitle: string;
  @Instant() activityStartsAt: string;
  @Nested(() => NamedPartyView) organiser: NamedPartyView;
  @Whole({ min: 1 }) versionNumber: number;
  @Text({ max: 64, description: 'What is signed' }) hash: string;
  @ListOf(() => NamedPartyView, {
    max: 200,
    description: 'For whom the caller may sign, and nobody has signed yet',
  })
  waitingFor: NamedPartyView[];
  @Whole({ description: 'How many hosts have signed' }) signedCount: number;
  @Whole({ description: 'How many must' }) hostCount: number;
  @Instant() proposedAt: string;
}

const shown = query('sharing.agreement.get', AgreementIdRequest, AgreementView, {
  http: 'GET agreements/:agreementId',
  tag: 'co-hosting',
  summary: 'Shows a version with its terms and signatures',
});

export const agreementContract = {
  propose: command('sharing.agreement.propose', ProposeAgreementRequest, AgreementView, {
    http: 'POST activities/:activityId/agreements',
    tag: 'co-hosting',
    summary: 'Proposes a version of the agreement; it can be signed once cost rule and funds are checked',
    example: {
      tasks: [
        {
          party: 'union:019a0000-0000-7000-8000-000000000001',
          title: '提供场地和讲解员',
          dueOn: '2026-11-20',
        },
        { party: 'union:019a0000-0000-7000-8000-000000000002', title: '安排大巴', dueOn: '2026-11-18' },
      ],
      rule: { kind: 'headcount', else: { kind: 'equal' } },
      fundCategory: 'allotment',
      expenseCode: '1.2',
      caps: { 'union:019a0000-0000-7000-8000-000000000002': { amount: '500000', currency: 'CNY' } },
      approval: { silence: 'agrees', days: 7 },
    },
  }),
  withdraw: versioned(
    command('sharing.agreement.withdraw', AgreementIdRequest, AgreementView, {
      http: 'POST agreements/:agreementId/withdraw',
      tag: 'co-hosting',
      summary: 'Takes back a version that is not in force',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  sign: command('sharing.agreement.sign', SignAgreementRequest, AgreementView, {
    http: 'POST agreements/:agreementId/sign',
    tag: 'co-hosting',
    summary: 'Signs a version for one host; the last signature puts it in force',
    status: 200,
    freshRoles: true,
    example: { hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  }),
  get: shown,
  list: query('sharing.agreement.list', ListAgreementsRequest, pageOf(AgreementView), {
    http: 'GET activities/:activityId/agreements',
    tag: 'co-hosting',
    summary: "Lists the versions of an activity's agreement, newest first",
  }),
  listAwaiting: query(
    'sharing.agreement.listAwaiting',
    ListAgreementsAwaitingRequest,
    pageOf(AgreementAwaitingView),
    {
      http: 'GET agreements',
      tag: 'co-hosting',
      summary: 'Lists the versions that wait for a signature that the caller may give, newest first',
    },
  ),
};
