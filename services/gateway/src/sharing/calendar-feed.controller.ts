import { Controller } from '@nestjs/common';
import {
  calendarFeedContract,
  CreateCalendarFeedRequest,
  ListCalendarFeedsRequest,
  RevokeCalendarFeedRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { RpcClient } from '@gongxiang/messaging/rpc';
import { Call, Endpoint, Input } from '../http/endpoint.js';

const tag = 'registrations';

@Controller()
export class CalendarFeedController {
  constructor(private readonly rpc: RpcClient) {}

  @Endpoint('POST', 'me/calendar-feeds', calendarFeedContract.create, {
    tag,
    summary:
      'Makes an address, `/calendars/{feedToken}.ics`, by which a calendar follows what the caller takes part in; shown once',
    example: { name: '我的手机' },
  })
  create(@Input() request: CreateCalendarFeedRequest, @Call() call: CallContext) {
    return this.rpc.call(calendarFeedContract.create, request, call);
  }

  @Endpoint('GET', 'me/calendar-feeds', calendarFeedContract.list, {
    tag,
    summary: "Lists the caller's calendar feeds, the newest first, without their addresses",
  })
  list(@Input() request: ListCalendarFeedsRequest, @Call() call: CallContext) {
    return this.rpc.call(calendarFeedContract.list, request, call);
  }

  @Endpoint('DELETE', 'me/calendar-feeds/:calendarFeedId', calendarFeedContract.revoke, {
    tag,
    summary: 'Revokes a calendar feed: its address leads nowhere from now on',
  })
  revoke(@Input() request: RevokeCalendarFeedRequest, @Call() call: CallContext) {
    return this.rpc.call(calendarFeedContract.revoke, request, call);
  }
}
