import { Controller, Req, type StreamableFile } from '@nestjs/common';
import {
  DownloadStatementRequest,
  statementContract,
  type StatementFormat,
  type StatementView,
} from '@gongxiang/contracts/settlement/accounts/statement.contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { negotiateType } from '../http/media-type.js';

const json = 'application/json';
const formats: Readonly<Record<string, StatementFormat>> = {
  [json]: 'json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/pdf': 'pdf',
};
const files = Object.keys(formats).filter((type) => type !== json);

@Controller()
export class StatementController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint(statementContract.get, { request: DownloadStatementRequest })
  async get(
    @Input() { format: asked, ...period }: DownloadStatementRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<StatementView | StreamableFile>> {
    const format = asked ?? formats[negotiateType(request.headers.accept, [json, ...files])] ?? 'json';
    if (format === 'json') return this.rpc.call(statementContract.get, period, call);
    return this.download.send(
      await this.rpc.call(statementContract.render, { ...period, format }, call),
      call,
    );
  }
}
