import { command, PageRequest, query, slow, versioned } from '../../core/contract.js';
import { CalendarDate, Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { costPoolContract } from './cost-pool.contract.js';
import { PersonName } from '../party-names.js';
import { type FundRuleKind, fundRuleKinds, FundRuleSourceDto } from '../agreements/fund-rule.contract.js';

/** What is counted: fen, people, or days. */
export const fundMeasures = ['money', 'perPiece', 'heads', 'days'] as const;
export type FundMeasure = (typeof fundMeasures)[number];

/** Which figure is missing where a rule could not be judged. */
export const unknownFigures = ['heads', 'members', 'budget'] as const;
export type UnknownFigure = (typeof unknownFigures)[number];

export class FundRuleCheckRequest {
  @Uuid() costPoolId: string;
}

export class LiftFundRuleRequest {
  @Uuid() costPoolId: string;
  @Uuid({ description: 'The bill that breaks the rule' }) itemId: string;
  @Uuid() setId: string;
  @Text({ max: 40, example: 'prize-share' }) ruleKey: string;
  @Text({ max: 500, example: '全区首届职工技能大赛，经上级工会研究同意' }) reason: string;
}

export class FundRuleOverrideIdRequest {
  @Uuid() costPoolId: string;
  @Uuid() overrideId: string;
}

/** A rule as a breach of it names it. */
export class BrokenRuleView {
  @Uuid() setId: string;
  @Text() setName: string;
  @Text({ description: 'Whose rule it is' }) unionName: string;
  @Text({ max: 40 }) ruleKey: string;
  @OneOf(fundRuleKinds, { name: 'FundRuleKind' }) kind: FundRuleKind;
  @Nested(() => FundRuleSourceDto) source: FundRuleSourceDto;
  @Uuid({ description: 'The bill by which it is broken' }) itemId: string;
  @Text({ nullable: true, description: 'Null where the bill was taken out since' }) itemTitle: string | null;
  @OneOf(fundMeasures, { name: 'FundMeasure', description: 'money: fen; perPiece: fen of the dearest piece' })
  measure: FundMeasure;
  @Text({ max: 19, example: '40000' }) allowed: string;
  @Text({ max: 19, example: '60000' }) actual: string;
  @Nested(() => Money, { description: 'What of the money is too much' }) overAmount: Money;
}

/** A breach that an approver above has let pass. It is shown for ever, also where it was taken back. */
export class FundRuleOverrideView extends BrokenRuleView {
  @Uuid() id: string;
  @Text({ max: 500 }) reason: string;
  @Uuid() liftedBy: string;
  @PersonName() liftedByName: string | null;
  @Instant() liftedAt: string;
  @Uuid({ nullable: true }) withdrawnBy: string | null;
  @PersonName() withdrawnByName: string | null;
  @Instant({ nullable: true }) withdrawnAt: string | null;
  @Flag({ description: 'May the caller take it back?' }) mayWithdraw: boolean;
}

export class FundBreachView extends BrokenRuleView {
  @Uuid({ nullable: true, description: 'What lifts it; null: it is in the way' }) overrideId: string | null;
  @Flag({ description: 'May the caller let it pass?' }) mayLift: boolean;
}

/** A rule that applies and could not be judged. */
export class UnjudgedRuleView {
  @Uuid() setId: string;
  @Text({ max: 40 }) ruleKey: string;
  @OneOf(fundRuleKinds, { name: 'FundRuleKind' }) kind: FundRuleKind;
  @OneOf(unknownFigures, { name: 'UnknownFigure' }) missing: UnknownFigure;
}

export class AppliedSetView {
  @Uuid() id: string;
  @Text() name: string;
  @Text() unionName: string;
  @CalendarDate() validFrom: string;
}

export class FundRuleCheckView {
  @CalendarDate({ description: 'The day of the activity, whose rules apply' }) on: string;
  @ListOf(() => AppliedSetView, { max: 100 }) sets: AppliedSetView[];
  @ListOf(() => FundBreachView, { max: 1_000 }) breaches: FundBreachView[];
  @ListOf(() => UnjudgedRuleView, { max: 1_000 }) unjudged: UnjudgedRuleView[];
  @ListOf(() => FundRuleOverrideView, { max: 1_000, description: 'Newest first' })
  overrides: FundRuleOverrideView[];
}

export class TrialFundRuleSetRequest extends PageRequest {
  @Uuid() setId: string;
  @Whole({ min: 2000, max: 2999, example: 2026, description: 'Of the activities, by the day they began' })
  year: number;
}

/** A bill of the year that the set would have stopped. */
export class TrialBreachView extends BrokenRuleView {
  @Uuid() costPoolId: string;
  @Text({ description: 'Of the activity or the shared bill' }) title: string;
  @CalendarDate() on: string;
  @Text({ description: 'The organiser' }) organiserName: string;
}

/** One page of pools under the set alone; nothing is saved. */
export class FundRuleTrialView {
  @Whole({ description: 'How many pools this page looked at' }) poolCount: number;
  @ListOf(() => TrialBreachView, { max: 5_000 }) breaches: TrialBreachView[];
  @Whole({ description: 'Rules that could not be judged, once for each pool' }) unjudgedCount: number;
  @Text({ nullable: true, max: 500, description: 'Pass as `cursor` for the next page; null at the end' })
  nextCursor: string | null;
}

export const fundRuleCheckContract = {
  get: query('settlement.fund-rule-check.get', FundRuleCheckRequest, FundRuleCheckView, {
    http: 'GET cost-pools/:costPoolId/fund-rule-check',
    tag: 'costs',
    summary: 'What rules of spending say of a pool now, and what was let pass of it',
  }),
  lift: versioned(
    command('settlement.fund-rule-override.lift', LiftFundRuleRequest, FundRuleOverrideView, {
      http: 'POST cost-pools/:costPoolId/fund-rule-overrides',
      tag: 'costs',
      summary: 'Lets one breach of one bill pass, with a reason: for an approver above the union that pays',
      freshRoles: true,
      example: {
        itemId: '01930000-0000-7000-8000-000000000001',
        setId: '01930000-0000-7000-8000-000000000001',
        ruleKey: 'prize',
        reason: '全区首届职工技能大赛，经上级工会研究同意',
      },
    }),
    costPoolContract.get,
  ),
  withdraw: versioned(
    command('settlement.fund-rule-override.withdraw', FundRuleOverrideIdRequest, FundRuleOverrideView, {
      http: 'POST cost-pools/:costPoolId/fund-rule-overrides/:overrideId/withdraw',
      tag: 'costs',
      summary: 'Takes back what was let pass, until the pool is approved; it stays to be read',
      status: 200,
      freshRoles: true,
    }),
    costPoolContract.get,
  ),
  trial: slow(
    query('settlement.fund-rule-set.trial', TrialFundRuleSetRequest, FundRuleTrialView, {
      http: 'POST fund-rule-sets/:setId/trial',
      tag: 'costs',
      summary: 'What the set would have done to the pools of a year, page by page; nothing is saved',
      idempotent: false,
      example: { year: 2026 },
    }),
  ),
};
