import type { Series, SeriesEnd } from './use-series.js';

export interface ExtensionForm {
  readonly ends: 'count' | 'until';
  readonly count: string;
  readonly until: string;
  readonly except: readonly string[];
}

const countMax = 200;

/** Ends as the series does, a little later; a last day is still to be chosen. */
export function initialExtension({ count }: Pick<Series['rule'], 'count'>): ExtensionForm {
  const more = count === null ? '' : String(Math.min(countMax, count + 5));
  return { ends: count === null ? 'until' : 'count', count: more, until: '', except: [] };
}

/** The chosen end; null while it is incomplete. */
export function endOf({ ends, count, until, except }: ExtensionForm): SeriesEnd | null {
  if (ends === 'until') return until === '' ? null : { until, except: [...except] };
  const whole = /^[1-9]\d{0,2}$/.test(count.trim()) ? Number(count.trim()) : 0;
  return whole >= 1 && whole <= countMax ? { count: whole, except: [...except] } : null;
}
