import { Controller, Req, type StreamableFile } from '@nestjs/common';
import {
  GrantRecognitionsRequest,
  ListRecognitionsRequest,
  recognitionContract,
  RecognitionRequest,
  RevokeRecognitionRequest,
  VerifyRecognitionRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import type { EdgeRequest } from '../http/edge-request.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { originOf } from '../http/origin.js';
import { PublicReads } from '../http/public-reads.js';

const tag = 'recognitions';

@Controller()
export class RecognitionController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly reads: PublicReads,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint('POST', 'recognitions', recognitionContract.grant, {
    tag,
    summary: 'Gives recognitions by the places or scores of a final ranking; never to persons',
    example: {
      rankingId: '01936d5e-0000-7000-8000-000000000001',
      title: '2026年度优秀活动',
      year: 2026,
      withinGroups: false,
      levels: [
        { level: '一等奖', lastPlace: 1 },
        { level: '二等奖', lastPlace: 3 },
      ],
    },
  })
  grant(@Input() request: GrantRecognitionsRequest, @Call() call: CallContext) {
    return this.rpc.call(recognitionContract.grant, request, call);
  }

  @Endpoint('GET', 'recognitions', recognitionContract.list, { tag, summary: 'Recognitions, newest first' })
  list(@Input() request: ListRecognitionsRequest, @Call() call: CallContext) {
    return this.rpc.call(recognitionContract.list, request, call);
  }

  @Endpoint('GET', 'recognitions/:recognitionId', recognitionContract.get, {
    tag,
    summary: 'One recognition',
  })
  get(@Input() request: RecognitionRequest, @Call() call: CallContext) {
    return this.rpc.call(recognitionContract.get, request, call);
  }

  @Endpoint('POST', 'recognitions/:recognitionId/revoke', recognitionContract.revoke, {
    tag,
    summary: 'Revokes a recognition, with the reason: its certificate is valid no more',
    status: 200,
    example: { reason: '更正后的排名不再符合条件' },
  })
  revoke(@Input() request: RevokeRecognitionRequest, @Call() call: CallContext) {
    return this.rpc.call(recognitionContract.revoke, request, call);
  }

  @Endpoint(
    'GET',
    'recognitions/:recognitionId/file',
    { ...recognitionContract.render, request: RecognitionRequest },
    {
      tag,
      summary: 'The certificate as PDF, with a code that anyone can verify',
      files: ['application/pdf'],
      isFileOnly: true,
    },
  )
  async file(
    @Input() asked: RecognitionRequest,
    @Call() call: CallContext,
    @Req() request: EdgeRequest,
  ): Promise<Outcome<StreamableFile>> {
    const order = { ...asked, origin: originOf(request) };
    return this.download.send(await this.rpc.call(recognitionContract.render, order, call), call);
  }

  @Endpoint('GET', 'public/recognitions/verify', recognitionContract.verify, {
    tag: 'public',
    summary: 'Says to anyone whether a certificate is genuine and valid, by its code',
    public: true,
  })
  verify(@Input() request: VerifyRecognitionRequest, @Call() call: CallContext) {
    return this.reads.ask(recognitionContract.verify, request, call);
  }
}
