import { instantOf, localTimeOf } from '../../../i18n/format.js';
import type { Pool, PoolChange } from './use-pools.js';

/** As it is typed: moments are what `datetime-local` shows. The names are those of the request. */
export interface TermsForm {
  readonly opensAt?: string;
  /** Absent where nothing is left to release. */
  readonly releasesAt?: string;
  readonly offerHours?: string;
  readonly promotionUntil?: string;
}

const offerHoursMax = 336;

export function termsFormOf(pool: Pool, timeZone: string): Required<TermsForm> {
  const local = (instant: string | null): string => (instant === null ? '' : localTimeOf(instant, timeZone));
  return {
    opensAt: local(pool.opensAt),
    releasesAt: local(pool.releasesAt),
    offerHours: pool.offerHours === null ? '' : String(pool.offerHours),
    promotionUntil: local(pool.promotionUntil),
  };
}

/** An emptied field becomes null; a field that is not shown is not sent. */
export function termsOf(form: TermsForm, timeZone: string): PoolChange {
  const moment = (local: string | undefined): string | null => (local ? instantOf(local, timeZone) : null);
  return {
    opensAt: moment(form.opensAt),
    ...(form.releasesAt === undefined ? {} : { releasesAt: moment(form.releasesAt) }),
    offerHours: offerHoursOf(form.offerHours) ?? null,
    promotionUntil: moment(form.promotionUntil),
  };
}

/** The hours that were typed; null for none, undefined where it is not a number of hours. */
export function offerHoursOf(text: string | undefined): number | null | undefined {
  const trimmed = (text ?? '').trim();
  if (trimmed === '') return null;
  const hours = Number(trimmed);
  return /^\d{1,3}$/.test(trimmed) && hours >= 1 && hours <= offerHoursMax ? hours : undefined;
}
