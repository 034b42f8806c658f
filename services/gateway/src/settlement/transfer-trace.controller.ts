import { Controller } from '@nestjs/common';
import { GetPaymentBillsRequest, GetTransferTraceRequest, transferTraceContract } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'netting';

/** Which bills went into a transfer. */
@Controller()
export class TransferTraceController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'netting-runs/:nettingRunId/transfers/:number', transferTraceContract.get, {
    tag,
    summary: 'Which bills went into a transfer of a run, adding up to it exactly',
  })
  get(@Input() request: GetTransferTraceRequest, @Call() call: CallContext) {
    return this.rpc.call(transferTraceContract.get, request, call);
  }

  @Endpoint('GET', 'payments/:paymentId/bills', transferTraceContract.ofPayment, {
    tag,
    summary: 'Which bills went into a payment; of the other side only its sum',
  })
  ofPayment(@Input() request: GetPaymentBillsRequest, @Call() call: CallContext) {
    return this.rpc.call(transferTraceContract.ofPayment, request, call);
  }
}
