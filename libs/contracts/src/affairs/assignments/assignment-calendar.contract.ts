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

export const assignmentCalendarContract = {
  month: query('affairs.assignment-calendar.month', AssignmentCalendarRequest, AssignmentCalendarView, {
    http: 'GET assignment-calendar',
    tag: 'assignments',
    summary:
      'What is due in a month at the unions at which the caller is an officer: what they owe, and what they gave',
  }),
};
