import './public-union.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { ProblemError } from '../../api/problem.js';
import { NotFoundPage } from '../../shell/dead-ends.js';
import { PageHead } from '../../shell/page-head.js';
import { ErrorState, LoadingState } from '../../shell/states.js';
import { PublicActivityFacts } from './public-activity-facts.js';
import { ShareButtons } from './share-buttons.js';
import { usePublicActivity } from './use-public-union.js';
import { WayIn } from './way-in.js';

/** One activity as everybody may see it, where a link in a chat leads. */
export function PublicActivityPage() {
  const { t } = useTranslation();
  const { activityId = '' } = useParams();
  const { data: activity, error, refetch } = usePublicActivity(activityId);
  if (activity === undefined) {
    const isMissing = error instanceof ProblemError && [400, 404].includes(error.problem.status);
    if (isMissing) return <NotFoundPage />;
    return error === null ? <LoadingState /> : <ErrorState error={error} onRetry={() => void refetch()} />;
  }
  return (
    <>
      <PageHead title={activity.title}>
        <ShareButtons title={activity.title} />
      </PageHead>
      <article className="card">
        <PublicActivityFacts activity={activity} />
        <div className="actions">
          <Link to={`/activities/${activity.id}`}>{t('publicUnion.takePart')}</Link>
          <Link to={`/public/unions/${activity.unionId}`}>{t('publicUnion.more')}</Link>
        </div>
      </article>
      <WayIn />
    </>
  );
}
