import type {
  CorrectedField,
  RecordCorrectionState,
} from '@gongxiang/contracts/membership/members/correction.contract';
import { dayMs, DomainError, isWithin, normaliseIdentifier, normaliseName } from '@gongxiang/domain';
import type { Await } from '@gongxiang/messaging/events';
import { isPhone, normalisePhone } from '../../persons/person/person.model.js';
import type { Whom } from '../../unions/awaits/whom.js';
import { decidedOverAccountAt } from '../../unions/pending-change/pending-change.model.js';
import { problemOfName, problemOfNumber } from '../member/roster-entry.model.js';
import type { CorrectionRow } from './correction.entity.js';

/** Days after the decision for which the values before and after, and the picture of the paper, are kept. */
const daysKept = 30;

/** Values by field; an absent field does not change. */
export type CorrectedValues = Readonly<Partial<Record<CorrectedField, string>>>;

/**
 * The normalised values of a request (E111: `x` becomes `X`; E113: dots of names).
 * @throws DomainError the problem of a value, such as `RESIDENT_NUMBER_FIFTEEN` (E112), at its field
 */
export function readValues(
  request: Readonly<Partial<Record<CorrectedField, string | null>>>,
  now: Date,
): CorrectedValues {
  const { name, residentNumber, phone } = request;
  return {
    ...(name && { name: checked('name', normaliseName(name), problemOfName) }),
    ...(residentNumber && {
      residentNumber: checked('residentNumber', normaliseIdentifier(residentNumber), (number) =>
        problemOfNumber(number, now),
      ),
    }),
    ...(phone && {
      phone: checked('phone', normalisePhone(phone), (text) => (isPhone(text) ? null : 'PHONE_FORMAT')),
    }),
  };
}

function checked(field: CorrectedField, value: string, problemOf: (value: string) => string | null): string {
  const code = problemOf(value);
  if (code !== null) throw new DomainError(code, { pointer: `/${field}` });
  return value;
}

export interface Correcting {
  readonly fields: readonly CorrectedField[];
  readonly byPerson: boolean;
  /** Whether the person has a password, and so signs in themselves. */
  readonly hasAccount: boolean;
  /** Whether the person holds a role, or is offered one. */
  readonly hasOffice: boolean;
}

/**
 * Whether a second person decides. What a person asks for themselves always is; of what an officer enters, a new
 * number, and a phone to which the codes of an account or an office go: either would let one officer put another
 * person in the place of a member.
 */
export function needsSecondPerson({ fields, byPerson, hasAccount, hasOffice }: Correcting): boolean {
  if (byPerson || fields.includes('residentNumber')) return true;
  return fields.includes('phone') && (hasAccount || hasOffice);
}

/**
 * The path at which an office is required to decide: that of the person's union. A phone gives access to an account:
 * for somebody with roles beyond their union the decider has to stand above all of them.
 */
export function decidedAt(correction: {
  readonly fields: readonly CorrectedField[];
  readonly unionPath: string;
  readonly rolePaths: readonly string[];
}): string {
  const { fields, unionPath, rolePaths } = correction;
  const reachesBeyond = rolePaths.some((path) => !isWithin(path, unionPath));
  if (!fields.includes('phone') || !reachesBeyond) return unionPath;
  return decidedOverAccountAt([unionPath, ...rolePaths]);
}

export type CorrectionStep = 'apply' | 'delay' | 'refuse' | 'withdraw' | 'stop';

/** What is decided about a phone that signs somebody in is delayed, see {@link isDelayed}. */
const steps: Readonly<
  Partial<Record<RecordCorrectionState, Readonly<Partial<Record<CorrectionStep, RecordCorrectionState>>>>>
> = {
  waiting: { apply: 'applied', delay: 'delayed', refuse: 'refused', withdraw: 'withdrawn' },
  delayed: { apply: 'applied', stop: 'stopped' },
};

/** @throws DomainError `ILLEGAL_TRANSITION` */
export function nextState(state: RecordCorrectionState, step: CorrectionStep): RecordCorrectionState {
  const next = steps[state]?.[step];
  if (next === undefined) throw new DomainError('ILLEGAL_TRANSITION');
  return next;
}

/**
 * Whether a decided correction waits for the old phone: it gives the account to whoever holds the new one. Without an account the old
 * phone may be a stranger's, who must not hold it up.
 */
export function isDelayed(
  values: CorrectedValues,
  person: { readonly hasAccount: boolean; readonly hasPhone: boolean },
): boolean {
  return values.phone !== undefined && person.hasAccount && person.hasPhone;
}

/** Whom a correction waits for; nothing in it says whose it is. @param decider who may apply it */
export function awaitsOfCorrection(
  {
    id,
    state,
    unionId,
    unionName,
  }: Pick<CorrectionRow, 'id' | 'state' | 'unionId'> & {
    readonly unionName: string;
  },
  decider: Whom,
): Await[] {
  if (state !== 'waiting') return [];
  const told = { about: { correctionId: id }, title: unionName, why: 'decidesHere' } as const;
  // It goes along with its person to another union.
  return [{ ...decider, ...told, kind: 'correctionAsked', slot: unionId }];
}

/** When the values of a decided correction, and the picture of its paper, are erased. */
export function erasureTime(decidedAt: Date): Date {
  return new Date(decidedAt.getTime() + daysKept * dayMs);
}
