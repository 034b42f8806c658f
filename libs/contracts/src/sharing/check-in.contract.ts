import { command, PageRequest, query } from '../contract.js';
import { Flag, Instant, ListOf, Nested, OneOf, Text, Uuid, Whole } from '../fields.js';

export const checkInResults = ['checkedIn', 'already', 'refused'] as const;
export type CheckInResult = (typeof checkInResults)[number];

/**
 * One scan at the door. It names a registration by `code` or `registrationId`, or somebody by `personId`. A walk-in, who has
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

  @Flag({ optional: true }) walkIn?: boolean | null;

  @Flag({
    optional: true,
    description: 'The organiser has confirmed that this person is let in without a registration',
  })
  confirm?: boolean | null;

  @Whole({ optional: true, min: 1, max: 100, description: 'People present; those registered where absent' })
  heads?: number | null;

  @Flag({
    optional: true,
    description:
      'For scans made offline: true where the door let the person in, whatever the rule says of it; false where it sent him away, who then is not checked in',
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
  @OneOf(checkInResults) result: CheckInResult;
  @Text({ nullable: true, description: 'Why not; null where the person is checked in' }) code: string | null;
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
  @Whole({ description: 'Distinct people inside: heads + admittedAgainstRule' }) inside: number;
  @Whole({ description: 'Scans, repeated ones and refused ones too' }) scans: number;
  @Whole({ description: 'Registrations with a seat that have not come' }) missing: number;
}

export class AttendanceLineView {
  @Uuid() personId: string;
  @Text() maskedName: string;
  @Uuid({ description: 'Whose headcount it is' }) unionId: string;
  @Whole() heads: number;
  @Flag() walkIn: boolean;
  @Instant() checkedInAt: string;
}

export class AttendancePage {
  @ListOf(() => AttendanceLineView, { max: 200 }) items: AttendanceLineView[];
  @Text({ nullable: true }) nextCursor: string | null;
  @Nested(() => AttendanceTotals) totals: AttendanceTotals;
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
  checkIn: command('sharing.attendance.checkIn', CheckInRequest, CheckInView),
  attendance: query('sharing.attendance.list', AttendanceRequest, AttendancePage),
  close: command('sharing.attendance.close', CloseActivityRequest, ActivityClosingView),
};
