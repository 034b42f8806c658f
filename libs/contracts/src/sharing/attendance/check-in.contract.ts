import { type Direction, directions } from '@gongxiang/domain/door';
import { command, PageRequest, query, versioned } from '../../core/contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../../core/fields.js';
import { activityContract } from '../activities/activity.contract.js';

export const checkInResults = ['checkedIn', 'already', 'refused', 'checkedOut', 'cameBack'] as const;
export type CheckInResult = (typeof checkInResults)[number];

/** More steps than anybody sees in a chart; the earliest are shown. */
export const doorFlowPointsMax = 1_000;

/**
 * One scan at the door, of somebody who comes in or leaves. It names a registration by `code` or `registrationId`, or somebody by `personId`. A walk-in, who has
 * no registration or one without a seat, needs `walkIn` and `confirm`.
 */
export class CheckInItem {
  @Uuid({
    description: "The scan's own id, given by the device: the same scan sent again gets the same answer",
  })
  operationId: string;

  @Text({ optional: true, max: 40, description: 'The code that the person shows' })
  code?: string | null;

  @Uuid({ optional: true }) registrationId?: string | null;

  @Uuid({ optional: true, description: 'Someone without a registration; needs walkIn and confirm' })
  personId?: string | null;

  @OneOf(directions, {
    optional: true,
    name: 'DoorDirection',
    description: 'In where absent. Leaving changes nothing of who came, and whoever has left may come back',
  })
  direction?: Direction | null;

  @Flag({ optional: true }) walkIn?: boolean | null;

  @Flag({
    optional: true,
    description: 'The organiser has confirmed that this person is let in without a registration',
  })
  confirm?: boolean | null;

  @Whole({
    optional: true,
    min: 1,
    max: 100,
    description:
      'People who come in, leave or come back; where absent all who are registered, are inside, or have left',
  })
  heads?: number | null;

  @Flag({
    optional: true,
    description:
      'For scans made offline: true where the door let the person in, whatever the rule says of it; false where it sent them away: they are then not checked in',
  })
  admitted?: boolean | null;

  @Instant({ description: 'When the scan was made, by the device' }) at: string;
}

export class CheckInRequest {
  @Uuid() activityId: string;
  @ListOf(() => CheckInItem, { min: 1, max: 200 }) items: CheckInItem[];
}

export class CheckInAnswer {
  @Uuid() operationId: string;
  @OneOf(checkInResults, {
    description:
      '`cameBack`: had left, and is inside again; `already`: is inside, or has left, already. To somebody who leaves the answer is `checkedOut`, or why the rule did not expect it: they are outside in any case',
  })
  result: CheckInResult;

  @Text({ nullable: true, description: 'Why not; null where the person comes in, leaves or comes back' })
  code: string | null;
}

export class CheckInView {
  @ListOf(() => CheckInAnswer, { max: 200 }) items: CheckInAnswer[];
}

export class AttendanceRequest extends PageRequest {
  @Uuid() activityId: string;
}

export class AttendanceTotals {
  @Whole({ description: 'Heads with a seat' }) registeredHeads: number;
  @Whole({ description: 'Registrations and walk-ins that came' }) parties: number;
  @Whole({ description: 'People who came, by the rule' }) heads: number;
  @Whole({ description: 'Of these, walk-ins' }) walkInHeads: number;
  @Whole({ description: 'People whom the door let in although the rule refused them' })
  admittedAgainstRule: number;
  @Whole({ description: 'Distinct people who came in: heads + admittedAgainstRule' }) came: number;
  @Whole({ description: 'Of these, people who left and are not back' }) left: number;
  @Whole({ description: 'People inside at this moment: came - left' }) inside: number;
  @Whole({ description: 'Of all pools together: more people than seats inside deserve a warning' })
  seats: number;
  @Whole({ description: 'Scans, repeated ones, refused ones and those that were undone too' })
  scans: number;
  @Whole({ description: 'Registrations with a seat that have not come' }) missing: number;
}

