import { Controller } from '@nestjs/common';
import {
  type PrintedFileView,
  RenderSupplyAndDemandRequest,
  type SupplyAndDemandBehindView,
  SupplyAndDemandCellRequest,
  supplyAndDemandContract,
  SupplyAndDemandRequest,
  type SupplyAndDemandView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesQuery, Request } from '@gongxiang/messaging/rpc';
import { SupplyAndDemandService } from './supply-and-demand.service.js';

@Controller()
export class SupplyAndDemandController {
  constructor(private readonly supplyAndDemand: SupplyAndDemandService) {}

  @HandlesQuery(supplyAndDemandContract.get)
  get(@Request() request: SupplyAndDemandRequest, @Call() call: CallContext): Promise<SupplyAndDemandView> {
    return this.supplyAndDemand.get(request, call);
  }

  @HandlesQuery(supplyAndDemandContract.behind)
  behind(
    @Request() request: SupplyAndDemandCellRequest,
    @Call() call: CallContext,
  ): Promise<SupplyAndDemandBehindView> {
    return this.supplyAndDemand.behind(request, call);
  }

  @HandlesQuery(supplyAndDemandContract.render)
  render(
    @Request() request: RenderSupplyAndDemandRequest,
    @Call() call: CallContext,
  ): Promise<PrintedFileView> {
    return this.supplyAndDemand.render(request, call);
  }
}
