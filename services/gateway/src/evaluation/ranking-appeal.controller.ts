import { Controller, StreamableFile } from '@nestjs/common';
import {
  rankingAppealContract,
  RankingAppealIdRequest,
} from '@gongxiang/contracts/evaluation/rankings/ranking-appeal.contract';
import type { CallContext } from '@gongxiang/domain';
import { FileStore, typedStream } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { attachmentOf } from '../http/media-type.js';

@Controller()
export class RankingAppealController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly store: FileStore,
  ) {}

  @Endpoint(rankingAppealContract.getAttachment)
  async attachment(
    @Input() request: RankingAppealIdRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(rankingAppealContract.getAttachment, request, call);
    const { fileKey, ownerId, sha256, name } = outcome.body;
    const { contentType, content } = await typedStream(await this.store.get(fileKey, ownerId, sha256));
    const options = { type: contentType, disposition: attachmentOf(name) };
    return { ...outcome, body: new StreamableFile(content, options) };
  }
}
