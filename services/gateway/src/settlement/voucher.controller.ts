import { Controller, Req, type StreamableFile } from '@nestjs/common';
import {
  DownloadVouchersRequest,
  MapVoucherSubjectsRequest,
  voucherContract,
  type VoucherFormat,
  VoucherSubjectsRequest,
  type VouchersView,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { acceptedOf } from '../http/media-type.js';

const tag = 'budgets';
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

  @Endpoint(
    'GET',
    'vouchers',
    { ...voucherContract.get, request: DownloadVouchersRequest },
    {
      tag,
      summary: "A union's part of the ledger as vouchers for its own bookkeeping: as JSON, CSV or .xlsx",
      files,
    },
  )
  async get(
    @Input() { format: asked, ...period }: DownloadVouchersRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<VouchersView | StreamableFile>> {
    const format = asked ?? formats[acceptedOf(request.headers.accept, [json, ...files])] ?? 'json';
    if (format === 'json') return this.rpc.call(voucherContract.get, period, call);
    return this.download.send(await this.rpc.call(voucherContract.render, { ...period, format }, call), call);
  }

  @Endpoint('GET', 'unions/:unionId/voucher-subjects', voucherContract.subjects, {
    tag,
    summary: "What the subjects of a union's own books are called in its vouchers",
  })
  subjects(@Input() request: VoucherSubjectsRequest, @Call() call: CallContext) {
    return this.rpc.call(voucherContract.subjects, request, call);
  }

  @Endpoint('PUT', 'unions/:unionId/voucher-subjects', voucherContract.mapSubjects, {
    tag,
    summary: 'Maps subjects otherwise than the default; If-Match names the version of the map, 0 at first',
    ifMatch: true,
    example: { subjects: [{ subject: 'expense:1.2', code: '50102', name: '职工活动支出—文体活动' }] },
  })
  mapSubjects(@Input() request: MapVoucherSubjectsRequest, @Call() call: CallContext) {
    return this.rpc.call(voucherContract.mapSubjects, request, call);
  }
}
