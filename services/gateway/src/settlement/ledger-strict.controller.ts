import { Controller } from '@nestjs/common';
import {
  ledgerLimitContract,
  ledgerPeriodContract,
  ledgerProofContract,
  ListAmountLimitsRequest,
  ListOverdraftRulesRequest,
  NoRequest,
  PageRequest,
  PeriodRequest,
  ReconciliationRequest,
  ReopenPeriodRequest,
  SetAmountLimitRequest,
  SetOverdraftRuleRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'ledger';

/** Months, limits, and what proves that the books are what they were. */
@Controller()
export class LedgerStrictController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'ledger/periods', ledgerPeriodContract.list, {
    tag,
    summary: 'The months of the ledger, the newest first',
  })
  listPeriods(@Input() request: PageRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerPeriodContract.list, request, call);
  }

  @Endpoint('GET', 'ledger/periods/:month', ledgerPeriodContract.get, {
    tag,
    summary: 'A month with who closed and opened it',
  })
  getPeriod(@Input() request: PeriodRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerPeriodContract.get, request, call);
  }

  @Endpoint('POST', 'ledger/periods/:month/close', ledgerPeriodContract.close, {
    tag,
    summary: 'Freezes the next month that is over; the balances of its end are written meanwhile',
    status: 202,
    freshRoles: true,
  })
  closePeriod(@Input() request: PeriodRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerPeriodContract.close, request, call);
  }

  @Endpoint('POST', 'ledger/periods/:month/reopen', ledgerPeriodContract.reopen, {
    tag,
    summary: 'Opens the last closed month again, with the reason',
    status: 200,
    freshRoles: true,
    example: { reason: '审计要求复核该月凭证' },
  })
  reopenPeriod(@Input() request: ReopenPeriodRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerPeriodContract.reopen, request, call);
  }

  @Endpoint('GET', 'ledger/amount-limits', ledgerLimitContract.listAmountLimits, {
    tag,
    summary: 'How much an approver of a union may pass: all decisions, the newest first',
  })
  listAmountLimits(@Input() request: ListAmountLimitsRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerLimitContract.listAmountLimits, request, call);
  }

  @Endpoint('POST', 'ledger/amount-limits', ledgerLimitContract.setAmountLimit, {
    tag,
    summary: 'Says how much an approver of a union below may pass alone',
    freshRoles: true,
    example: {
      unionId: '019a9a5e-3c00-7000-8000-000000000001',
      limit: { amount: '500000', currency: 'CNY' },
      reason: '年度内控要求',
    },
  })
  setAmountLimit(@Input() request: SetAmountLimitRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerLimitContract.setAmountLimit, request, call);
  }

  @Endpoint('GET', 'accounts/:accountId/overdraft-rules', ledgerLimitContract.listOverdraftRules, {
    tag,
    summary: 'How far an account may go below zero: all decisions, the newest first',
  })
  listOverdraftRules(@Input() request: ListOverdraftRulesRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerLimitContract.listOverdraftRules, request, call);
  }

  @Endpoint('POST', 'accounts/:accountId/overdraft-rules', ledgerLimitContract.setOverdraftRule, {
    tag,
    summary: 'Says how far a current account below may go below zero',
    freshRoles: true,
    example: { limit: { amount: '0', currency: 'CNY' }, reason: '欠款未清，暂停垫付' },
  })
  setOverdraftRule(@Input() request: SetOverdraftRuleRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerLimitContract.setOverdraftRule, request, call);
  }

  @Endpoint('GET', 'ledger/seal', ledgerProofContract.verify, {
    tag,
    summary: 'Computes the chain of entries again',
  })
  verify(@Input() request: NoRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerProofContract.verify, request, call);
  }

  @Endpoint('GET', 'ledger/reconciliations', ledgerProofContract.listReconciliations, {
    tag,
    summary: 'What was proved from the postings, the newest first',
  })
  listReconciliations(@Input() request: PageRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerProofContract.listReconciliations, request, call);
  }

  @Endpoint('POST', 'ledger/reconciliations', ledgerProofContract.reconcile, {
    tag,
    summary: 'Proves balances, months, runs and pools from the postings, check by check',
    status: 202,
  })
  reconcile(@Input() request: NoRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerProofContract.reconcile, request, call);
  }

  @Endpoint('GET', 'ledger/reconciliations/:reconciliationId', ledgerProofContract.getReconciliation, {
    tag,
    summary: 'A reconciliation with its progress and what it found',
  })
  getReconciliation(@Input() request: ReconciliationRequest, @Call() call: CallContext) {
    return this.rpc.call(ledgerProofContract.getReconciliation, request, call);
  }
}
