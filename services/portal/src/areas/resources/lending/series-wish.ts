import type { LoanSeriesWish } from './lending.model.js';
import { instantOf } from '../../../i18n/format.js';
import { lentSaid, type NamedParty } from '../borrowing/borrow.js';
import type { Business } from '../resource/use-right.js';

import { ruleOf, type SeriesForm } from '../../../kit/recurrence-form.js';

/** The first loan, and the rule by which the others follow it. */
export type LoanSeriesForm = SeriesForm & {
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly borrowerUnionId?: NamedParty;
  readonly purpose?: string;
  readonly quantity?: string;
  readonly business?: Business;
  /** The accepted version of the conditions of use. */
  readonly conditionsVersion?: number;
};

/** The reasons for a day without a loan that have a text of their own. */
const reasons = [
  'EXCEPTED',
  'HOLIDAY',
  'NO_SUCH_DAY',
  'NO_SUCH_TIME',
  'OVERLAPS_ITSELF',
  'PAST',
  'SLOT_TAKEN',
  'OUTSIDE_OPENING_HOURS',
  'OPENING_HOURS_TOO_SHORT',
  'NO_RIGHT_OF_USE',
  'TOO_EARLY_FOR_YOU',
  'TOO_SHORT_NOTICE',
  'RESERVED_FOR_SMALL',
  'FAIR_USE',
  'LOAN_QUOTA_REACHED',
  'OVERDUE_LOANS',
] as const;

interface Skip {
  readonly reason: string;
  readonly code: string | null;
}

export function reasonKey({ reason, code }: Skip): (typeof reasons)[number] | 'other' {
  return reasons.find((one) => one === (code ?? reason)) ?? 'other';
}

/** The request; null while something is missing. */
export function wishOf(resourceId: string, form: LoanSeriesForm): LoanSeriesWish | null {
  const rule = ruleOf(form);
  const { startsAt, endsAt, borrowerUnionId, purpose = '' } = form;
  const isTimed = isLocal(startsAt) && isLocal(endsAt) && startsAt < endsAt;
  if (rule === null || !isTimed || borrowerUnionId === undefined) return null;
  return {
    resourceId,
    borrowerUnionId: borrowerUnionId.id,
    rule,
    holidays: form.holidays,
    startsAt: instantOf(startsAt),
    endsAt: instantOf(endsAt),
    except: [...form.except],
    // The preview does not depend on it and needs some text.
    purpose: purpose.trim() || '–',
    ...lentSaid(form),
  };
}

function isLocal(text: string | undefined): text is string {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text ?? '');
}
