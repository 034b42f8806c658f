import { Controller } from '@nestjs/common';
import {
  EditNeedRequest,
  GetNeedRequest,
  ListMatchesAwaitingRequest,
  ListMatchesRequest,
  ListNeedsRequest,
  matchContract,
  MatchRequest,
  needContract,
  PostNeedRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'needs';

@Controller()
export class NeedController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'needs', needContract.post, {
    tag,
    summary: 'Posts what is sought; its matches follow as a rule within a second',
    example: {
      party: { kind: 'union', id: '019a0000-0000-7000-8000-000000000002' },
      title: '趣味运动会场地和教练',
      wants: [
        { function: 'facility', business: 'culture', capacity: 60 },
        { function: 'people', skill: '瑜伽教练' },
      ],
      windows: [{ from: '2026-12-01T09:00:00+08:00', to: '2026-12-01T12:00:00+08:00' }],
      district: '武昌区',
      headcount: 60,
      budget: { amount: '200000', currency: 'CNY' },
    },
  })
  post(@Input() request: PostNeedRequest, @Call() call: CallContext) {
    return this.rpc.call(needContract.post, request, call);
  }

  @Endpoint('GET', 'needs', needContract.list, {
    tag,
    summary: 'Lists needs, newest first; the open ones by default',
  })
  list(@Input() request: ListNeedsRequest, @Call() call: CallContext) {
    return this.rpc.call(needContract.list, request, call);
  }

  @Endpoint('GET', 'needs/:needId', needContract.get, { tag, summary: 'Shows a need' })
  get(@Input() request: GetNeedRequest, @Call() call: CallContext) {
    return this.rpc.call(needContract.get, request, call);
  }

  @Endpoint('PATCH', 'needs/:needId', needContract.edit, {
    tag,
    summary: 'Edits or closes a need; its matches are computed anew',
    ifMatch: true,
    example: { headcount: 80 },
  })
  edit(@Input() request: EditNeedRequest, @Call() call: CallContext) {
    return this.rpc.call(needContract.edit, request, call);
  }

  @Endpoint('GET', 'needs/:needId/matches', matchContract.list, {
    tag,
    summary: 'Lists the best offers for a need with reasons: all for the seeker, for an owner his own',
  })
  listMatches(@Input() request: ListMatchesRequest, @Call() call: CallContext) {
    return this.rpc.call(matchContract.list, request, call);
  }

  @Endpoint('GET', 'matches', matchContract.listAwaiting, {
    tag,
    summary: "Lists the offers that wait for the caller's answer, the latest first",
  })
  listAwaiting(@Input() request: ListMatchesAwaitingRequest, @Call() call: CallContext) {
    return this.rpc.call(matchContract.listAwaiting, request, call);
  }

  @Endpoint('POST', 'matches/:matchId/propose', matchContract.propose, {
    tag,
    summary: 'Proposes an offer to the seeker, as its owner',
    status: 200,
  })
  propose(@Input() request: MatchRequest, @Call() call: CallContext) {
    return this.rpc.call(matchContract.propose, request, call);
  }

  @Endpoint('POST', 'matches/:matchId/accept', matchContract.accept, {
    tag,
    summary: 'Accepts a proposed offer, as the seeker; the loan is then asked for as usual',
    status: 200,
  })
  accept(@Input() request: MatchRequest, @Call() call: CallContext) {
    return this.rpc.call(matchContract.accept, request, call);
  }

  @Endpoint('POST', 'matches/:matchId/decline', matchContract.decline, {
    tag,
    summary: 'Declines a match, as either side',
    status: 200,
  })
  decline(@Input() request: MatchRequest, @Call() call: CallContext) {
    return this.rpc.call(matchContract.decline, request, call);
  }
}