export class AttendanceLineView {
  @Uuid() personId: string;
  @Text() maskedName: string;
  @Uuid({ description: 'Whose headcount it is' }) unionId: string;
  @Whole() heads: number;
  @Flag() walkIn: boolean;
  @Instant() checkedInAt: string;
  @Whole({ description: 'Of these heads, who left and are not back' }) awayHeads: number;
  @Uuid({ nullable: true, description: 'The scan that can be undone; null where a correction says so' })
  operationId: string | null;
  @Text({
    nullable: true,
    description: 'The door link whose phone made this scan; null where staff did, or a correction says so',
  })
  doorName: string | null;
}

export class AttendancePage {
  @ListOf(() => AttendanceLineView, { max: 200 }) items: AttendanceLineView[];
  @Text({ nullable: true }) nextCursor: string | null;
  @Nested(() => AttendanceTotals) totals: AttendanceTotals;
}

export class UndoCheckInRequest {
  @Uuid() activityId: string;
  @Uuid({ description: 'The scan that was a mistake' }) operationId: string;
  @Text({ max: 500, example: '扫错了人' }) reason: string;
}

/** A scan that counts no more. Nothing is deleted: the undoing is kept beside it. */
export class UndoneCheckInView {
  @Uuid({ description: 'Of the undoing itself' }) operationId: string;
  @Uuid({ description: 'The scan that counts no more' }) undoes: string;
  @Uuid({ nullable: true }) personId: string | null;
  @Flag({ description: 'Does the person still count as having come, by another scan?' }) isPresent: boolean;
  @Instant() undoneAt: string;
}

export class DoorFlowRequest {
  @Uuid() activityId: string;
}

/** How many were inside at the end of a step. */
export class DoorFlowPointView {
  @Instant({ description: 'When the step begins' }) at: string;
  @Whole({ description: 'People inside at the end of the step' }) inside: number;
  @Whole({ description: 'People who came in until then' }) came: number;
}

/** People inside over time. */
export class DoorFlowView {
  @Whole({ description: 'Length of a step, in minutes: 5, and 60 for an activity of more than two days' })
  stepMinutes: number;

  @ListOf(() => DoorFlowPointView, {
    max: doorFlowPointsMax,
    description: 'Steps in which nobody moved are left out: nothing changes in them',
  })
  points: DoorFlowPointView[];
}

export class CloseActivityRequest {
  @Uuid() activityId: string;
}

/** What is frozen at the close. */
export class ActivityClosingView {
  @Uuid() activityId: string;
  @Whole() version: number;
  @Whole() factCount: number;
  @Text({
    max: 64,
    description: 'SHA-256 over `personId:unionId:heads\\n` in the order of person ids, in hex',
  })
  factsHash: string;
  @Whole() heads: number;
  @Whole() registeredHeads: number;
  @Whole() capacity: number;
  @Instant() closedAt: string;
}

export const checkInContract = {
  checkIn: command('sharing.attendance.checkIn', CheckInRequest, CheckInView, {
    http: 'POST activities/:activityId/check-ins',
    tag: 'check-in',
    summary:
      'Checks people in and out, in batches; each scan has an answer of its own, and the same one when it is sent again',
    status: 200,
    example: {
      items: [
        {
          operationId: '019a0000-0000-7000-8000-0000000000c1',
          code: '7F3K9Q2WZX',
          at: '2026-11-21T09:03:00+08:00',
        },
      ],
    },
  }),
  attendance: query('sharing.attendance.list', AttendanceRequest, AttendancePage, {
    http: 'GET activities/:activityId/attendance',
    tag: 'check-in',
    summary: 'Lists who came, with people and scans counted apart',
  }),
  undo: command('sharing.attendance.undo', UndoCheckInRequest, UndoneCheckInView, {
    http: 'POST activities/:activityId/check-ins/:operationId/undo',
    tag: 'check-in',
    summary:
      'Undoes a scan that was a mistake, before the close; who came follows from the scans that are left',
    status: 200,
    example: { reason: '扫错了人' },
  }),
  flow: query('sharing.attendance.flow', DoorFlowRequest, DoorFlowView, {
    http: 'GET activities/:activityId/door-flow',
    tag: 'check-in',
    summary: 'How many people were inside, in steps of five minutes',
  }),
  close: versioned(
    command('sharing.attendance.close', CloseActivityRequest, ActivityClosingView, {
      http: 'POST activities/:activityId/close',
      tag: 'activities',
      summary: 'Ends an activity that has begun: its attendance is final from here on',
      status: 200,
      freshRoles: true,
    }),
    activityContract.get,
  ),
};
