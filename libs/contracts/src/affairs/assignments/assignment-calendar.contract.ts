import { type Locale, locales } from '@gongxiang/domain';
import { query } from '../../core/contract.js';
import { CalendarDate, Flag, ListOf, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { type AssignmentKind, assignmentKinds } from './assignment.contract.js';

/** What a union has to do itself, and what it awaits from those below. */
export const assignmentCalendarRoles = ['owed', 'given'] as const;
export type AssignmentCalendarRole = (typeof assignmentCalendarRoles)[number];

/** Of each role; a month with more has been planned for no person. */
export const calendarLinesMax = 300;

export class AssignmentCalendarRequest {
  @Text({ max: 7, pattern: /^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, description: 'In China', example: '2026-12' })
  month: string;
}

export class AssignmentCalendarLine {
  @OneOf(assignmentCalendarRoles, { name: 'AssignmentCalendarRole' }) role: AssignmentCalendarRole;
  @Uuid({ description: 'Of the part where it is owed, else of the assignment' }) id: string;
  @Text({ max: 100 }) title: string;
  @OneOf(assignmentKinds, { name: 'AssignmentKind' }) kind: AssignmentKind;
  @Text({ description: 'The union that owes it, or that has given it' }) unionName: string;
  @CalendarDate() dueOn: string;
  @Flag({ description: 'Nothing of it is owed any more' }) isDone: boolean;
  @Whole({ description: 'Unions that owe it still' }) owing: number;
}

export class AssignmentCalendarView {
  @ListOf(() => AssignmentCalendarLine, { max: 2 * calendarLinesMax, description: 'By day' })
  items: AssignmentCalendarLine[];
  @Flag({ description: 'There are more than can be shown' }) isPartial: boolean;
}

/** Of somebody whose calendar is read by its secret address: nobody is signed in. */
export class AssignmentFeedRequest {
  @Uuid({ description: 'Whose calendar it is' }) personId: string;
  @OneOf(locales) locale: Locale;
  @Text({
    min: 0,
    max: 300,
    description: 'Where the portal is, as the caller addressed it; empty where unknown',
  })
  origin: string;
}

export class AssignmentFeedView {
  @Text({
    min: 0,
    max: 1_000_000,
    description: 'Events of iCalendar, RFC 5545, without a calendar around them',
  })
  text: string;
}

export const assignmentCalendarContract = {
  /** For the gateway, which adds it to the calendar of the person. */
  feed: query('affairs.assignment-calendar.feed', AssignmentFeedRequest, AssignmentFeedView),
  month: query('affairs.assignment-calendar.month', AssignmentCalendarRequest, AssignmentCalendarView, {
    http: 'GET assignment-calendar',
    tag: 'assignments',
    summary:
      'What is due in a month at the unions at which the caller is an officer: what they owe, and what they gave',
  }),
};
