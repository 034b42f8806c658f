import { useTranslation } from 'react-i18next';
import { hoursShown, moved, type Span, spanOfDay, spanOfHour, openStateOf, stateOf } from './availability.js';
import type { CalendarViewProps } from './calendar.js';
import { useGridKeys } from './use-grid-keys.js';
import { useSpanText } from './use-span-text.js';

const columns = 7;
const hours = Array.from(
  { length: hoursShown.last - hoursShown.first },
  (_unused, place) => hoursShown.first + place,
);
/** Where work begins: the row that the Tab key reaches. */
const firstRow = 9 - hoursShown.first;

/** A week by the hour. */
export function WeekGrid(props: CalendarViewProps) {
  const { days, day, onMove } = props;
  const { t } = useTranslation();
  const { dayText, weekdayText, shortDayText } = useSpanText();
  const keys = useGridKeys({
    count: hours.length * columns,
    columns,
    first: firstRow * columns + Math.max(0, days.indexOf(day)),
    onLeave: (direction) => onMove(moved('week', day, direction)),
  });
  const midnights = days.map((one) => spanOfDay(one).start);
  const dayTexts = days.map(dayText);
  return (
    <div
      ref={keys.grid}
      role="grid"
      aria-label={t('resource.calendar.week')}
      className="week-grid"
      onKeyDown={keys.onKeyDown}
    >
      <div role="row">
        <div role="columnheader">{t('resource.calendar.hour')}</div>
        {days.map((one) => (
          <div role="columnheader" key={one}>
            {weekdayText(one)}
            <br />
            {shortDayText(one)}
          </div>
        ))}
      </div>
      {hours.map((hour, row) => (
        <div role="row" key={hour}>
          <div role="rowheader">{clockOf(hour)}</div>
          {midnights.map((midnight, column) => (
            <Hour
              key={column}
              {...props}
              span={spanOfHour(midnight, hour)}
              label={`${dayTexts[column] ?? ''} ${clockOf(hour)}–${clockOf(hour + 1)}`}
              cell={keys.cell(row * columns + column)}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

function clockOf(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

type HourProps = Pick<CalendarViewProps, 'busy' | 'closed' | 'now' | 'chosen' | 'onTap'> & {
  readonly span: Span;
  /** The day and the hour. */
  readonly label: string;
  readonly cell: ReturnType<ReturnType<typeof useGridKeys>['cell']>;
};

function Hour({ span, label, busy, closed, now, chosen, onTap, cell }: HourProps) {
  const { t } = useTranslation();
  // An hour that has begun cannot be had any more: a loan begins later than now.
  const whole = span.start <= now ? 'past' : stateOf(span, busy, now);
  const state = whole === 'taken' ? openStateOf(span, { busy, closed }, now) : whole;
  const isOpen = state === 'free';
  const isChosen = chosen !== null && chosen.start < span.end && chosen.end > span.start;
  return (
    <button
      {...cell}
      type="button"
      role="gridcell"
      className={`slot is-${state}`}
      aria-selected={isChosen}
      aria-disabled={!isOpen}
      aria-label={`${label} ${t(`resource.calendar.${state}`)}`}
      onClick={() => isOpen && onTap(span)}
    >
      {t(`resource.calendar.${state}`)}
    </button>
  );
}
