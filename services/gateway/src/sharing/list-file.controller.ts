import { Controller, type StreamableFile } from '@nestjs/common';
import { listFileContract, RenderListRequest } from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class ListFileController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint('GET', 'activities/:activityId/lists/:list', listFileContract.render, {
    tag: 'registrations',
    summary:
      'A list of an activity (`registrations`, `attendance`, `answers` or `coupons`) as .xlsx or .csv, with what the caller may see of it',
    files: ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv'],
    isFileOnly: true,
  })
  async get(
    @Input() request: RenderListRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    return this.download.send(await this.rpc.call(listFileContract.render, request, call), call);
  }
}
