import { Controller } from '@nestjs/common';
import {
  CreateRankingRequest,
  ListRankingsRequest,
  rankingContract,
  RankingRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

@Controller()
export class RankingController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'rankings', rankingContract.create, {
    tag: 'scores',
    summary: 'Ranks the newest scores under the weights in force',
    example: {
      indicatorSystemId: '01936d5e-0000-7000-8000-000000000001',
      from: '2026-01-01',
      to: '2026-12-31',
      method: 'topsis',
      scaling: 'vector',
    },
  })
  create(@Input() request: CreateRankingRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingContract.create, request, call);
  }

  @Endpoint('GET', 'rankings', rankingContract.list, { tag: 'scores', summary: 'Rankings, newest first' })
  list(@Input() request: ListRankingsRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingContract.list, request, call);
  }

  @Endpoint('GET', 'rankings/:rankingId', rankingContract.get, {
    tag: 'scores',
    summary: 'One ranking, and why each place is what it is',
  })
  get(@Input() request: RankingRequest, @Call() call: CallContext) {
    return this.rpc.call(rankingContract.get, request, call);
  }
}
