import type { LetterKind } from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import type { ActivityState } from '@gongxiang/contracts/sharing/sharing-events';
import { dateIn, DomainError } from '@gongxiang/domain';
import type { LetterFacts } from '../letter-template/placeholders.model.js';

/** The most letters per command: each is a row of its own. */
export const lettersMax = 5_000;

/** A possible recipient of a letter. */
export interface Recipient {
  readonly personId: string;
  /** Null for a walk-in without one. */
  readonly registrationId: string | null;
  readonly maskedName: string;
  readonly companions: number;
}

interface TimedActivity {
  readonly state: ActivityState;
  readonly startsAt: Date;
}

/**
 * Invitations are issued before the activity; proofs of attendance once it is final.
 * @throws DomainError `INVITATIONS_TOO_LATE`, `LETTERS_BEFORE_CLOSE`
 */
export function requireTime(kind: LetterKind, { state, startsAt }: TimedActivity, now: Date): void {
  if (kind === 'invitation') {
    if (state !== 'published' || now >= startsAt) throw new DomainError('INVITATIONS_TOO_LATE');
  } else if (state !== 'closed') throw new DomainError('LETTERS_BEFORE_CLOSE');
}

/**
 * The recipients among the chosen registrations, or all.
 * @throws DomainError `LETTER_RECIPIENT_UNFIT` with the first that is none, `NO_RECIPIENTS`, `LETTERS_TOO_MANY`
 */
export function chosenOf(
  all: readonly Recipient[],
  registrationIds: readonly string[] | undefined,
): Recipient[] {
  const byRegistration = new Map(all.map((one) => [one.registrationId, one]));
  const chosen =
    registrationIds === undefined
      ? [...all]
      : [...new Set(registrationIds)].map((id, index) => {
          const found = byRegistration.get(id.toLowerCase());
          if (found !== undefined) return found;
          throw new DomainError('LETTER_RECIPIENT_UNFIT', { pointer: `/registrationIds/${index}` });
        });
  if (chosen.length === 0) throw new DomainError('NO_RECIPIENTS');
  if (chosen.length > lettersMax) throw new DomainError('LETTERS_TOO_MANY', { params: { max: lettersMax } });
  return chosen;
}

/** `2026-000001`; the millionth of a year has one digit more. */
export function numberOf(year: number, count: number): string {
  return `${year}-${String(count).padStart(6, '0')}`;
}

/** Without those that are confused on paper: I and 1, O and 0. There are 32, so five bits choose one. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const codeLength = 12;

/** @param random as many bytes as a code has characters */
export function codeOf(random: Uint8Array): string {
  return [...random.subarray(0, codeLength)].map((byte) => letters[byte % letters.length]).join('');
}

export const codeBytes = codeLength;

/** Normalises a typed code: any case, with or without the printed hyphens. */
export function typedCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

interface DescribedActivity {
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly venue: string | null;
  readonly organiserName: string;
  readonly coHosts: readonly { readonly name: string }[];
}

/** The facts of an activity frozen in letters, whatever happens to it later. */
export function factsOf(activity: DescribedActivity, issuerName: string, now: Date): LetterFacts {
  const { title, startsAt, endsAt, timeZone, venue, organiserName, coHosts } = activity;
  return {
    activityTitle: title,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    timeZone,
    venue,
    organiserName,
    coHostNames: coHosts.map(({ name }) => name),
    issuerName,
    issuedOn: dateIn(timeZone, now),
  };
}
