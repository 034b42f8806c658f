import { Controller } from '@nestjs/common';
import {
  AddCostItemRequest,
  ApproveCostPoolRequest,
  ComputeSharesRequest,
  CostItemRequest,
  type CostItemView,
  costPoolContract,
  type CostPoolSummaryView,
  type CostPoolView,
  CreateCostPoolRequest,
  GetCostPoolRequest,
  ListCostItemsRequest,
  ListCostPoolsRequest,
  type Page,
  type ReceiptFileView,
  RemoveCostItemRequest,
  ReturnCostPoolRequest,
  SubmitCostPoolRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Republishes } from '@gongxiang/messaging/events';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import type { Transaction } from '@gongxiang/persistence';
import { CostItemService } from './cost-item.service.js';
import { CostPoolService } from './cost-pool.service.js';
import { CostShareService } from './cost-share.service.js';
import { PoolApprovalService } from './pool-approval.service.js';
import { PoolNews } from './pool-news.js';

@Controller()
export class CostPoolController {
  constructor(
    private readonly pools: CostPoolService,
    private readonly items: CostItemService,
    private readonly shares: CostShareService,
    private readonly approvals: PoolApprovalService,
    private readonly news: PoolNews,
  ) {}

  @HandlesCommand(costPoolContract.create)
  create(
    @Request() request: CreateCostPoolRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CostPoolView>> {
    return this.pools.create(request, call);
  }

  @HandlesQuery(costPoolContract.get)
  get(@Request() request: GetCostPoolRequest, @Call() call: CallContext): Promise<CostPoolView> {
    return this.pools.get(request, call);
  }

  @HandlesQuery(costPoolContract.list)
  list(
    @Request() request: ListCostPoolsRequest,
    @Call() call: CallContext,
  ): Promise<Page<CostPoolSummaryView>> {
    return this.pools.list(request, call);
  }

  @HandlesCommand(costPoolContract.addItem)
  addItem(@Request() request: AddCostItemRequest, @Call() call: CallContext): Promise<Outcome<CostItemView>> {
    return this.items.add(request, call);
  }

  @HandlesCommand(costPoolContract.removeItem)
  removeItem(
    @Request() request: RemoveCostItemRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CostPoolView>> {
    return this.items.remove(request, call);
  }

  @HandlesQuery(costPoolContract.listItems)
  listItems(
    @Request() request: ListCostItemsRequest,
    @Call() call: CallContext,
  ): Promise<Page<CostItemView>> {
    return this.items.list(request, call);
  }

  @HandlesQuery(costPoolContract.getReceipt)
  receipt(@Request() request: CostItemRequest, @Call() call: CallContext): Promise<ReceiptFileView> {
    return this.items.receipt(request, call);
  }

  @HandlesCommand(costPoolContract.computeShares)
  computeShares(
    @Request() request: ComputeSharesRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CostPoolView>> {
    return this.shares.compute(request, call);
  }

  @HandlesCommand(costPoolContract.submit)
  submit(
    @Request() request: SubmitCostPoolRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CostPoolView>> {
    return this.approvals.submit(request, call);
  }

  @HandlesCommand(costPoolContract.approve)
  approve(
    @Request() request: ApproveCostPoolRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CostPoolView>> {
    return this.approvals.approve(request, call);
  }

  @HandlesCommand(costPoolContract.return)
  return(
    @Request() request: ReturnCostPoolRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CostPoolView>> {
    return this.approvals.return(request, call);
  }

  @Republishes('costPool')
  republish(tx: Transaction, afterId: string | null, limit: number): Promise<string | null> {
    return this.news.republish(tx, afterId, limit);
  }
}
