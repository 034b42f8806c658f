import { applyDecorators } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { command, pageOf, PageRequest, query, versioned } from '../../core/contract.js';
import {
  CalendarDate,
  Flag,
  Instant,
  ListOf,
  MapOf,
  Nested,
  OneOf,
  OrderBy,
  type OrderWord,
  ownUnionsOnly,
  Text,
  TextList,
  Uuid,
  UuidList,
  Whole,
} from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PartyDto } from '../../words/party.js';
import { CostUseDto } from '../cost-use.js';
import { expenseCodes, type IncomeKind, incomeKinds } from '../fund.js';
import { LedgerPartyView, PersonName } from '../party-names.js';

/** `asked`: a shared bill that was approved and waits for the parties that are to bear it. */
export const costPoolStates = ['open', 'submitted', 'asked', 'approved', 'reversed'] as const;
export type CostPoolState = (typeof costPoolStates)[number];

/** Of an activity, under its agreement; or a plain bill that a few parties share without either. */
export const costPoolKinds = ['activity', 'shared'] as const;
export type CostPoolKind = (typeof costPoolKinds)[number];

export class ReceiptDto {
  @Text({ description: 'The key of a file that the caller has uploaded: of nobody else is it a receipt' })
  fileKey: string;
  @Text({ min: 64, max: 64, pattern: /^[0-9a-f]{64}$/, description: 'SHA-256 of the file, in hex' })
  sha256: string;
  @Text({ max: 40, figures: true, description: 'Unique per payer', example: '24422000000012345678' })
  invoiceNumber: string;
}

export class CreateCostPoolRequest {
  @Uuid({ description: 'The activity; its agreement in force is copied into the pool' }) activityId: string;
}

export class GetCostPoolRequest {
  @Uuid() costPoolId: string;
}

export const costPoolOrders = ['total', 'approvedAt'] as const;
export type CostPoolOrder = OrderWord<(typeof costPoolOrders)[number]>;

export class ListCostPoolsRequest extends PageRequest {
  @Uuid({ optional: true }) activityId?: string;
  @OneOf(costPoolStates, { optional: true, name: 'CostPoolState' }) state?: CostPoolState;
  @Flag({ optional: true, description: 'Only those that the caller may approve now' }) waitingForMe?: boolean;
  @Flag(ownUnionsOnly) ownUnions?: boolean;
  @Text({ optional: true, max: 60, description: 'Part of its title' }) q?: string;
  @OrderBy(costPoolOrders, 'the newest first') order?: CostPoolOrder;
}

export class AddCostItemRequest {
  @Uuid() costPoolId: string;
  @Nested(() => PartyDto, {
    description: 'Who paid: a party of the agreement, its source of subsidy, or an organisation',
  })
  payer: PartyDto;
  @Text({ example: '场地租金' }) title: string;
  @Nested(() => Money, { description: 'Above zero; a refund is a reversal' }) amount: Money;
  @OneOf(incomeKinds, { name: 'IncomeKind' }) incomeKind: IncomeKind;
  @OneOf(expenseCodes) expenseCode: string;
  @Nested(() => ReceiptDto) receipt: ReceiptDto;
  @Nested(() => CostUseDto, { optional: true, description: 'What rules of spending need to know of it' })
  use?: CostUseDto | null;
}

export class RemoveCostItemRequest {
  @Uuid() costPoolId: string;
  @Uuid() itemId: string;
}

export class ListCostItemsRequest extends PageRequest {
  @Uuid() costPoolId: string;
}

/** Usages by party, as `union:<id>`. */
function UsageByParty(): PropertyDecorator {
  const accepts = (value: unknown): boolean => typeof value === 'number';
  const description =
    'By party (`union:<id>`), where the rule splits by usage; what the loans say where absent';
  return applyDecorators(
    Type(() => Object),
    Transform(({ obj, key }) => (obj as Record<string, unknown>)[key]),
    MapOf({ type: 'number' }, accepts, { optional: true, description }),
  );
}

export class ComputeSharesRequest {
  @Uuid() costPoolId: string;
  @UsageByParty() usage?: Record<string, number> | null;
  @Text({ optional: true, max: 500, description: 'Why the usage is another than what the loans say' })
  usageReason?: string | null;
}

