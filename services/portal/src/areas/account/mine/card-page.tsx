import '../../../kit/styles/mine.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useMe } from '../../../session/use-session.js';
import { CheckInCode } from '../../../kit/check-in-code.js';
import { CardCode } from '../card/card-code.js';
import { OwnCards } from '../card/own-cards.js';
import { AddToCalendar } from '../../activities/calendar-event/add-to-calendar.js';
import { splitByTime } from '../../activities/kept-seats/by-time.model.js';
import { useMyRegistrations } from './use-my-registrations.js';

/** The number of codes that are shown, those of the next activities. */
const codesMax = 3;

/** The membership card with the code that proves it, and the check-in codes of the next activities. */
export function CardPage() {
  const { t } = useTranslation();
  const { data: me, error, refetch } = useMe();
  return (
    <>
      <PageHead title={t('mine.card')} back="/my" />
      {me === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {me === undefined && error === null && <LoadingState rows={2} />}
      {me !== undefined && (
        <section className="card membership-card" aria-label={t('mine.card')}>
          <p className="card-name">{me.name}</p>
          <p>{me.unionName ?? t('mine.noUnion')}</p>
          {me.account !== null && <p>{me.account}</p>}
        </section>
      )}
      <CardCode />
      <NextCodes />
      <OwnCards />
    </>
  );
}

function NextCodes() {
  const { t } = useTranslation();
  const registrations = useMyRegistrations();
  return (
    <section aria-labelledby="codes-title">
      <h2 id="codes-title">{t('mine.codes')}</h2>
      <p className="hint">{t('mine.codesHint')}</p>
      <PagedList list={registrations} empty={{ text: t('mine.noCodes') }}>
        {(items) => <Codes items={items} />}
      </PagedList>
    </section>
  );
}

type Registrations = readonly NonNullable<ReturnType<typeof useMyRegistrations>['items']>[number][];

function Codes({ items }: { readonly items: Registrations }) {
  const { t } = useTranslation();
  const format = useFormat();
  const next = splitByTime(items, new Date())
    .ahead.filter(({ state, activityState }) => state === 'confirmed' && activityState !== 'cancelled')
    .slice(0, codesMax);
  if (next.length === 0) return <p>{t('mine.noCodes')}</p>;
  return (
    <ul className="plain-list codes">
      {next.map((one) => (
        <li key={one.id} className="card">
          <h3>
            <Link to={`/activities/${one.activityId}`}>{one.activityTitle}</Link>
          </h3>
          <p>{format.period(one.startsAt, one.endsAt)}</p>
          <p>{one.venue ?? t('activity.venueUnknown')}</p>
          <CheckInCode
            code={one.checkInCode}
            title={one.activityTitle}
            time={format.period(one.startsAt, one.endsAt)}
          />
          <AddToCalendar
            activityId={one.activityId}
            registrationId={one.id}
            title={one.activityTitle}
            startsAt={one.startsAt}
            endsAt={one.endsAt}
            venue={one.venue}
          />
        </li>
      ))}
    </ul>
  );
}
