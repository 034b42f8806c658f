import { Controller, Req, type StreamableFile } from '@nestjs/common';
import {
  recognitionContract,
  RecognitionIdRequest,
} from '@gongxiang/contracts/evaluation/rankings/recognition.contract';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { originOf } from '../http/origin.js';

@Controller()
export class RecognitionController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint(recognitionContract.render, { request: RecognitionIdRequest })
  async file(
    @Input() asked: RecognitionIdRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<StreamableFile>> {
    const order = { ...asked, origin: originOf(request) };
    return this.download.send(await this.rpc.call(recognitionContract.render, order, call), call);
  }
}
