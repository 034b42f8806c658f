import { Controller } from '@nestjs/common';
import {
  AppealNoShowRequest,
  DecideNoShowRequest,
  ListNoShowsRequest,
  MyNoShowsRequest,
  noShowContract,
  NoShowRequest,
  NoShowsByActivityRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'registrations';

@Controller()
export class NoShowController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'me/no-shows', noShowContract.mine, {
    tag,
    summary: "Lists the caller's own no-shows, the latest first",
  })
  mine(@Input() request: MyNoShowsRequest, @Call() call: CallContext) {
    return this.rpc.call(noShowContract.mine, request, call);
  }

  @Endpoint('POST', 'me/no-shows/:noShowId/appeal', noShowContract.appeal, {
    tag,
    summary: 'Says why a seat of the caller stayed empty, once; an officer of the organiser decides',
    status: 200,
    example: { text: '当天临时加班，没来得及取消。' },
  })
  appeal(@Input() request: AppealNoShowRequest, @Call() call: CallContext) {
    return this.rpc.call(noShowContract.appeal, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/no-shows', noShowContract.list, {
    tag,
    summary: "Lists who had a seat in a closed activity and did not come; for the organiser's officers",
  })
  list(@Input() request: ListNoShowsRequest, @Call() call: CallContext) {
    return this.rpc.call(noShowContract.list, request, call);
  }

  @Endpoint('GET', 'no-shows/:noShowId', noShowContract.get, {
    tag,
    summary: "Shows one no-show; for officers of the organiser's union",
  })
  get(@Input() request: NoShowRequest, @Call() call: CallContext) {
    return this.rpc.call(noShowContract.get, request, call);
  }

  @Endpoint('POST', 'no-shows/:noShowId/decision', noShowContract.decide, {
    tag,
    summary: "Excuses a no-show or upholds it, for a reason; for officers of the organiser's union",
    status: 200,
    example: { excused: true, reason: '班组长已证实当天加班。' },
  })
  decide(@Input() request: DecideNoShowRequest, @Call() call: CallContext) {
    return this.rpc.call(noShowContract.decide, request, call);
  }

  @Endpoint('GET', 'unions/:unionId/no-shows', noShowContract.byActivity, {
    tag,
    summary: 'Counts the no-shows of the closed activities of a union, the latest first',
  })
  byActivity(@Input() request: NoShowsByActivityRequest, @Call() call: CallContext) {
    return this.rpc.call(noShowContract.byActivity, request, call);
  }
}
