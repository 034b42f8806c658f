import { Controller, Req, type StreamableFile } from '@nestjs/common';
import {
  DownloadVouchersRequest,
  voucherContract,
  type VoucherFormat,
  type VouchersView,
} from '@gongxiang/contracts/settlement/accounts/voucher.contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { negotiateType } from '../http/media-type.js';
const json = 'application/json';
const formats: Readonly<Record<string, VoucherFormat>> = {
  [json]: 'json',
  'text/csv': 'csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
};
const files = Object.keys(formats).filter((type) => type !== json);

@Controller()
export class VoucherController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint(voucherContract.get, { request: DownloadVouchersRequest })
  async get(
    @Input() { format: asked, ...period }: DownloadVouchersRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<VouchersView | StreamableFile>> {
    const format = asked ?? formats[negotiateType(request.headers.accept, [json, ...files])] ?? 'json';
    if (format === 'json') return this.rpc.call(voucherContract.get, period, call);
    return this.download.send(await this.rpc.call(voucherContract.render, { ...period, format }, call), call);
  }
}
