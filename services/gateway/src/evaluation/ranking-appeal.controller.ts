import { Controller } from '@nestjs/common';
import {
  AppealRankingRequest,
  DecideAppealRequest,
  ListRankingAppealsRequest,
  rankingAppealContract,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'scores';

@Controller()
export class RankingAppealController {
  constructor(private readonly rpc: RpcClient) {}

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
