import { Injectable } from '@nestjs/common';
import {
  assignmentCalendarContract,
  type AssignmentCalendarRequest,
  type AssignmentCalendarView,
  calendarLinesMax,
} from '@gongxiang/contracts/affairs/assignments/assignment-calendar.contract';
import { type CallContext, officesOf, reachOf } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { byDay, monthOf } from './calendar.model.js';
import { CalendarRepository } from './calendar.repository.js';

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
}
