import { moneyText, type Locale } from '@gongxiang/domain';

interface Reading {
  readonly locale: Locale;
  readonly timeZone: string;
  readonly now: Date;
}

const instants: readonly string[] = ['at', 'expiresAt', 'startsAt', 'startsAtBefore'];
const dates: readonly string[] = ['dueOn', 'lastDay'];
/** Enough to be read out and compared, as the page of the survey shows it. */
const fingerprintLength = 16;

/** The values of a notice as they are read: instants in its zone, days, and amounts of money, of which `fen` becomes `amount`. */
export function shownValues(
  values: Readonly<Record<string, string>>,
  reading: Reading,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, string] => {
      if (instants.includes(name)) return [name, momentText(new Date(value), reading)];
      if (dates.includes(name))
        return [name, dayText(new Date(`${value}T00:00:00Z`), { ...reading, timeZone: 'UTC' })];
      if (name === 'fen') return ['amount', moneyText(BigInt(value))];
      if (name === 'keysHash') return ['fingerprint', value.slice(0, fingerprintLength)];
      return [name, value];
    }),
  );
}

/** `11月20日周五 09:00`; the year is named where it is not the present one. */
function momentText(moment: Date, reading: Reading): string {
  const { locale, timeZone } = reading;
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return `${dayText(moment, reading)} ${time.format(moment)}`;
}

function dayText(moment: Date, { locale, timeZone, now }: Reading): string {
  const year = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' });
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    ...(year.format(moment) === year.format(now) ? {} : { year: 'numeric' }),
    month: locale === 'en' ? 'short' : 'long',
    day: 'numeric',
    weekday: 'short',
  }).format(moment);
}
