import { Link } from 'react-router';
import { Cover } from '../../activities/activity/cover.js';
import { type PublicActivity, PublicActivityFacts } from './public-activity-facts.js';

/** One activity of a list; its page says more before anybody has to sign in. */
export function PublicActivityCard({ activity }: { readonly activity: PublicActivity }) {
  return (
    <article className="card activity-card">
      <Cover activityId={activity.id} cover={activity.cover} kind={activity.kind} />
      <h3>
        <Link to={`/public/activities/${activity.id}`}>{activity.title}</Link>
      </h3>
      <PublicActivityFacts activity={activity} />
    </article>
  );
}
