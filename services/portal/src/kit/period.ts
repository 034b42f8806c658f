import { defaultTimeZone } from '../i18n/format.js';

/** Calendar days, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const day = /^\d{4}-\d{2}-\d{2}$/;

/** The period that stands in the address; without one, this year until today. */
export function periodOf(search: URLSearchParams, now: Date): Period {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: defaultTimeZone }).format(now);
  const read = (name: string, otherwise: string): string => {
    const text = search.get(name) ?? '';
    return day.test(text) ? text : otherwise;
  };
  return { from: read('from', `${today.slice(0, 4)}-01-01`), to: read('to', today) };
}
