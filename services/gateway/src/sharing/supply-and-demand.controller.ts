import { Controller, type StreamableFile } from '@nestjs/common';
import {
  RenderSupplyAndDemandRequest,
  SupplyAndDemandCellRequest,
  supplyAndDemandContract,
  SupplyAndDemandRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'supply-and-demand';

@Controller()
export class SupplyAndDemandController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint('GET', 'supply-and-demand', supplyAndDemandContract.get, {
    tag,
    summary: 'Needs against offers by function and business, by district, and by month',
  })
  get(@Input() request: SupplyAndDemandRequest, @Call() call: CallContext) {
    return this.rpc.call(supplyAndDemandContract.get, request, call);
  }

  @Endpoint('GET', 'supply-and-demand/behind', supplyAndDemandContract.behind, {
    tag,
    summary: 'The needs and the offers behind one cell, at most 50 of each',
  })
  behind(@Input() request: SupplyAndDemandCellRequest, @Call() call: CallContext) {
    return this.rpc.call(supplyAndDemandContract.behind, request, call);
  }

  @Endpoint('GET', 'supply-and-demand/file', supplyAndDemandContract.render, {
    tag,
    summary: 'Needs against offers by function and business as .xlsx or .csv',
    files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    isFileOnly: true,
  })
  async render(
    @Input() request: RenderSupplyAndDemandRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    return this.download.send(await this.rpc.call(supplyAndDemandContract.render, request, call), call);
  }
}
