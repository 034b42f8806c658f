import { Controller } from '@nestjs/common';
import {
  AddPlannedItemRequest,
  AddSelfPaymentRequest,
  type Done,
  ListPlannedItemsRequest,
  ListSelfPaymentsRequest,
  type Page,
  PlannedItemRequest,
  type PlannedItemView,
  poolPlanContract,
  PoolSummaryRequest,
  type PoolSummaryView,
  SelfPaymentRequest,
  type SelfPaymentView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { PlannedItemService } from './planned-item.service.js';
import { PoolSummaryService } from './pool-summary.service.js';
import { SelfPaymentService } from './self-payment.service.js';

@Controller()
export class PoolPlanController {
  constructor(
    private readonly planned: PlannedItemService,
    private readonly selfPayments: SelfPaymentService,
    private readonly summaries: PoolSummaryService,
  ) {}

  @HandlesCommand(poolPlanContract.addPlanned)
  addPlanned(
    @Request() request: AddPlannedItemRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<PlannedItemView>> {
    return this.planned.add(request, call);
  }

  @HandlesCommand(poolPlanContract.removePlanned)
  removePlanned(@Request() request: PlannedItemRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.planned.remove(request, call);
  }

  @HandlesQuery(poolPlanContract.listPlanned)
  listPlanned(
    @Request() request: ListPlannedItemsRequest,
    @Call() call: CallContext,
  ): Promise<Page<PlannedItemView>> {
    return this.planned.list(request, call);
  }

  @HandlesCommand(poolPlanContract.addSelfPayment)
  addSelfPayment(
    @Request() request: AddSelfPaymentRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<SelfPaymentView>> {
    return this.selfPayments.add(request, call);
  }

  @HandlesCommand(poolPlanContract.removeSelfPayment)
  removeSelfPayment(
    @Request() request: SelfPaymentRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<Done>> {
    return this.selfPayments.remove(request, call);
  }

  @HandlesQuery(poolPlanContract.listSelfPayments)
  listSelfPayments(
    @Request() request: ListSelfPaymentsRequest,
    @Call() call: CallContext,
  ): Promise<Page<SelfPaymentView>> {
    return this.selfPayments.list(request, call);
  }

  @HandlesQuery(poolPlanContract.getSummary)
  summary(@Request() request: PoolSummaryRequest, @Call() call: CallContext): Promise<PoolSummaryView> {
    return this.summaries.get(request, call);
  }
}
