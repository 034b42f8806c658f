import { Controller } from '@nestjs/common';
import {
  AddCostItemRequest,
  ApproveCostPoolRequest,
  ComputeSharesRequest,
  costPoolContract,
  CreateCostPoolRequest,
  GetCostPoolRequest,
  ListCostItemsRequest,
  ListCostPoolsRequest,
  RemoveCostItemRequest,
  ReturnCostPoolRequest,
  SubmitCostPoolRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'costs';
const someId = '01930000-0000-7000-8000-000000000001';

@Controller()
export class CostPoolController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'cost-pools', costPoolContract.create, {
    tag,
    summary:
      'Opens the cost pool of an activity, under its agreement in force; one that is there answers 200',
    example: { activityId: someId },
  })
  create(@Input() request: CreateCostPoolRequest, @Call() call: CallContext) {
    return this.rpc.call(costPoolContract.create, request, call);
  }

  @Endpoint('GET', 'cost-pools', costPoolContract.list, {
    tag,
    summary: 'The cost pools of my unions, newest first',
  })
  list(@Input() request: ListCostPoolsRequest, @Call() call: CallContext) {
    return this.rpc.call(costPoolContract.list, request, call);
  }

  @Endpoint('GET', 'cost-pools/:costPoolId', costPoolContract.get, {
    tag,
    summary: 'A cost pool with its shares, each explained in words',
  })
  get(@Input() request: GetCostPoolRequest, @Call() call: CallContext) {
    return this.rpc.call(costPoolContract.get, request, call);
  }

  @Endpoint('POST', 'cost-pools/:costPoolId/items', costPoolContract.addItem, {
    tag,
    summary: 'Adds a bill that a party has paid',
    example: {
      payer: { kind: 'union', id: someId },
      title: '场地租金',
      amount: { amount: '1200000', currency: 'CNY' },
      incomeKind: 'dues',
      expenseCode: '1.2',
      receipt: {
        fileKey: someId,
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
        invoiceNumber: '24422000000012345678',
      },
    },
  })
  addItem(@Input() request: AddCostItemRequest, @Call() call: CallContext) {
    return this.rpc.call(costPoolContract.addItem, request, call);
  }

  @Endpoint('GET', 'cost-pools/:costPoolId/items', costPoolContract.listItems, {
    tag,
    summary: 'The bills of a pool',
  })
  listItems(@Input() request: ListCostItemsRequest, @Call() call: CallContext) {
    return this.rpc.call(costPoolContract.listItems, request, call);
  }

  @Endpoint('DELETE', 'cost-pools/:costPoolId/items/:itemId', costPoolContract.removeItem, {
    tag,
    summary: 'Takes a bill out, before the pool is submitted; If-Match names the version of the pool',
    ifMatch: true,
  })
  removeItem(@Input() request: RemoveCostItemRequest, @Call() call: CallContext) {
    return this.rpc.call(costPoolContract.removeItem, request, call);
  }

  @Endpoint('POST', 'cost-pools/:costPoolId/shares', costPoolContract.computeShares, {
    tag,
    summary: 'Computes what each party bears, from the bills, the agreement and the attendance facts',
    status: 200,
    example: {},
  })
  computeShares(@Input() request: ComputeSharesRequest, @Call() call: CallContext) {
    return this.rpc.call(costPoolContract.computeShares, request, call);
  }

  @Endpoint('POST', 'cost-pools/:costPoolId/submit', costPoolContract.submit, {
    tag,
    summary: 'Submits a pool for approval; its bills are locked',
    status: 200,
    freshRoles: true,
  })
  submit(@Input() request: SubmitCostPoolRequest, @Call() call: CallContext) {
    return this.rpc.call(costPoolContract.submit, request, call);
  }

  @Endpoint('POST', 'cost-pools/:costPoolId/approve', costPoolContract.approve, {
    tag,
    summary: 'Approves a pool, by another person than its submitter, and posts it',
    status: 200,
    freshRoles: true,
  })
  approve(@Input() request: ApproveCostPoolRequest, @Call() call: CallContext) {
    return this.rpc.call(costPoolContract.approve, request, call);
  }

  @Endpoint('POST', 'cost-pools/:costPoolId/return', costPoolContract.return, {
    tag,
    summary: 'Returns a submitted pool, with the reason',
    status: 200,
    freshRoles: true,
    example: { reason: '缺少场地发票' },
  })
  return(@Input() request: ReturnCostPoolRequest, @Call() call: CallContext) {
    return this.rpc.call(costPoolContract.return, request, call);
  }
}
