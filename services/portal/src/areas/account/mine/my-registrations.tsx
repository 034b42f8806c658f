import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PagedList } from '../../../kit/paged-list.js';
import { CodeOfRegistration } from '../../activities/kept-seats/code-of-registration.js';
import { splitByTime } from '../../activities/kept-seats/by-time.model.js';
import { useMyRegistrations } from './use-my-registrations.js';

type MyRegistration = components['schemas']['MyRegistrationView'];

/** The next activities, the soonest first; below them those that are over or were cancelled. */
export function MyRegistrations() {
  const { t } = useTranslation();
  const registrations = useMyRegistrations();
  return (
    <section className="card" aria-labelledby="my-registrations-title">
      <h2 id="my-registrations-title">{t('mine.registrations')}</h2>
      <PagedList
        list={registrations}
        empty={{
          text: t('mine.noRegistrations'),
          action: <Link to="/activities">{t('common.toActivities')}</Link>,
        }}
      >
        {(items) => <Lists items={items} />}
      </PagedList>
    </section>
  );
}

function Lists({ items }: { readonly items: readonly MyRegistration[] }) {
  const { t } = useTranslation();
  const { ahead, past } = splitByTime(items, new Date());
  return (
    <>
      {ahead.length === 0 && <p className="hint">{t('mine.nothingAhead')}</p>}
      <ul className="plain-list mine-lines">
        {ahead.map((one) => (
          <RegistrationLine key={one.id} one={one} />
        ))}
      </ul>
      {past.length > 0 && (
        <details className="past">
          <summary>{t('mine.past', { count: past.length })}</summary>
          <ul className="plain-list mine-lines">
            {past.map((one) => (
              <RegistrationLine key={one.id} one={one} isPast />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface RegistrationLineProps {
  readonly one: MyRegistration;
  readonly isPast?: boolean;
}

function RegistrationLine({ one, isPast = false }: RegistrationLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { waitlistPlace } = one;
  return (
    <li>
      <div className="mine-head">
        <Link to={`/activities/${one.activityId}`}>{one.activityTitle}</Link>
        <State one={one} />
      </div>
      <p>
        <span>{format.period(one.startsAt, one.endsAt)}</span>
        <span>{one.venue ?? t('activity.venueUnknown')}</span>
      </p>
      <p className="hint">
        {t('mine.seats', { count: one.heads, pool: one.poolName })}
        {waitlistPlace !== null && <span>{t('registration.place', { place: waitlistPlace })}</span>}
      </p>
      {one.state === 'held' && one.offerExpiresAt !== null && (
        <p>{t('registration.offerUntil', { time: format.instant(one.offerExpiresAt) })}</p>
      )}
      {one.state === 'confirmed' && !isPast && <CodeOfRegistration code={one.checkInCode} />}
    </li>
  );
}

/** A cancelled activity matters more than the state of its registration. */
function State({ one }: { readonly one: MyRegistration }) {
  const { t } = useTranslation();
  if (one.activityState === 'cancelled') {
    return <span className="tag is-cancelled">{t('mine.activityCancelled')}</span>;
  }
  return <span className={`tag is-${one.state}`}>{t(`mine.registrationState.${one.state}`)}</span>;
}
