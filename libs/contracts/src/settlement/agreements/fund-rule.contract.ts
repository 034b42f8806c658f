import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  SomeOf,
  Text,
  Uuid,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PersonName } from '../party-names.js';
import { type PrizeGrade, prizeGrades } from '../cost-use.js';
import { expenseCodes, type IncomeKind, incomeKinds } from '../fund.js';

export const fundRuleKinds = [
  'prizeShare',
  'prizeAmount',
  'souvenirAmount',
  'giftNotCash',
  'outingSameDay',
  'mealAmount',
  'lodgingAmount',
  'feeAmount',
  'expenseBarred',
  'welfareAmount',
  'budgetShare',
] as const;
export type FundRuleKind = (typeof fundRuleKinds)[number];

export const fundRuleSetStates = ['draft', 'published', 'superseded'] as const;
export type FundRuleSetState = (typeof fundRuleSetStates)[number];

/** More rules than this are several sets. */
export const fundRulesMax = 60;
/** Pools that one page of a trial looks at. */
export const trialPoolsMax = 50;

/** Where a rule is written down. */
export class FundRuleSourceDto {
  @Text({ example: '基层工会经费收支管理办法' }) title: string;
  @Text({ optional: true, max: 100, example: '总工办发〔2017〕32号' }) number?: string | null;
  @Text({ optional: true, max: 500, description: 'Its address, or the words themselves' }) place?:
    string | null;
  @CalendarDate({ optional: true }) issuedOn?: string | null;
  @Flag({ description: 'False: taken from elsewhere, and still to be checked against the original' })
  isVerified: boolean;
}

/** A part of a whole, exactly: two thirds are 2 and 3. */
export class FundRuleShareDto {
  @Whole({ max: 1_000 }) numerator: number;
  @Whole({ min: 1, max: 1_000 }) denominator: number;
}

/** One limit. Which fields it has follows from its kind. */
export class FundRuleDto {
  @Text({ max: 40, pattern: /^[a-z][a-z0-9-]*$/, example: 'prize-share', description: 'Its name in the set' })
  key: string;

  @OneOf(fundRuleKinds, { name: 'FundRuleKind' }) kind: FundRuleKind;
  @Nested(() => FundRuleSourceDto) source: FundRuleSourceDto;

  @Nested(() => Money, {
    optional: true,
    description: 'At most so much: each prize; a head; a head and day; an hour; a member and year',
  })
  amount?: Money | null;

  @Nested(() => FundRuleShareDto, {
    optional: true,
    description: "At most this part: of those who came; of the year's budget",
  })
  share?: FundRuleShareDto | null;

  @OneOf(prizeGrades, { optional: true, name: 'PrizeGrade', description: 'prizeAmount: only of this grade' })
  grade?: PrizeGrade | null;

  @Flag({ optional: true, description: 'souvenirAmount: none at all where prizes are given' })
  onlyWithoutPrizes?: boolean | null;

  @OneOf(incomeKinds, {
    optional: true,
    name: 'IncomeKind',
    description: 'expenseBarred: money of this kind',
  })
  incomeKind?: IncomeKind | null;

  @SomeOf(expenseCodes, { optional: true, min: 1, description: 'expenseBarred, budgetShare: on these codes' })
  expenseCodes?: string[] | null;
}

export class CreateFundRuleSetRequest {
  @Uuid({ description: 'It holds for this union and all below it' }) unionId: string;
  @Text({ max: 100, example: '区总工会经费使用规定（2026）' }) name: string;
  @Nested(() => FundRuleSourceDto) source: FundRuleSourceDto;
  @CalendarDate({ example: '2026-01-01' }) validFrom: string;
  @CalendarDate({ optional: true, description: 'The last day; open where absent' }) validUntil?:
    string | null;
  @ListOf(() => FundRuleDto, { max: fundRulesMax }) rules: FundRuleDto[];
}

/** What a draft says from now on, as a whole. */
export class ChangeFundRuleSetRequest {
  @Uuid() setId: string;
  @Text({ max: 100 }) name: string;
  @Nested(() => FundRuleSourceDto) source: FundRuleSourceDto;
  @CalendarDate() validFrom: string;
  @CalendarDate({ optional: true }) validUntil?: string | null;
  @ListOf(() => FundRuleDto, { max: fundRulesMax }) rules: FundRuleDto[];
}