export class SubmitCostPoolRequest {
  @Uuid() costPoolId: string;
}

export class ApproveCostPoolRequest {
  @Uuid() costPoolId: string;
}

export class ReturnCostPoolRequest {
  @Uuid() costPoolId: string;
  @Text({ max: 500 }) reason: string;
}

export class CostItemView {
  @Uuid() id: string;
  @Uuid() costPoolId: string;
  @Nested(() => LedgerPartyView) payer: LedgerPartyView;
  @Text() title: string;
  @Nested(() => Money) amount: Money;
  @Nested(() => Money, { description: 'What of it was refunded' }) returned: Money;
  @OneOf(incomeKinds, { name: 'IncomeKind' }) incomeKind: IncomeKind;
  @OneOf(expenseCodes) expenseCode: string;
  @Nested(() => ReceiptDto, { nullable: true, description: 'Null where a shared bill came without one' })
  receipt: ReceiptDto | null;
  @Nested(() => CostUseDto, { nullable: true }) use: CostUseDto | null;
  @Whole({ description: 'The version of the pool, for If-Match' }) poolVersion: number;
}

export class CostItemIdRequest {
  @Uuid() costPoolId: string;
  @Uuid() itemId: string;
}

/** Where the gateway finds a receipt: a file of the person who added the bill, with the content that they declared. */
export class ReceiptFileView {
  @Text() fileKey: string;
  @Uuid() ownerId: string;
  @Text({ min: 64, max: 64 }) sha256: string;
  @Text({ max: 40 }) invoiceNumber: string;
}

export class CostShareView {
  @Nested(() => LedgerPartyView) party: LedgerPartyView;
  @Nested(() => Money) amount: Money;
  @Whole({ nullable: true, description: 'Heads that came' }) headcount: number | null;
  @Nested(() => Money, { description: 'What of it was refunded' }) returned: Money;
  @TextList({ max: 1_000, length: 1_000, description: 'The way to the amount, in words' }) trace: string[];
}

export class CostPoolSummaryView {
  @Uuid() id: string;
  @Whole() version: number;
  @OneOf(costPoolKinds, { name: 'CostPoolKind' }) kind: CostPoolKind;
  @Uuid({ nullable: true, description: 'Null for a shared bill' }) activityId: string | null;
  @Text({ description: 'Of its activity, or what the shared bill is for' }) title: string;
  @CalendarDate({ nullable: true, description: 'The day of a shared bill' }) spentOn: string | null;
  @Uuid({ description: "The organiser's union, or that of the payer of a shared bill" }) unionId: string;
  @Text() unionName: string;
  @Uuid({ nullable: true, description: 'The pool that this one supplements' }) supplementOf: string | null;
  @Uuid({ nullable: true, description: 'Null for a shared bill' }) agreementId: string | null;
  @Whole({ nullable: true, description: 'The version of the agreement that was copied in' })
  agreementVersion: number | null;
  @OneOf(costPoolStates, { name: 'CostPoolState' }) state: CostPoolState;
  @Whole({ description: 'How far the order of the parties is rotated for ties' }) rotation: number;
  @Nested(() => Money, { nullable: true, description: 'Null until the shares are computed' })
  total: Money | null;
  @Nested(() => Money, { nullable: true }) subsidy: Money | null;
  @Instant() createdAt: string;
  @Uuid({ nullable: true }) submittedBy: string | null;
  @PersonName() submittedByName: string | null;
  @Instant({ nullable: true }) submittedAt: string | null;
  @Uuid({ nullable: true }) approvedBy: string | null;
  @PersonName() approvedByName: string | null;
  @Instant({
    nullable: true,
    description: 'When it came into force: a shared bill once all parties have agreed',
  })
  approvedAt: string | null;
  @Uuid({ nullable: true, description: 'The ledger entry; null where nobody owes anything' }) entryId:
    string | null;
  @Text({ nullable: true, description: 'Why it was returned' }) returnReason: string | null;
}

