import { Controller, type StreamableFile } from '@nestjs/common';
import {
  ReachRequest,
  RenderReportRequest,
  reportContract,
  ReportPeriodRequest,
  ReportRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const files = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/pdf'];

@Controller()
export class ReportController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint('GET', 'reports', reportContract.get, {
    tag: 'reports',
    summary: 'What was done in a union and below it, by union, activity, function, business or time',
  })
  get(@Input() request: ReportRequest, @Call() call: CallContext) {
    return this.rpc.call(reportContract.get, request, call);
  }

  @Endpoint('GET', 'reports/peers', reportContract.peers, {
    tag: 'reports',
    summary: 'A union among those of its size class and tier: quartiles and its own place',
  })
  peers(@Input() request: ReportPeriodRequest, @Call() call: CallContext) {
    return this.rpc.call(reportContract.peers, request, call);
  }

  @Endpoint('GET', 'reports/reach', reportContract.reach, {
    tag: 'reports',
    summary: 'Who was served at least once, by union, size class and age; and which unions were not',
  })
  reach(@Input() request: ReachRequest, @Call() call: CallContext) {
    return this.rpc.call(reportContract.reach, request, call);
  }

  @Endpoint('GET', 'reports/file', reportContract.render, {
    tag: 'reports',
    summary: 'The report of a union as PDF or .xlsx: by union, function and business, month, activity',
    files,
    isFileOnly: true,
  })
  async file(
    @Input() request: RenderReportRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    return this.download.send(await this.rpc.call(reportContract.render, request, call), call);
  }
}
