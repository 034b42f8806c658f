import { Controller } from '@nestjs/common';
import {
  GetPaymentBillsRequest,
  GetTransferTraceRequest,
  transferTraceContract,
  type TransferTraceView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { TransferTraceService } from './transfer-trace.service.js';

@Controller()
export class TransferTraceController {
  constructor(private readonly traces: TransferTraceService) {}

  @HandlesQuery(transferTraceContract.get)
  get(@Request() request: GetTransferTraceRequest, @Call() call: CallContext): Promise<TransferTraceView> {
    return this.traces.get(request, call);
  }

  @HandlesQuery(transferTraceContract.ofPayment)
  ofPayment(
    @Request() request: GetPaymentBillsRequest,
    @Call() call: CallContext,
  ): Promise<TransferTraceView> {
    return this.traces.ofPayment(request, call);
  }
}
