import { Injectable } from '@nestjs/common';
import {
  assignmentCalendarContract,
  type AssignmentCalendarRequest,
  type AssignmentCalendarView,
  type AssignmentFeedRequest,
  type AssignmentFeedView,
  calendarLinesMax,
} from '@gongxiang/contracts/affairs/assignments/assignment-calendar.contract';
import { type CallContext, daysAfter, officesOf, reachOf, shanghaiDate } from '@gongxiang/domain';
import { calendarText, dueDayLines } from '@gongxiang/domain/calendar-lines';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { byDay, dueDayOf, monthOf } from './calendar.model.js';
import { CalendarRepository } from './calendar.repository.js';

/** Past days that a calendar keeps. */
const feedPastDays = 60;
const feedPartsMax = 200;

/** What is due in a month at the unions of an officer. */
@Injectable()
export class CalendarService {
  constructor(
    private readonly transactions: Transactions,
    private readonly calendar: CalendarRepository,
  ) {}

  @Handles(assignmentCalendarContract.month)
  month(request: AssignmentCalendarRequest, call: CallContext): Promise<AssignmentCalendarView> {
    return this.transactions.read(call, async (tx) => {
      const paths = reachOf(call.actor, actions.seeAssigned);
      tx.authorise(actions.seeAssigned, { paths, visible: true });
      const unionIds = officesOf(call.actor, actions.seeAssigned);
      const filter = { ...monthOf(request.month), unionIds, limit: calendarLinesMax + 1 };
      const owed = await this.calendar.owed(tx, filter);
      const given = await this.calendar.given(tx, filter);
      return {
        items: byDay([...owed.slice(0, calendarLinesMax), ...given.slice(0, calendarLinesMax)]),
        isPartial: Math.max(owed.length, given.length) > calendarLinesMax,
      };
    });
  }

  /** Nobody is signed in: the gateway has found whose calendar it is by its secret address. */
  @Handles(assignmentCalendarContract.feed)
  feed({ personId, locale, origin }: AssignmentFeedRequest, call: CallContext): Promise<AssignmentFeedView> {
    return this.transactions.read(call, async (tx) => {
      const parts = await this.calendar.due(tx, {
        personId,
        roles: actions.seeAssigned.roles,
        from: daysAfter(shanghaiDate(tx.now), -feedPastDays),
        limit: feedPartsMax,
      });
      return { text: calendarText(parts.flatMap((part) => dueDayLines(dueDayOf(part, locale, origin)))) };
    });
  }
}
