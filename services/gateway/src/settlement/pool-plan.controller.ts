import { Controller } from '@nestjs/common';
import {
  AddPlannedItemRequest,
  AddSelfPaymentRequest,
  ListPlannedItemsRequest,
  ListSelfPaymentsRequest,
  PlannedItemRequest,
  poolPlanContract,
  PoolSummaryRequest,
  SelfPaymentRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'costs';
const someId = '01930000-0000-7000-8000-000000000001';
const amount = { amount: '120000', currency: 'CNY' };

@Controller()
export class PoolPlanController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'cost-pools/:costPoolId/planned-items', poolPlanContract.addPlanned, {
    tag,
    summary: 'Adds what is expected to be spent, while the pool is open',
    example: { title: '场地租金', expenseCode: '1.2', amount },
  })
  addPlanned(@Input() request: AddPlannedItemRequest, @Call() call: CallContext) {
    return this.rpc.call(poolPlanContract.addPlanned, request, call);
  }

  @Endpoint('GET', 'cost-pools/:costPoolId/planned-items', poolPlanContract.listPlanned, {
    tag,
    summary: 'What is expected to be spent',
  })
  listPlanned(@Input() request: ListPlannedItemsRequest, @Call() call: CallContext) {
    return this.rpc.call(poolPlanContract.listPlanned, request, call);
  }

  @Endpoint('DELETE', 'cost-pools/:costPoolId/planned-items/:plannedItemId', poolPlanContract.removePlanned, {
    tag,
    summary: 'Takes an expected amount out, while the pool is open',
  })
  removePlanned(@Input() request: PlannedItemRequest, @Call() call: CallContext) {
    return this.rpc.call(poolPlanContract.removePlanned, request, call);
  }

  @Endpoint('POST', 'cost-pools/:costPoolId/self-payments', poolPlanContract.addSelfPayment, {
    tag,
    summary: 'Records what participants have paid themselves; it is neither split nor posted',
    example: { title: '午餐自费', heads: 40, amount, collector: { kind: 'union', id: someId } },
  })
  addSelfPayment(@Input() request: AddSelfPaymentRequest, @Call() call: CallContext) {
    return this.rpc.call(poolPlanContract.addSelfPayment, request, call);
  }

  @Endpoint('GET', 'cost-pools/:costPoolId/self-payments', poolPlanContract.listSelfPayments, {
    tag,
    summary: 'What participants have paid themselves',
  })
  listSelfPayments(@Input() request: ListSelfPaymentsRequest, @Call() call: CallContext) {
    return this.rpc.call(poolPlanContract.listSelfPayments, request, call);
  }

  @Endpoint(
    'DELETE',
    'cost-pools/:costPoolId/self-payments/:selfPaymentId',
    poolPlanContract.removeSelfPayment,
    {
      tag,
      summary: 'Takes a record of what participants have paid out again',
    },
  )
  removeSelfPayment(@Input() request: SelfPaymentRequest, @Call() call: CallContext) {
    return this.rpc.call(poolPlanContract.removeSelfPayment, request, call);
  }

  @Endpoint('GET', 'cost-pools/:costPoolId/summary', poolPlanContract.getSummary, {
    tag,
    summary:
      'What an activity cost in all: planned and actual, with supplements, refunds and self-paid parts',
  })
  summary(@Input() request: PoolSummaryRequest, @Call() call: CallContext) {
    return this.rpc.call(poolPlanContract.getSummary, request, call);
  }
}
