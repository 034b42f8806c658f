import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ActivityTags } from './activity-tags.js';
import { Cover } from './cover.js';
import type { Activity } from './use-activities.js';

/** One line of the list: what, when, where, by whom. */
export function ActivityCard({ activity }: { readonly activity: Activity }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  return (
    <article className="card activity-card">
      <Cover
        activityId={activity.id}
        cover={activity.publishedAt === null ? null : activity.cover}
        kind={activity.kind}
      />
      <h2>
        <Link to={`/activities/${activity.id}`}>{activity.title}</Link>
      </h2>
      <ActivityTags activity={activity} />
      <dl className="facts">
        <dt>{t('activity.time')}</dt>
        <dd>{format.period(activity.startsAt, activity.endsAt)}</dd>
        <dt>{t('activity.venue')}</dt>
        <dd>{activity.venue ?? t('activity.venueUnknown')}</dd>
        <dt>{t('activity.organiser')}</dt>
        <dd>{activity.organiser.name}</dd>
      </dl>
    </article>
  );
}
