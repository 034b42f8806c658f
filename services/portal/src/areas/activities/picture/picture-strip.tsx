import '../../../kit/styles/picture.css';
import { useTranslation } from 'react-i18next';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { Loaded } from '../../../kit/loaded.js';
import type { Activity } from '../activity/use-activities.js';
import { PictureImage } from './picture-image.js';

type Whose = Pick<Activity, 'id' | 'publishedAt'>;

/** The pictures of an activity, side by side: swiped on a phone, scrolled by the arrow keys elsewhere. */
export function PictureStrip({ activity }: { readonly activity: Whose }) {
  const { t } = useTranslation();
  return (
    <section className="card pictures" aria-labelledby="pictures-title">
      <h2 id="pictures-title">{t('picture.title')}</h2>
      {activity.publishedAt === null ? <OfDraft activity={activity} /> : <OfPublished activity={activity} />}
    </section>
  );
}

function OfDraft({ activity }: { readonly activity: Whose }) {
  const pictures = useRead('activityPicture', '/activities/{activityId}/pictures', {
    activityId: activity.id,
  });
  return <Loaded query={pictures}>{({ items }) => <Strip activity={activity} items={items} />}</Loaded>;
}

/** Read from the public address, so that caches on the way may keep the answer. */
function OfPublished({ activity }: { readonly activity: Whose }) {
  const pictures = useRead('activityPicture', '/public/activities/{activityId}/pictures', {
    activityId: activity.id,
  });
  return <Loaded query={pictures}>{({ items }) => <Strip activity={activity} items={items} />}</Loaded>;
}

type Items = AnswerAt<'/activities/{activityId}/pictures'>['items'];

function Strip({ activity, items }: { readonly activity: Whose; readonly items: Items }) {
  const { t } = useTranslation();
  return (
    // A box that scrolls has to be reached by the keyboard.
    <div
      className="picture-strip"
      role="group"
      tabIndex={0}
      aria-label={t('picture.strip', { count: items.length })}
    >
      {items.map((picture) => (
        <figure key={picture.id}>
          <PictureImage activity={activity} picture={picture} width="800" />
          {picture.caption !== null && <figcaption>{picture.caption}</figcaption>}
        </figure>
      ))}
    </div>
  );
}
