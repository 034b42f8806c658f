import '../../../kit/styles/mine.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { CheckInCode } from '../../../kit/check-in-code.js';
import { CodeOfRegistration } from './code-of-registration.js';
import { type KeptSeat } from './kept-seats.model.js';
import { readKeptSeats } from './kept-seats.js';

/** The codes of my next activities as stored on this phone, for a door without a network. */
export function KeptSeatsPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery({
    queryKey: ['keptSeats'],
    queryFn: readKeptSeats,
    networkMode: 'always',
    gcTime: 0,
  });
  const ahead = (data?.seats ?? []).filter(({ endsAt }) => Date.parse(endsAt) > Date.now());
  if (data === undefined || data === null || ahead.length === 0) return null;
  return (
    <section className="kept-seats" aria-labelledby="kept-seats-title">
      <h2 id="kept-seats-title">{t('app.keptSeats')}</h2>
      <p className="hint">{t('app.keptSeatsAsOf', { time: format.instant(data.asOf) })}</p>
      <ul className="plain-list codes">
        {ahead.map((seat, index) => (
          <OneSeat key={seat.id} seat={seat} isNext={index === 0} />
        ))}
      </ul>
    </section>
  );
}

function OneSeat({ seat, isNext }: { readonly seat: KeptSeat; readonly isNext: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = {
    code: seat.checkInCode,
    title: seat.activityTitle,
    time: format.period(seat.startsAt, seat.endsAt),
  };
  return (
    <li className="card">
      <h3>{seat.activityTitle}</h3>
      <p>{shown.time}</p>
      <p>{seat.venue ?? t('activity.venueUnknown')}</p>
      {isNext ? <CheckInCode {...shown} /> : <CodeOfRegistration {...shown} />}
    </li>
  );
}
