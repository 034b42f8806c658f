import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ActivityTags } from './activity-tags.js';
import { Cover } from './cover.js';
import { Room } from './room.js';
import type { Activity } from './use-activities.js';
import type { OwnSeat } from './use-own-seats.js';

interface ActivityCardProps {
  readonly activity: Activity;
  /** The registration of the reader, where there is one. */
  readonly own: OwnSeat | undefined;
}

/** One line of the list: what, when, where, by whom, and how much room is left. */
export function ActivityCard({ activity, own }: ActivityCardProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  return (
    <article className="card activity-card">
      <Cover
        activityId={activity.id}
        cover={activity.publishedAt === null ? null : activity.cover}
        kind={activity.kind}
      />
      <h3>
        <Link to={`/activities/${activity.id}`}>{activity.title}</Link>
      </h3>
      <ActivityTags activity={activity} />
      <p className="standing">
        <Own own={own} />
        <Room activity={activity} />
      </p>
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

function Own({ own }: Pick<ActivityCardProps, 'own'>) {
  const { t } = useTranslation();
  if (own === undefined) return null;
  const text =
    own.state === 'waitlisted'
      ? t('activity.own.waitlisted', { place: own.place })
      : t(`activity.own.${own.state}`);
  return <strong>{text}</strong>;
}
