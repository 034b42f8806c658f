import { Controller } from '@nestjs/common';
import {
  calendarFeedContract,
  type CalendarFeedView,
  type CalendarTextView,
  CreateCalendarFeedRequest,
  type CreatedCalendarFeedView,
  type Done,
  ListCalendarFeedsRequest,
  type Page,
  ReadCalendarRequest,
  RevokeCalendarFeedRequest,
} from '@gongxiang/contracts';
import type { CallContext } from '@gongxiang/domain';
import { Call, HandlesCommand, HandlesQuery, type Outcome, Request } from '@gongxiang/messaging/rpc';
import { CalendarFeedService } from './calendar-feed.service.js';
import { CalendarService } from './calendar.service.js';

@Controller()
export class CalendarFeedController {
  constructor(
    private readonly feeds: CalendarFeedService,
    private readonly calendars: CalendarService,
  ) {}

  @HandlesCommand(calendarFeedContract.create)
  create(
    @Request() request: CreateCalendarFeedRequest,
    @Call() call: CallContext,
  ): Promise<Outcome<CreatedCalendarFeedView>> {
    return this.feeds.create(request, call);
  }

  @HandlesQuery(calendarFeedContract.list)
  list(
    @Request() request: ListCalendarFeedsRequest,
    @Call() call: CallContext,
  ): Promise<Page<CalendarFeedView>> {
    return this.feeds.list(request, call);
  }

  @HandlesCommand(calendarFeedContract.revoke)
  revoke(@Request() request: RevokeCalendarFeedRequest, @Call() call: CallContext): Promise<Outcome<Done>> {
    return this.feeds.revoke(request, call);
  }

  @HandlesQuery(calendarFeedContract.read)
  read(@Request() request: ReadCalendarRequest, @Call() call: CallContext): Promise<CalendarTextView> {
    return this.calendars.read(request, call);
  }
}
