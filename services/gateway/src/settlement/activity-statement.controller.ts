import { Controller, Req, type StreamableFile } from '@nestjs/common';
import {
  DownloadActivityStatementRequest,
  activityStatementContract,
  type ActivityStatementView,
} from '@gongxiang/contracts/settlement/accounts/activity-statement.contract';
import type { StatementFormat } from '@gongxiang/contracts/settlement/accounts/statement.contract';
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
export class ActivityStatementController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint(activityStatementContract.get, { request: DownloadActivityStatementRequest })
  async get(
    @Input() { format: asked, ...which }: DownloadActivityStatementRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<ActivityStatementView | StreamableFile>> {
    const format = asked ?? formats[negotiateType(request.headers.accept, [json, ...files])] ?? 'json';
    if (format === 'json') return this.rpc.call(activityStatementContract.get, which, call);
    return this.download.send(
      await this.rpc.call(activityStatementContract.render, { ...which, format }, call),
      call,
    );
  }
}
