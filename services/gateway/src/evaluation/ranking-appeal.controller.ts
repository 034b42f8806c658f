import { Controller, StreamableFile } from '@nestjs/common';
import {
  AppealRankingRequest,
  DecideAppealRequest,
  ListRankingAppealsRequest,
  rankingAppealContract,
  RankingAppealRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { FileStore, typedStream } from '@gongxiang/messaging/files';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';
import { attachmentOf } from '../http/media-type.js';

const tag = 'scores';
const files = ['application/pdf', 'image/png', 'image/jpeg'] as const;

@Controller()
export class RankingAppealController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly store: FileStore,
  ) {}

  @Endpoint('POST', 'rankings/:rankingId/appeals', rankingAppealContract.appeal, {
    tag,
    summary: 'An officer of what is ranked, or was left out, says why that is wrong, while the notice lasts',
    example: {
      subjectId: '01936d5e-0000-7000-8000-000000000001',
      text: '到场率漏计了第二场的签到',
    },
  })
  appeal(@Input() request: AppealRankingRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingAppealContract.appeal, request, call);
  }

  @Endpoint('GET', 'rankings/:rankingId/appeals', rankingAppealContract.list, {
    tag,
    summary: 'Appeals against a ranking: all for whoever decides, for officers those of their unions',
  })
  list(@Input() request: ListRankingAppealsRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingAppealContract.list, request, call);
  }

  @Endpoint('GET', 'rankings/:rankingId/appeals/:appealId/attachment', rankingAppealContract.getAttachment, {
    tag,
    summary: 'What came with an appeal as a file: for whoever decides, and for officers of what is ranked',
    files,
    isFileOnly: true,
  })
  async attachment(
    @Input() request: RankingAppealRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    const outcome = await this.rpc.call(rankingAppealContract.getAttachment, request, call);
    const { fileKey, ownerId, sha256, name } = outcome.body;
    const { contentType, content } = await typedStream(await this.store.get(fileKey, ownerId, sha256));
    const options = { type: contentType, disposition: attachmentOf(name) };
    return { ...outcome, body: new StreamableFile(content, options) };
  }

  @Endpoint('POST', 'rankings/:rankingId/appeals/:appealId/decide', rankingAppealContract.decide, {
    tag,
    summary: 'Decides an appeal, never whoever made the ranking: one that is right asks for a revision',
    status: 200,
    example: { upheld: true, answer: '经核对属实，将按更正后的到场记录重新排名' },
  })
  decide(@Input() request: DecideAppealRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingAppealContract.decide, request, call);
  }
}
