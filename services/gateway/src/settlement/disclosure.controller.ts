import { Controller, Req, type StreamableFile } from '@nestjs/common';
import {
  disclosureContract,
  type DisclosureView,
  DownloadDisclosureRequest,
} from '@gongxiang/contracts/settlement/accounts/disclosure.contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { negotiateType } from '../http/media-type.js';
const json = 'application/json';
const pdf = 'application/pdf';

@Controller()
export class DisclosureController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint(disclosureContract.get, { request: DownloadDisclosureRequest })
  async get(
    @Input() { disclosureId, format: asked }: DownloadDisclosureRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<DisclosureView | StreamableFile>> {
    const format = asked ?? (negotiateType(request.headers.accept, [json, pdf]) === pdf ? 'pdf' : 'json');
    if (format === 'json') return this.rpc.call(disclosureContract.get, { disclosureId }, call);
    return this.download.send(await this.rpc.call(disclosureContract.print, { disclosureId }, call), call);
  }
}