export class CostPoolView extends CostPoolSummaryView {
  @ListOf(() => LedgerPartyView, {
    max: 1_000,
    description: "Who shares the costs, in the agreement's order",
  })
  parties: LedgerPartyView[];
  @Nested(() => LedgerPartyView, { nullable: true }) subsidySource: LedgerPartyView | null;
  @ListOf(() => CostShareView, { max: 1_000 }) shares: CostShareView[];
  @UuidList({
    max: 1_000,
    description: 'Who entered bills, computed or submitted it: they do not approve it',
  })
  preparedBy: string[];
}

const shown = query('settlement.cost-pool.get', GetCostPoolRequest, CostPoolView, {
  http: 'GET cost-pools/:costPoolId',
  tag: 'costs',
  summary: 'A cost pool with its shares, each explained in words',
});

export const costPoolContract = {
  create: command('settlement.cost-pool.create', CreateCostPoolRequest, CostPoolView, {
    http: 'POST cost-pools',
    tag: 'costs',
    summary:
      'Opens the cost pool of an activity, under its agreement in force; one that is there answers 200',
    example: { activityId: '01930000-0000-7000-8000-000000000001' },
  }),
  get: shown,
  list: query('settlement.cost-pool.list', ListCostPoolsRequest, pageOf(CostPoolSummaryView), {
    http: 'GET cost-pools',
    tag: 'costs',
    summary: 'The cost pools of my unions, newest first or in another order',
  }),
  addItem: command('settlement.cost-pool.add-item', AddCostItemRequest, CostItemView, {
    http: 'POST cost-pools/:costPoolId/items',
    tag: 'costs',
    summary: 'Adds a bill that a party has paid',
    example: {
      payer: { kind: 'union', id: '01930000-0000-7000-8000-000000000001' },
      title: '场地租金',
      amount: { amount: '1200000', currency: 'CNY' },
      incomeKind: 'dues',
      expenseCode: '1.2',
      receipt: {
        fileKey: '01930000-0000-7000-8000-000000000001',
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        invoiceNumber: '24422000000012345678',
      },
    },
  }),
  removeItem: command('settlement.cost-pool.remove-item', RemoveCostItemRequest, CostPoolView, {
    http: 'DELETE cost-pools/:costPoolId/items/:itemId',
    tag: 'costs',
    summary: 'Takes a bill out, before the pool is submitted; If-Match names the version of the pool',
    ifMatch: true,
  }),
  listItems: query('settlement.cost-pool.list-items', ListCostItemsRequest, pageOf(CostItemView), {
    http: 'GET cost-pools/:costPoolId/items',
    tag: 'costs',
    summary: 'The bills of a pool',
  }),
  getReceipt: query('settlement.cost-pool.get-receipt', CostItemIdRequest, ReceiptFileView, {
    http: 'GET cost-pools/:costPoolId/items/:itemId/receipt',
    tag: 'costs',
    summary: 'The receipt of a bill as a file, named by its invoice number; for whoever may see the pool',
    files: ['application/pdf', 'image/png', 'image/jpeg'],
    isFileOnly: true,
  }),
  computeShares: command('settlement.cost-pool.compute-shares', ComputeSharesRequest, CostPoolView, {
    http: 'POST cost-pools/:costPoolId/shares',
    tag: 'costs',
    summary: 'Computes what each party bears, from the bills, the agreement and the attendance facts',
    status: 200,
    example: {},
  }),
  submit: versioned(
    command('settlement.cost-pool.submit', SubmitCostPoolRequest, CostPoolView, {
      http: 'POST cost-pools/:costPoolId/submit',
      tag: 'costs',
      summary: 'Submits a pool for approval; its bills are locked',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  approve: versioned(
    command('settlement.cost-pool.approve', ApproveCostPoolRequest, CostPoolView, {
      http: 'POST cost-pools/:costPoolId/approve',
      tag: 'costs',
      summary:
        'Approves a pool, by another person than its submitter, and posts it; of a shared bill the parties are asked first',
      status: 200,
      freshRoles: true,
    }),
    shown,
  ),
  return: versioned(
    command('settlement.cost-pool.return', ReturnCostPoolRequest, CostPoolView, {
      http: 'POST cost-pools/:costPoolId/return',
      tag: 'costs',
      summary: 'Returns a submitted pool, or a shared bill before all have agreed, with the reason',
      status: 200,
      freshRoles: true,
      example: { reason: '缺少场地发票' },
    }),
    shown,
  ),
};
