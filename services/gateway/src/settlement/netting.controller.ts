import { Controller } from '@nestjs/common';
import {
  ConfirmNettingRunRequest,
  ConfirmReceivedRequest,
  ConfirmSentRequest,
  CreateNettingRunRequest,
  FailPaymentRequest,
  GetNettingRunRequest,
  GetPaymentRequest,
  ListNettingLinesRequest,
  ListNettingRunsRequest,
  ListPaymentsRequest,
  nettingContract,
  paymentContract,
  WithdrawNettingRunRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'netting';

@Controller()
export class NettingController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'netting-runs', nettingContract.create, {
    tag,
    summary: 'Proposes transfers for the open balances of a period; nothing is posted yet',
    freshRoles: true,
    example: {
      mode: 'fewest',
      periodFrom: '2026-10-01',
      periodTo: '2026-12-31',
      unionId: '01930000-0000-7000-8000-000000000001',
    },
  })
  create(@Input() request: CreateNettingRunRequest, @Call() call: CallContext) {
    return this.rpc.call(nettingContract.create, request, call);
  }

  @Endpoint('GET', 'netting-runs', nettingContract.list, {
    tag,
    summary: 'The netting runs of my unions, newest first',
  })
  list(@Input() request: ListNettingRunsRequest, @Call() call: CallContext) {
    return this.rpc.call(nettingContract.list, request, call);
  }

  @Endpoint('GET', 'netting-runs/:nettingRunId', nettingContract.get, {
    tag,
    summary: 'A run with its balances, its transfers and the way from the debts to them',
  })
  get(@Input() request: GetNettingRunRequest, @Call() call: CallContext) {
    return this.rpc.call(nettingContract.get, request, call);
  }

  @Endpoint('GET', 'netting-runs/:nettingRunId/lines', nettingContract.listLines, {
    tag,
    summary: 'The debts that went into a run, each with its ledger entry',
  })
  listLines(@Input() request: ListNettingLinesRequest, @Call() call: CallContext) {
    return this.rpc.call(nettingContract.listLines, request, call);
  }

  @Endpoint('POST', 'netting-runs/:nettingRunId/confirm', nettingContract.confirm, {
    tag,
    summary: 'Confirms a run, by another person than its author: posts it and makes its payments',
    status: 200,
    freshRoles: true,
  })
  confirm(@Input() request: ConfirmNettingRunRequest, @Call() call: CallContext) {
    return this.rpc.call(nettingContract.confirm, request, call);
  }

  @Endpoint('POST', 'netting-runs/:nettingRunId/withdraw', nettingContract.withdraw, {
    tag,
    summary: 'Takes a proposed run back, by who proposes or who would confirm',
    status: 200,
    freshRoles: true,
    example: { reason: '漏选了两家单位' },
  })
  withdraw(@Input() request: WithdrawNettingRunRequest, @Call() call: CallContext) {
    return this.rpc.call(nettingContract.withdraw, request, call);
  }

  @Endpoint('GET', 'payments', paymentContract.list, {
    tag,
    summary: 'What my unions have to pay, and what they wait for',
  })
  listPayments(@Input() request: ListPaymentsRequest, @Call() call: CallContext) {
    return this.rpc.call(paymentContract.list, request, call);
  }

  @Endpoint('GET', 'payments/:paymentId', paymentContract.get, { tag, summary: 'A payment' })
  getPayment(@Input() request: GetPaymentRequest, @Call() call: CallContext) {
    return this.rpc.call(paymentContract.get, request, call);
  }

  @Endpoint('POST', 'payments/:paymentId/confirm-sent', paymentContract.confirmSent, {
    tag,
    summary: "The payer's finance confirms that the money was sent",
    status: 200,
    freshRoles: true,
    example: { bankReference: '20261120-000123' },
  })
  confirmSent(@Input() request: ConfirmSentRequest, @Call() call: CallContext) {
    return this.rpc.call(paymentContract.confirmSent, request, call);
  }

  @Endpoint('POST', 'payments/:paymentId/confirm-received', paymentContract.confirmReceived, {
    tag,
    summary: "The payee's finance confirms that the money arrived; both together settle it",
    status: 200,
    freshRoles: true,
    example: { bankReference: '20261121-000456' },
  })
  confirmReceived(@Input() request: ConfirmReceivedRequest, @Call() call: CallContext) {
    return this.rpc.call(paymentContract.confirmReceived, request, call);
  }

  @Endpoint('POST', 'payments/:paymentId/fail', paymentContract.fail, {
    tag,
    summary: 'Gives up a transfer that never arrived: its payer owes its payee again',
    status: 200,
    freshRoles: true,
    example: { reason: '账户已注销，退票' },
  })
  fail(@Input() request: FailPaymentRequest, @Call() call: CallContext) {
    return this.rpc.call(paymentContract.fail, request, call);
  }
}
