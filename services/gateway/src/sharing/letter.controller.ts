import { Controller, Req, type StreamableFile } from '@nestjs/common';
import { meContract } from '@gongxiang/contracts/membership/members/me.contract';
import { DownloadLetterRequest, letterContract } from '@gongxiang/contracts/sharing/papers/letter.contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { originOf } from '../http/origin.js';

@Controller()
export class LetterController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  /** Sharing stores no full names: the caller's own is loaded from membership and passed on for this letter only. */
  @Endpoint(letterContract.render, { request: DownloadLetterRequest })
  async file(
    @Input() asked: DownloadLetterRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<StreamableFile>> {
    const { body: me } = await this.rpc.call(meContract.get, {}, call);
    const order = { ...asked, name: me.name, origin: originOf(request) };
    return this.download.send(await this.rpc.call(letterContract.render, order, call), call);
  }
}
