import { command, Done, pageOf, PageRequest, query } from '../../core/contract.js';
import { Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PartyDto } from '../../words/party.js';
import { type CostPoolState, costPoolStates } from './cost-pool.contract.js';
import { LedgerPartyView, PersonName } from '../party-names.js';
import { expenseCodes } from '../fund.js';

export class AddPlannedItemRequest {
  @Uuid() costPoolId: string;
  @Text({ example: '场地租金' }) title: string;
  @OneOf(expenseCodes) expenseCode: string;
  @Nested(() => Money, { description: 'Above zero' }) amount: Money;
}

export class PlannedItemIdRequest {
  @Uuid() costPoolId: string;
  @Uuid() plannedItemId: string;
}

export class ListPlannedItemsRequest extends PageRequest {
  @Uuid() costPoolId: string;
}

export class PlannedItemView {
  @Uuid() id: string;
  @Uuid() costPoolId: string;
  @Text() title: string;
  @OneOf(expenseCodes) expenseCode: string;
  @Nested(() => Money) amount: Money;
  @Uuid() addedBy: string;
  @PersonName() addedByName: string | null;
  @Instant() createdAt: string;
}

export class AddSelfPaymentRequest {
  @Uuid() costPoolId: string;
  @Text({ example: '午餐自费', description: 'What it was for' }) title: string;
  @Whole({ min: 1, max: 100_000, description: 'How many paid' }) heads: number;
  @Nested(() => Money, { description: 'In all, above zero' }) amount: Money;
  @Nested(() => PartyDto, { description: 'Who collected it: a party of the agreement' }) collector: PartyDto;
}

export class SelfPaymentIdRequest {
  @Uuid() costPoolId: string;
  @Uuid() selfPaymentId: string;
}

export class ListSelfPaymentsRequest extends PageRequest {
  @Uuid() costPoolId: string;
}

/** What participants paid themselves: it is recorded, never split and never posted. */
export class SelfPaymentView {
  @Uuid() id: string;
  @Uuid() costPoolId: string;
  @Text() title: string;
  @Whole({ min: 1 }) heads: number;
  @Nested(() => Money) amount: Money;
  @Nested(() => LedgerPartyView) collector: LedgerPartyView;
  @Uuid() addedBy: string;
  @PersonName() addedByName: string | null;
  @Instant() createdAt: string;
}

export class PoolSummaryRequest {
  @Uuid() costPoolId: string;
}

export class PlanComparisonView {
  @OneOf(expenseCodes) expenseCode: string;
  @Nested(() => Money) planned: Money;
  @Nested(() => Money, { description: 'The bills less what was refunded' }) actual: Money;
  @Nested(() => Money, { description: 'Actual less planned: above zero, it was dearer' }) difference: Money;
}

export class ChainedPoolView {
  @Uuid() costPoolId: string;
  @Whole({ description: '0 is the pool itself, from 1 on its supplements' }) number: number;
  @OneOf(costPoolStates, { name: 'CostPoolState' }) state: CostPoolState;
  @Nested(() => Money, { nullable: true }) total: Money | null;
  @Nested(() => Money, { description: 'Refunded of it' }) returned: Money;
  @Instant() createdAt: string;
}

/** What an activity cost in all: the pool with all its supplements that stand, less what was refunded. */
export class PoolSummaryView {
  @Uuid() costPoolId: string;
  @ListOf(() => ChainedPoolView, {
    max: 200,
    description: 'The pool and its supplements, the earliest first',
  })
  chain: ChainedPoolView[];
  @ListOf(() => PlanComparisonView, { max: 100, description: 'By expense code' })
  comparison: PlanComparisonView[];
  @Nested(() => Money) planned: Money;
  @Nested(() => Money) actual: Money;
  @Nested(() => Money) difference: Money;
  @Nested(() => Money, { description: 'Of the actual cost, given by the source of the subsidy' })
  subsidy: Money;
  @Nested(() => Money, { description: 'Paid by participants themselves, beside the actual cost' })
  selfPaid: Money;
  @Whole() selfPaidHeads: number;
  @Whole({ nullable: true, description: 'Who came; null until the shares are computed' }) heads:
    number | null;
  @Nested(() => Money, {
    nullable: true,
    description: 'Borne by unions for each who came, rounded down to the fen',
  })
  costPerHead: Money | null;
  @Nested(() => Money, { nullable: true, description: 'With what was paid by participants' })
  wholePerHead: Money | null;
}

const amount = { amount: '120000', currency: 'CNY' };

export const poolPlanContract = {
  addPlanned: command('settlement.planned-item.add', AddPlannedItemRequest, PlannedItemView, {
    http: 'POST cost-pools/:costPoolId/planned-items',
    tag: 'costs',
    summary: 'Adds what is expected to be spent, while the pool is open',
    example: { title: '场地租金', expenseCode: '1.2', amount: amount },
  }),
  removePlanned: command('settlement.planned-item.remove', PlannedItemIdRequest, Done, {
    http: 'DELETE cost-pools/:costPoolId/planned-items/:plannedItemId',
    tag: 'costs',
    summary: 'Takes an expected amount out, while the pool is open',
  }),
  listPlanned: query('settlement.planned-item.list', ListPlannedItemsRequest, pageOf(PlannedItemView), {
    http: 'GET cost-pools/:costPoolId/planned-items',
    tag: 'costs',
    summary: 'What is expected to be spent',
  }),
  addSelfPayment: command('settlement.self-payment.add', AddSelfPaymentRequest, SelfPaymentView, {
    http: 'POST cost-pools/:costPoolId/self-payments',
    tag: 'costs',
    summary: 'Records what participants have paid themselves; it is neither split nor posted',
    example: {
      title: '午餐自费',
      heads: 40,
      amount: amount,
      collector: { kind: 'union', id: '01930000-0000-7000-8000-000000000001' },
    },
  }),
  removeSelfPayment: command('settlement.self-payment.remove', SelfPaymentIdRequest, Done, {
    http: 'DELETE cost-pools/:costPoolId/self-payments/:selfPaymentId',
    tag: 'costs',
    summary: 'Takes a record of what participants have paid out again',
  }),
  listSelfPayments: query('settlement.self-payment.list', ListSelfPaymentsRequest, pageOf(SelfPaymentView), {
    http: 'GET cost-pools/:costPoolId/self-payments',
    tag: 'costs',
    summary: 'What participants have paid themselves',
  }),
  getSummary: query('settlement.cost-pool.get-summary', PoolSummaryRequest, PoolSummaryView, {
    http: 'GET cost-pools/:costPoolId/summary',
    tag: 'costs',
    summary:
      'What an activity cost in all: planned and actual, with supplements, refunds and self-paid parts',
  }),
};
