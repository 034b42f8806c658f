import { Controller } from '@nestjs/common';
import {
  ListRefundsRequest,
  type Page,
  PreviewRefundRequest,
  ProposeRefundRequest,
  refundContract,
  RefundDecisionRequest,
  type RefundPreviewView,
  RefundRequest,
  type RefundView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { RefundDecisionService } from './refund-decision.service.js';
import { RefundService } from './refund.service.js';

@Controller()
export class RefundController {
  constructor(
    private readonly refunds: RefundService,
    private readonly decisions: RefundDecisionService,
  ) {}

  @HandlesQuery(refundContract.preview)
  preview(@Request() request: PreviewRefundRequest, @Call() call: CallContext): Promise<RefundPreviewView> {
    return this.refunds.preview(request, call);
  }

  @HandlesCommand(refundContract.propose)
  propose(@Request() request: ProposeRefundRequest, @Call() call: CallContext): Promise<Outcome<RefundView>> {
    return this.refunds.propose(request, call);
  }

  @HandlesQuery(refundContract.list)
  list(@Request() request: ListRefundsRequest, @Call() call: CallContext): Promise<Page<RefundView>> {
    return this.refunds.list(request, call);
  }

  @HandlesQuery(refundContract.get)
  get(@Request() request: RefundRequest, @Call() call: CallContext): Promise<RefundView> {
    return this.refunds.get(request, call);
  }

  @HandlesCommand(refundContract.approve)
  approve(@Request() request: RefundRequest, @Call() call: CallContext): Promise<Outcome<RefundView>> {
    return this.decisions.approve(request, call);
  }

  @HandlesCommand(refundContract.return)
  return(@Request() request: RefundDecisionRequest, @Call() call: CallContext): Promise<Outcome<RefundView>> {
    return this.decisions.return(request, call);
  }

  @HandlesCommand(refundContract.withdraw)
  withdraw(@Request() request: RefundRequest, @Call() call: CallContext): Promise<Outcome<RefundView>> {
    return this.decisions.withdraw(request, call);
  }

  @HandlesCommand(refundContract.reverse)
  reverse(
    @Request() request: RefundDecisionRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<RefundView>> {
    return this.decisions.reverse(request, call);
  }
}
