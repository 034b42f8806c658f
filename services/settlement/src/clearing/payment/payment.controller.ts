import { Controller } from '@nestjs/common';
import {
  ConfirmReceivedRequest,
  ConfirmSentRequest,
  FailPaymentRequest,
  GetPaymentRequest,
  ListPaymentsRequest,
  type Page,
  paymentContract,
  type PaymentView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { PaymentService } from './payment.service.js';

@Controller()
export class PaymentController {
  constructor(private readonly payments: PaymentService) {}

  @HandlesQuery(paymentContract.list)
  list(@Request() request: ListPaymentsRequest, @Call() call: CallContext): Promise<Page<PaymentView>> {
    return this.payments.list(request, call);
  }

  @HandlesQuery(paymentContract.get)
  get(@Request() request: GetPaymentRequest, @Call() call: CallContext): Promise<PaymentView> {
    return this.payments.get(request, call);
  }

  @HandlesCommand(paymentContract.confirmSent)
  confirmSent(
    @Request() request: ConfirmSentRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PaymentView>> {
    return this.payments.confirmSent(request, call);
  }

  @HandlesCommand(paymentContract.confirmReceived)
  confirmReceived(
    @Request() request: ConfirmReceivedRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PaymentView>> {
    return this.payments.confirmReceived(request, call);
  }

  @HandlesCommand(paymentContract.fail)
  fail(@Request() request: FailPaymentRequest, @Call() call: CallContext): Promise<Outcome<PaymentView>> {
    return this.payments.fail(request, call);
  }
}
