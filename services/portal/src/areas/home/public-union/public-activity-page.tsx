import './public-union.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Cover } from '../../activities/activity/cover.js';
import { PublicActivityFacts } from './public-activity-facts.js';
import { ShareButtons } from './share-buttons.js';
import { type PublicActivity, usePublicActivity } from './use-public-union.js';
import { WayIn } from './way-in.js';

/** Few activities hand something out to everybody. */
const PublicAttachmentSection = lazyPart(
  'PublicAttachmentSection',
  () => import('../../activities/attachment/attachment-section.js'),
  { rows: 1, texts: ['attachment'] },
);

/** One activity as everybody may see it, where a link in a chat leads. */
export function PublicActivityPage() {
  const { activityId = '' } = useParams();
  return (
    <Loaded query={usePublicActivity(activityId)}>{(activity) => <OneActivity activity={activity} />}</Loaded>
  );
}

function OneActivity({ activity }: { readonly activity: PublicActivity }) {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={activity.title}>
        <ShareButtons title={activity.title} />
      </PageHead>
      <article className="card">
        <Cover activityId={activity.id} cover={activity.cover} isWide />
        <PublicActivityFacts activity={activity} />
        <div className="actions">
          <Link to={`/activities/${activity.id}`}>{t('publicUnion.takePart')}</Link>
          <Link to={`/public/unions/${activity.unionId}`}>{t('publicUnion.more')}</Link>
        </div>
      </article>
      <PublicAttachmentSection activityId={activity.id} />
      <WayIn />
    </>
  );
}
