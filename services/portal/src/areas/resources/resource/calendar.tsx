import { Button } from 'antd';
import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ErrorState } from '../../../kit/states.js';
import { Agenda } from './agenda.js';
import {
  dayOf,
  daysOf,
  moved,
  type Span,
  spanOfDays,
  spansOf,
  type View,
  unavailableOf,
  viewOf,
  views,
} from './availability.js';
import { MonthGrid } from './month-grid.js';
import { useAvailability } from './use-resource.js';
import { WeekGrid } from './week-grid.js';

export interface CalendarViewProps {
  readonly days: readonly string[];
  /** The day around which the calendar stands. */
  readonly day: string;
  /** null while it is not known. */
  readonly busy: readonly Span[] | null;
  /** Of what is taken, that which is only closed. */
  readonly closed: readonly Span[];
  readonly now: number;
  readonly chosen: Span | null;
  readonly onTap: (tapped: Span) => void;
  /** Moves the calendar to another day, as a key does at its edge. */
  readonly onMove: (day: string) => void;
}

interface CalendarProps {
  readonly resourceId: string;
  readonly chosen: Span | null;
  readonly onTap: (tapped: Span) => void;
}

/** The taken and free times of a resource, by week or month; the address holds which. */
export function Calendar({ resourceId, chosen, onTap }: CalendarProps) {
  const [search, setSearch] = useSearchParams();
  const [now] = useState(() => Date.now());
  const isNarrow = useIsNarrow();
  const view = viewOf(search.get('view'));
  const day = dayOf(search.get('day'), now);
  const days = daysOf(view, day);
  const availability = useAvailability(resourceId, spanOfDays(days));
  const go = (name: 'view' | 'day', value: string): void => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  const shown = { days, day, now, chosen, onTap, onMove: (to: string) => go('day', to) };
  const { data, error, refetch } = availability;
  const Grid = isNarrow ? Agenda : view === 'week' ? WeekGrid : MonthGrid;
  return (
    <div className="calendar">
      <CalendarHead view={view} day={day} now={now} onView={(to) => go('view', to)} onMove={shown.onMove} />
      {error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {/* The grid stays while the next days load, because it holds the focus of the keyboard. */}
      {(data !== undefined || error === null) && (
        <Grid
          {...shown}
          busy={data === undefined ? null : unavailableOf(data)}
          closed={data === undefined || data.overnight ? [] : spansOf(data.closed)}
        />
      )}
      <Legend />
    </div>
  );
}

interface CalendarHeadProps {
  readonly view: View;
  readonly day: string;
  readonly now: number;
  readonly onView: (view: View) => void;
  readonly onMove: (day: string) => void;
}

function CalendarHead({ view, day, now, onView, onMove }: CalendarHeadProps) {
  const { t } = useTranslation();
  return (
    <div className="calendar-head">
      <div className="actions" role="group" aria-label={t('resource.calendar.view')}>
        {views.map((one) => (
          <Button key={one} aria-pressed={one === view} onClick={() => onView(one)}>
            {t(`resource.calendar.${one}`)}
          </Button>
        ))}
      </div>
      <p className="calendar-title" aria-live="polite">
        <RangeTitle view={view} day={day} />
      </p>
      <div className="actions">
        <Button onClick={() => onMove(moved(view, day, -1))}>{t('resource.calendar.earlier')}</Button>
        <Button onClick={() => onMove(dayOf(null, now))}>{t('resource.calendar.today')}</Button>
        <Button onClick={() => onMove(moved(view, day, 1))}>{t('resource.calendar.later')}</Button>
      </div>
    </div>
  );
}

function RangeTitle({ view, day }: { readonly view: View; readonly day: string }) {
  const { locale, date } = useFormat();
  const days = daysOf(view, day);
  if (view === 'week') return `${date(days[0] ?? day)} – ${date(days.at(-1) ?? day)}`;
  const month = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', year: 'numeric', month: 'long' });
  return month.format(new Date(`${day}T00:00:00Z`));
}

function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="plain-list legend" aria-label={t('resource.calendar.legend')}>
      {(['free', 'partly', 'taken', 'closed', 'past'] as const).map((state) => (
        <li key={state}>
          <span className={`swatch is-${state}`} aria-hidden="true" />
          {t(`resource.calendar.${state}`)}
        </li>
      ))}
    </ul>
  );
}

const narrow = matchMedia('(max-width: 767px)');

/** On a phone a grid of days has no room for a finger. */
function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener('change', listener);
      return () => narrow.removeEventListener('change', listener);
    },
    () => narrow.matches,
  );
}
