import { Controller, Req, type StreamableFile } from '@nestjs/common';
import { DownloadPosterRequest, posterContract } from '@gongxiang/contracts/sharing/papers/poster.contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { originOf } from '../http/origin.js';

@Controller()
export class PosterController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint(posterContract.render, { request: DownloadPosterRequest })
  async get(
    @Input() asked: DownloadPosterRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<StreamableFile>> {
    const order = { ...asked, origin: originOf(request) };
    return this.download.send(await this.rpc.call(posterContract.render, order, call), call);
  }
}
