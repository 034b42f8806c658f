import { useTranslation } from 'react-i18next';
import { moved, offerOfDay, openStateOf, spanOfDay } from './availability.js';
import type { CalendarViewProps } from './calendar.js';
import { useGridKeys } from './use-grid-keys.js';
import { useSpanText } from './use-span-text.js';

const columns = 7;

/** A month of whole weeks; each day says whether it is free. */
export function MonthGrid(props: CalendarViewProps) {
  const { days, day, onMove } = props;
  const { t } = useTranslation();
  const keys = useGridKeys({
    count: days.length,
    columns,
    first: Math.max(0, days.indexOf(day)),
    onLeave: (direction) => onMove(moved('month', day, direction)),
  });
  const weeks = Array.from({ length: days.length / columns }, (_unused, week) => week);
  return (
    <div
      ref={keys.grid}
      role="grid"
      aria-label={t('resource.calendar.month')}
      className="month-grid"
      onKeyDown={keys.onKeyDown}
    >
      <Weekdays days={days.slice(0, columns)} />
      {weeks.map((week) => (
        <div role="row" key={week}>
          {days.slice(week * columns, (week + 1) * columns).map((one, place) => (
            <Day key={place} {...props} date={one} cell={keys.cell(week * columns + place)} />
          ))}
        </div>
      ))}
    </div>
  );
}

function Weekdays({ days }: { readonly days: readonly string[] }) {
  const { weekdayText } = useSpanText();
  return (
    <div role="row">
      {days.map((day) => (
        <div role="columnheader" key={day}>
          {weekdayText(day)}
        </div>
      ))}
    </div>
  );
}

type DayProps = CalendarViewProps & {
  readonly date: string;
  readonly cell: ReturnType<ReturnType<typeof useGridKeys>['cell']>;
};

function Day({ date, day, busy, closed, now, chosen, onTap, cell }: DayProps) {
  const { t } = useTranslation();
  const { dayText } = useSpanText();
  const span = spanOfDay(date);
  const state = openStateOf(span, { busy, closed }, now);
  const offer = busy === null || state === 'past' ? null : offerOfDay(date, busy, now);
  const isChosen = chosen !== null && chosen.start < span.end && chosen.end > span.start;
  const isOutside = !date.startsWith(day.slice(0, 7));
  return (
    <button
      {...cell}
      type="button"
      role="gridcell"
      className={`slot is-${state}${isOutside ? ' is-outside' : ''}`}
      aria-selected={isChosen}
      aria-disabled={offer === null}
      onClick={() => offer !== null && onTap(offer)}
    >
      <span className="visually-hidden">{dayText(date)}</span>
      <span className="date-number" aria-hidden="true">
        {Number(date.slice(8))}
      </span>
      <span>{t(`resource.calendar.${state}`)}</span>
    </button>
  );
}
