import { command, pageOf, PageRequest, query } from '../../core/contract.js';
import { Instant, Nested, Text, Uuid } from '../../core/fields.js';
import { Money } from '../../words/money.js';
import { PersonName } from '../party-names.js';

/** One decision on a limit. The newest holds; the others are its history. */
export class LimitDecisionView {
  @Uuid() id: string;
  @Nested(() => Money, { nullable: true, description: 'Null: no limit' }) limit: Money | null;
  @Text({ max: 500 }) reason: string;
  @Instant() setAt: string;
  @Uuid() setById: string;
  @PersonName() setBy: string | null;
}

export class AmountLimitView extends LimitDecisionView {
  @Uuid() unionId: string;
  @Text() unionName: string;
}

export class ListAmountLimitsRequest extends PageRequest {
  @Uuid({ optional: true, description: 'Only the decisions on this union' }) union?: string;
}

export class SetAmountLimitRequest {
  @Uuid() unionId: string;
  @Nested(() => Money, {
    nullable: true,
    description: 'The highest entry that an approver of this union may pass; null: no limit',
  })
  limit: Money | null;
  @Text({ max: 500 }) reason: string;
}

export class OverdraftRuleView extends LimitDecisionView {
  @Uuid() accountId: string;
}

export class ListOverdraftRulesRequest extends PageRequest {
  @Uuid() accountId: string;
}

export class SetOverdraftRuleRequest {
  @Uuid() accountId: string;
  @Nested(() => Money, {
    nullable: true,
    description: 'How far the account may go below zero by an entry that somebody approves; null: no limit',
  })
  limit: Money | null;
  @Text({ max: 500 }) reason: string;
}

export const ledgerLimitContract = {
  listAmountLimits: query(
    'settlement.ledger-limit.list-amount-limits',
    ListAmountLimitsRequest,
    pageOf(AmountLimitView),
    {
      http: 'GET ledger/amount-limits',
      tag: 'ledger',
      summary: 'How much an approver of a union may pass: all decisions, the newest first',
    },
  ),
  setAmountLimit: command(
    'settlement.ledger-limit.set-amount-limit',
    SetAmountLimitRequest,
    AmountLimitView,
    {
      http: 'POST ledger/amount-limits',
      tag: 'ledger',
      summary: 'Says how much an approver of a union below may pass alone',
      freshRoles: true,
      example: {
        unionId: '019a9a5e-3c00-7000-8000-000000000001',
        limit: { amount: '500000', currency: 'CNY' },
        reason: '年度内控要求',
      },
    },
  ),
  listOverdraftRules: query(
    'settlement.ledger-limit.list-overdraft-rules',
    ListOverdraftRulesRequest,
    pageOf(OverdraftRuleView),
    {
      http: 'GET accounts/:accountId/overdraft-rules',
      tag: 'ledger',
      summary: 'How far an account may go below zero: all decisions, the newest first',
    },
  ),
  setOverdraftRule: command(
    'settlement.ledger-limit.set-overdraft-rule',
    SetOverdraftRuleRequest,
    OverdraftRuleView,
    {
      http: 'POST accounts/:accountId/overdraft-rules',
      tag: 'ledger',
      summary: 'Says how far a current account below may go below zero',
      freshRoles: true,
      example: { limit: { amount: '0', currency: 'CNY' }, reason: '欠款未清，暂停垫付' },
    },
  ),
};
