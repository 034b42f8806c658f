import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { LoadingState } from '../../../kit/states.js';
import { freeWithin, nextHour, offerOfDay, openStateOf, type Span, spanOfDay } from './availability.js';
import type { CalendarViewProps } from './calendar.js';
import { useSpanText } from './use-span-text.js';

/** The days one below the other, each with its free times to tap: for a phone. */
export function Agenda({ days, day, busy, closed, now, chosen, onTap }: CalendarViewProps) {
  const { t } = useTranslation();
  if (busy === null) return <LoadingState rows={6} />;
  // Whole weeks are for a grid: here the neighbouring months would only be in the way.
  const shown = days.length > 7 ? days.filter((one) => one.startsWith(day.slice(0, 7))) : days;
  const coming = shown.filter((one) => spanOfDay(one).end > now);
  if (coming.length === 0) return <p className="hint">{t('resource.calendar.allPast')}</p>;
  return (
    <ol className="plain-list agenda">
      {coming.map((one) => (
        <AgendaDay key={one} day={one} busy={busy} closed={closed} now={now} chosen={chosen} onTap={onTap} />
      ))}
    </ol>
  );
}

type AgendaDayProps = Pick<CalendarViewProps, 'day' | 'closed' | 'now' | 'chosen' | 'onTap'> & {
  readonly busy: readonly Span[];
};

function AgendaDay({ day, busy, closed, now, chosen, onTap }: AgendaDayProps) {
  const { t } = useTranslation();
  const { dayText, timesText } = useSpanText();
  const span = spanOfDay(day);
  const state = openStateOf(span, { busy, closed }, now);
  const rest = { start: Math.max(span.start, nextHour(now)), end: span.end };
  const isChosen = chosen !== null && chosen.start < span.end && chosen.end > span.start;
  // A free day is offered at office hours, a partly free one with its free times.
  const whole = state === 'free' ? offerOfDay(day, busy, now) : null;
  const offers = whole === null ? freeWithin(rest, busy) : [whole];
  return (
    <li className={isChosen ? 'is-chosen' : undefined}>
      <h3>
        {dayText(day)} <span className={`tag is-${state}`}>{t(`resource.calendar.${state}`)}</span>
      </h3>
      {state === 'partly' && <Taken span={span} busy={busy.flatMap((one) => freeWithin(one, closed))} />}
      <div className="actions">
        {offers.map((offer) => (
          <Button key={offer.start} onClick={() => onTap(offer)}>
            <span className="visually-hidden">{dayText(day)} </span>
            {t('resource.calendar.choose', { times: timesText(offer) })}
          </Button>
        ))}
      </div>
    </li>
  );
}

function Taken({ span, busy }: { readonly span: Span; readonly busy: readonly Span[] }) {
  const { t } = useTranslation();
  const { locale } = useFormat();
  const { timesText } = useSpanText();
  const within = busy
    .filter(({ start, end }) => start < span.end && end > span.start)
    .map(({ start, end }) => ({ start: Math.max(start, span.start), end: Math.min(end, span.end) }));
  const times = new Intl.ListFormat(locale, { type: 'unit' }).format(within.map(timesText));
  return <p className="hint">{t('resource.calendar.takenAt', { times })}</p>;
}
