import type { components } from '../../api/schema.js';

export type CheckInItem = components['schemas']['CheckInItem'];
export type CheckInAnswer = components['schemas']['CheckInAnswer'];
export type Attendance = components['schemas']['AttendanceLineView'];
export type Line = components['schemas']['RegistrationLineView'];

/** One scan as it is kept on the device until the platform has acknowledged it. */
export interface Scan {
  readonly item: CheckInItem;
  /** What the officer saw of it: a masked name or the code. */
  readonly label: string;
  /** Was it on its way once? Then the platform may know it, although its answer was lost. */
  readonly wasTried?: boolean;
}

/** As the platform makes codes: digits and capitals without I, L, O and U. */
const codePattern = /^[0-9A-HJKMNP-TV-Z]{10}$/;

/** The check-in code in what was typed or scanned, also inside an address; null where there is none. */
export function codeIn(text: string): string | null {
  const parts = [text, ...text.split(/[/?&=#]/)];
  const codes = parts.map((part) => part.replaceAll(/[\s-]/g, '').toUpperCase());
  return codes.find((code) => codePattern.test(code)) ?? null;
}

/** Why somebody is not let in, as far as it has a sentence of its own. */
export const refusals = [
  ...(['ACTIVITY_NOT_OPEN', 'REGISTRATION_UNKNOWN', 'REGISTRATION_CANCELLED'] as const),
  ...(['REGISTRATION_WAITLISTED', 'HEADS_ABOVE_REGISTERED', 'WALK_IN_NOT_PERMITTED'] as const),
  ...(['WALK_IN_NOT_CONFIRMED', 'PERSON_UNKNOWN', 'CHECK_IN_TARGET'] as const),
] as const;
export type RefusalCode = (typeof refusals)[number];

export function refusalOf(code: string | null): RefusalCode | 'other' {
  return refusals.find((one) => one === code) ?? 'other';
}

export interface ListedPerson extends Line {
  readonly isHere: boolean;
}

interface Listed {
  readonly lines: readonly Line[];
  readonly here: readonly Attendance[];
  /** Registrations that were checked in on this device, before the list knows of them. */
  readonly justCheckedIn: ReadonlySet<string>;
}

/** Who has a seat, each with whether he has come, by name. */
export function personsOf({ lines, here, justCheckedIn }: Listed): ListedPerson[] {
  const present = new Set(here.map(({ personId }) => personId));
  return lines
    .filter(({ state }) => state === 'confirmed' || state === 'held')
    .map((line) => ({ ...line, isHere: present.has(line.personId) || justCheckedIn.has(line.id) }))
    .sort((left, right) => left.maskedName.localeCompare(right.maskedName, 'zh-CN'));
}

/** A UUID of version 4; `crypto.randomUUID` is there on https and localhost only. */
export function newOperationId(bytes = crypto.getRandomValues(new Uint8Array(16))): string {
  const marked = bytes.map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x40;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const hex = Array.from(marked, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-');
}
