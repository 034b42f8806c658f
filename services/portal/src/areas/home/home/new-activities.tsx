import '../../../kit/styles/activity.css';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { request } from '../../../api/request.js';
import { useFormat } from '../../../i18n/use-format.js';
import { readOf } from '../../../api/use-read.js';
import { Cover } from '../../activities/activity/cover.js';
import { Room } from '../../activities/activity/room.js';
import { useOwnSeats } from '../../activities/activity/use-own-seats.js';
import { Loaded } from '../../../kit/loaded.js';
import { EmptyState } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { useMe } from '../../../session/use-session.js';
import { type Activity, candidatesOf, ownFirst } from './new-activities.model.js';

const limit = 50;
const shownMax = 6;

/** The activities that are open for sign-up now, those of the reader's own union first. */
export function NewActivities() {
  const { t } = useTranslation();
  const { data: me } = useMe();
  const { holdsOffice } = useOffices();
  const open = useQuery({
    queryKey: ['activity', 'home'],
    queryFn: async ({ signal }) => {
      const query = { limit, stage: 'bookable' } as const;
      return (await request('get', '/activities', query, { signal })).items;
    },
  });
  const { data } = open;
  const own = useOwnSeats();
  const shown = useJoinable(candidatesOf(ownFirst(data ?? [], me?.unionId ?? null, new Date()), own)).slice(
    0,
    shownMax,
  );
  // An officer has other things to do than to be told that there is nothing.
  if (holdsOffice && data !== undefined && shown.length === 0) return null;
  return (
    <section aria-labelledby="new-title">
      <h2 id="new-title">{t('home.new')}</h2>
      <Loaded query={open}>{() => shown.length === 0 && <EmptyState text={t('home.noneNew')} />}</Loaded>
      <ul className="plain-list">
        {shown.map((activity) => (
          <li key={activity.id}>
            <NewActivity activity={activity} isOwn={activity.unionId === me?.unionId} />
          </li>
        ))}
      </ul>
      <Link to="/activities" className="back">
        {t('common.toActivities')}
      </Link>
    </section>
  );
}

/** Without those that the reader may not join. Until that is known, and where it cannot be read, the activity stays. */
function useJoinable(activities: readonly Activity[]): Activity[] {
  const asked = activities.filter(({ hasConditions }) => hasConditions);
  const barred = useQueries({
    queries: asked.map(({ id: activityId }) =>
      readOf('activity', '/activities/{activityId}/eligibility', { activityId }),
    ),
    combine: (answers) => answers.map(({ data }) => data?.mine.eligible === false),
  });
  return activities.filter((activity) => barred[asked.indexOf(activity)] !== true);
}

function NewActivity({ activity, isOwn }: { readonly activity: Activity; readonly isOwn: boolean }) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  return (
    <article className="card activity-card">
      <Cover activityId={activity.id} cover={activity.cover} kind={activity.kind} />
      <h3>
        <Link to={`/activities/${activity.id}`}>{activity.title}</Link>
      </h3>
      <p className="standing">
        <Room activity={activity} />
      </p>
      <p>{format.period(activity.startsAt, activity.endsAt)}</p>
      <p>{activity.venue ?? t('activity.venueUnknown')}</p>
      <p className="hint">
        {t(isOwn ? 'home.byOwnUnion' : 'home.byUnion', { union: activity.organiser.name })}
      </p>
    </article>
  );
}
