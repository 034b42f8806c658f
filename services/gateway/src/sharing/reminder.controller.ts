import { Controller } from '@nestjs/common';
import {
  ActivityRemindersRequest,
  reminderContract,
  ReminderWishRequest,
  SetRemindersRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'notices';

@Controller()
export class ReminderController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('GET', 'activities/:activityId/reminders', reminderContract.get, {
    tag,
    summary: 'Shows when those who take part are reminded, and how many each reminder has reached',
  })
  get(@Input() request: ActivityRemindersRequest, @Call() call: CallContext) {
    return this.rpc.call(reminderContract.get, request, call);
  }

  @Endpoint('PUT', 'activities/:activityId/reminders', reminderContract.set, {
    tag,
    summary:
      'Sets the reminders of an activity, at most five; from 22:00 to 07:00 they go before or after the night',
    ifMatch: true,
    example: {
      items: [
        { anchor: 'start', minutesBefore: 1440 },
        { anchor: 'start', minutesBefore: 120 },
      ],
    },
  })
  set(@Input() request: SetRemindersRequest, @Call() call: CallContext) {
    return this.rpc.call(reminderContract.set, request, call);
  }

  @Endpoint('GET', 'activities/:activityId/remind-me', reminderContract.wishes, {
    tag,
    summary: 'Shows the pool that is yet to open for the caller, and whether he is reminded of it',
  })
  wishes(@Input() request: ActivityRemindersRequest, @Call() call: CallContext) {
    return this.rpc.call(reminderContract.wishes, request, call);
  }

  @Endpoint('POST', 'activities/:activityId/pools/:poolId/remind-me', reminderContract.ask, {
    tag,
    summary: 'Asks to be reminded shortly before sign-up for a pool opens',
    example: {},
  })
  ask(@Input() request: ReminderWishRequest, @Call() call: CallContext) {
    return this.rpc.call(reminderContract.ask, request, call);
  }

  @Endpoint('DELETE', 'activities/:activityId/pools/:poolId/remind-me', reminderContract.unask, {
    tag,
    summary: 'Asks not to be reminded any more',
  })
  unask(@Input() request: ReminderWishRequest, @Call() call: CallContext) {
    return this.rpc.call(reminderContract.unask, request, call);
  }
}
