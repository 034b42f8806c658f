import './public-union.css';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { PageHead } from '../../../kit/page-head.js';
import { Cover } from '../../activities/activity/cover.js';
import { PublicActivityFacts } from './public-activity-facts.js';
import { ShareButtons } from './share-buttons.js';
import { WayIn } from './way-in.js';

/** Loaded on its own, as few activities have public attachments. */
const PublicAttachmentSection = lazyPart(
  'PublicAttachmentSection',
  () => import('../../activities/attachment/attachment-section.js'),
  { rows: 1, texts: ['attachment'] },
);

/** The public page of an activity, to which shared links lead. */
export function PublicActivityPage() {
  const { activityId = '' } = useParams();
  const activity = useRead('publicActivity', '/public/activities/{activityId}', { activityId });
  return <Loaded query={activity}>{(found) => <OneActivity activity={found} />}</Loaded>;
}

type PublicActivity = AnswerAt<'/public/activities/{activityId}'>;

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
        {activity.hasConditions && <p>{t('publicUnion.hasConditions')}</p>}
        <div className="actions">
          <ButtonLink to={`/activities/${activity.id}`}>{t('publicUnion.takePart')}</ButtonLink>
          <Link to={`/public/unions/${activity.unionId}`}>{t('publicUnion.more')}</Link>
        </div>
      </article>
      {activity.descriptionHtml !== null && (
        <section className="card" aria-labelledby="description-title">
          <h2 id="description-title">{t('activity.description')}</h2>
          {/* The platform removes all but a few harmless elements. */}
          <div className="markdown" dangerouslySetInnerHTML={{ __html: activity.descriptionHtml }} />
        </section>
      )}
      <PublicAttachmentSection activityId={activity.id} />
      <WayIn />
    </>
  );
}