export class FundRuleSetIdRequest {
  @Uuid() setId: string;
}

export class ListFundRuleSetsRequest extends PageRequest {
  @OneOf(fundRuleSetStates, { optional: true, name: 'FundRuleSetState' }) state?: FundRuleSetState;
  @Uuid({ optional: true, description: 'Those of this union alone' }) unionId?: string;
}

export class FundRuleSetView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @Whole({ nullable: true, min: 1, description: 'Of all sets that the union has published; null: a draft' })
  versionNumber: number | null;
  @Text() name: string;
  @Nested(() => FundRuleSourceDto) source: FundRuleSourceDto;
  @CalendarDate() validFrom: string;
  @CalendarDate({ nullable: true }) validUntil: string | null;
  @OneOf(fundRuleSetStates, { name: 'FundRuleSetState' }) state: FundRuleSetState;
  @ListOf(() => FundRuleDto, { max: fundRulesMax }) rules: FundRuleDto[];
  @Uuid({ nullable: true, description: 'The set that it was begun from' }) copiedFromId: string | null;
  @Instant() createdAt: string;
  @Instant({ nullable: true, description: 'Its rules never change after it' }) publishedAt: string | null;
  @Uuid({ nullable: true }) publishedBy: string | null;
  @PersonName() publishedByName: string | null;
  @Uuid({ nullable: true, description: 'The set that came after it; it still holds for days before that' })
  supersededById: string | null;
  @Flag({ description: 'May the caller change, publish and copy it?' }) mayTend: boolean;
}

export class GetWelfareBound {
  @Uuid() unionId: string;
  @CalendarDate() on: string;
}

/** What the rules in force for a union leave for one member and year. */
export class WelfareBoundView {
  @Nested(() => Money, { nullable: true, description: 'Null where no rule says anything' })
  amount: Money | null;
  @Text({ nullable: true, max: 100, description: 'The set that says so' }) setName: string | null;
}

const shown = query('settlement.fund-rule-set.get', FundRuleSetIdRequest, FundRuleSetView, {
  http: 'GET fund-rule-sets/:setId',
  tag: 'costs',
  summary: 'A set with its rules and where they are written down',
});

const source = { title: '基层工会经费收支管理办法', number: '总工办发〔2017〕32号', isVerified: false };
const words = {
  name: '区总工会经费使用规定（2026）',
  source: source,
  validFrom: '2026-01-01',
  validUntil: null,
  rules: [
    { key: 'prize-share', kind: 'prizeShare', source: source, share: { numerator: 2, denominator: 3 } },
    { key: 'prize', kind: 'prizeAmount', source: source, amount: { amount: '80000', currency: 'CNY' } },
  ],
};

export const fundRuleContract = {
  create: command('settlement.fund-rule-set.create', CreateFundRuleSetRequest, FundRuleSetView, {
    http: 'POST fund-rule-sets',
    tag: 'costs',
    summary: 'Drafts a set of rules of spending for a union and all below it',
    example: { unionId: '01930000-0000-7000-8000-000000000001', ...words },
  }),
  change: command('settlement.fund-rule-set.change', ChangeFundRuleSetRequest, FundRuleSetView, {
    http: 'PUT fund-rule-sets/:setId',
    tag: 'costs',
    summary: 'Says anew what a draft says; If-Match names its version',
    ifMatch: true,
    example: words,
  }),
  publish: versioned(
    command('settlement.fund-rule-set.publish', FundRuleSetIdRequest, FundRuleSetView, {
      http: 'POST fund-rule-sets/:setId/publish',
      tag: 'costs',
      summary: 'Publishes a draft, which then never changes; it follows what the union had published before',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  copy: command('settlement.fund-rule-set.copy', FundRuleSetIdRequest, FundRuleSetView, {
    http: 'POST fund-rule-sets/:setId/copy',
    tag: 'costs',
    summary: 'Begins the next set as a draft',
  }),
  /** No route of its own: the gateway adds it to lists of another service. */
  welfareBound: query('settlement.fund-rule-set.welfare-bound', GetWelfareBound, WelfareBoundView),
  get: shown,
  list: query('settlement.fund-rule-set.list', ListFundRuleSetsRequest, pageOf(FundRuleSetView), {
    http: 'GET fund-rule-sets',
    tag: 'costs',
    summary: 'Sets of rules of spending, newest first; drafts to those who tend them',
  }),
};
