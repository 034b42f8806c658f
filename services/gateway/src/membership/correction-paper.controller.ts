import { Controller, StreamableFile } from '@nestjs/common';
import {
  correctionContract,
  CorrectionId,
} from '@gongxiang/contracts/membership/members/correction.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore, typedStream } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

/** Sends the picture of a paper to those whom membership allows to see it. */
@Controller()
export class CorrectionPaperController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly files: FileStore,
  ) {}

  @Endpoint(correctionContract.getPaper)
  async get(@Input() request: CorrectionId, @Call() call: CallContext): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(correctionContract.getPaper, request, call);
    const { fileKey, ownerId, sha256 } = outcome.body;
    const { contentType, content } = await typedStream(await this.files.get(fileKey, ownerId, sha256));
    return { ...outcome, body: new StreamableFile(content, { type: contentType }) };
  }
}
