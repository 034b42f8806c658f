import './activity.css';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { isMissing } from '../../api/problem.js';
import { useFormat } from '../../i18n/use-format.js';
import { NotFoundPage } from '../../shell/dead-ends.js';
import { ErrorState, LoadingState } from '../../shell/states.js';
import { lazyPart } from '../../shell/lazy-part.js';
import { usePageTitle } from '../../shell/use-page-title.js';
import { Seats } from '../pool/seats.js';
import { RegistrationPanel } from '../registration/registration-panel.js';
import { ActivityTags } from './activity-tags.js';
import { OrganiserLinks } from './organiser-links.js';
import { type Activity, useActivity } from './use-activities.js';

/** Few activities are part of a series. */
const SeriesLine = lazyPart('SeriesLine', () => import('../series/series-line.js'), {
  rows: 1,
  texts: ['series'],
});

export function ActivityPage() {
  const { activityId = '' } = useParams();
  const { data, error, isPending, refetch } = useActivity(activityId);
  if (isPending) return <LoadingState rows={8} />;
  if (data !== undefined) return <OneActivity key={data.id} activity={data} />;
  if (isMissing(error)) return <NotFoundPage />;
  return (
    <>
      <BackLink />
      <ErrorState error={error} onRetry={() => void refetch()} />
    </>
  );
}

function OneActivity({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  usePageTitle(activity.title);
  return (
    <>
      <BackLink />
      <h1>{activity.title}</h1>
      <OrganiserLinks activity={activity} />
      <ActivityTags activity={activity} />
      {activity.seriesId !== null && <SeriesLine activity={activity} />}
      {activity.cancelReason !== null && (
        <Alert
          type="warning"
          showIcon
          title={t('activity.cancelReason', { reason: activity.cancelReason })}
          className="notice"
        />
      )}
      <div className="columns">
        <Facts activity={activity} />
        <div className="side">
          <RegistrationPanel activity={activity} />
          <Seats
            activityId={activity.id}
            timeZone={activity.timeZone}
            takesWaiters={activity.state === 'published'}
          />
        </div>
        <section className="card about" aria-labelledby="description-title">
          <h2 id="description-title">{t('activity.description')}</h2>
          <p className="prose">{activity.description ?? t('activity.noDescription')}</p>
        </section>
      </div>
    </>
  );
}

function Facts({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const coHosts = activity.coHosts.map(({ name }) => name).join(t('common.separator'));
  return (
    <dl className="card facts when-and-where">
      <dt>{t('activity.time')}</dt>
      <dd>{format.period(activity.startsAt, activity.endsAt)}</dd>
      <dt>{t('activity.venue')}</dt>
      <dd>{activity.venue ?? t('activity.venueUnknown')}</dd>
      <dt>{t('activity.organiser')}</dt>
      <dd>{activity.organiser.name}</dd>
      {coHosts !== '' && (
        <>
          <dt>{t('activity.coHosts')}</dt>
          <dd>{coHosts}</dd>
        </>
      )}
      <dt>{t('activity.signUpWindow')}</dt>
      <dd>{format.period(activity.signUpOpensAt, activity.signUpClosesAt)}</dd>
    </dl>
  );
}

function BackLink() {
  const { t } = useTranslation();
  return (
    <Link to="/activities" className="back">
      {t('common.back')}
    </Link>
  );
}
