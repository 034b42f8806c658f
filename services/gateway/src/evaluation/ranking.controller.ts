import { Controller, type StreamableFile } from '@nestjs/common';
import {
  CreateRankingRequest,
  DownloadRankingRequest,
  ListLeftOutRequest,
  ListRankingEntriesRequest,
  ListRankingsRequest,
  PublishRankingRequest,
  rankingContract,
  RankingRequest,
  WithdrawRankingRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { type Outcome, RpcClient } from '@gongxiang/messaging/rpc';
import { BriefDownload } from '../http/brief-download.js';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'scores';
const rankingFiles = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'application/json',
] as const;

@Controller()
export class RankingController {
  constructor(
    private readonly rpc: RpcClient,
    private readonly download: BriefDownload,
  ) {}

  @Endpoint('POST', 'rankings', rankingContract.create, {
    tag,
    summary:
      'Ranks the newest scores under the weights in force, over all and within fair groups; as a draft',
    example: {
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000001',
      subjectKind: 'activity',
      title: '2026年度活动评价',
      from: '2026-01-01',
      to: '2026-12-31',
      method: 'topsis',
      scaling: 'vector',
      groupBy: 'sizeClass',
      minimumAnswers: 5,
    },
  })
  create(@Input() request: CreateRankingRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingContract.create, request, call);
  }

  @Endpoint('GET', 'rankings', rankingContract.list, {
    tag,
    summary: 'Rankings, newest first; drafts are shown to whoever may rank',
  })
  list(@Input() request: ListRankingsRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingContract.list, request, call);
  }

  @Endpoint('GET', 'rankings/:rankingId', rankingContract.get, {
    tag,
    summary: 'One ranking with its first places, and why each is what it is',
  })
  get(@Input() request: RankingRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingContract.get, request, call);
  }

  @Endpoint('GET', 'rankings/:rankingId/entries', rankingContract.listEntries, {
    tag,
    summary: 'All places of a ranking, best first, also of one group',
  })
  listEntries(@Input() request: ListRankingEntriesRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingContract.listEntries, request, call);
  }

  @Endpoint('GET', 'rankings/:rankingId/left-out', rankingContract.listLeftOut, {
    tag,
    summary: 'What was left out of a ranking, with the reason',
  })
  listLeftOut(@Input() request: ListLeftOutRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingContract.listLeftOut, request, call);
  }

  @Endpoint('POST', 'rankings/:rankingId/publish', rankingContract.publish, {
    tag,
    summary: 'Begins the public notice: appeals are taken until it ends, and then the ranking counts',
    status: 200,
    example: { days: 7 },
  })
  publish(@Input() request: PublishRankingRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingContract.publish, request, call);
  }

  @Endpoint('POST', 'rankings/:rankingId/withdraw', rankingContract.withdraw, {
    tag,
    summary: 'Takes a ranking back, with the reason; it stays to be read',
    status: 200,
    example: { reason: '部分活动的到场记录有误' },
  })
  withdraw(@Input() request: WithdrawRankingRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingContract.withdraw, request, call);
  }

  @Endpoint('POST', 'rankings/:rankingId/revise', rankingContract.revise, {
    tag,
    summary: 'Ranks the newest scores by the same terms: the next revision, a draft beside what stands',
  })
  revise(@Input() request: RankingRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingContract.revise, request, call);
  }

  @Endpoint('GET', 'rankings/:rankingId/verification', rankingContract.verify, {
    tag,
    summary: 'Computes a ranking again from all its inputs, and says whether it comes out the same',
  })
  verify(@Input() request: RankingRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingContract.verify, request, call);
  }

  @Endpoint('GET', 'rankings/:rankingId/file', rankingContract.render, {
    tag,
    summary: 'A ranking with all its inputs, as .xlsx, .csv or JSON: anyone can compute it again',
    files: rankingFiles,
    isFileOnly: true,
  })
  async file(
    @Input() request: DownloadRankingRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<StreamableFile>> {
    return this.download.send(await this.rpc.call(rankingContract.render, request, call), call);
  }
}
