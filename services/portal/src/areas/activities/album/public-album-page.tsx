import './album.css';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { type AnswerAt, useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { EmptyState } from '../../../kit/states.js';
import { PublicAttachmentSection } from '../attachment/attachment-section.js';

const path = '/public/activities/{activityId}/album-pictures';
type PublicAlbum = AnswerAt<typeof path>;

/** The pictures of an activity that its hosts show to anybody, also when it is long over. */
export function PublicAlbumPage() {
  const { activityId = '' } = useParams();
  return (
    <Loaded query={useRead('albumPicture', path, { activityId })}>
      {(album) => <Shown activityId={activityId} album={album} />}
    </Loaded>
  );
}

function Shown({ activityId, album }: { readonly activityId: string; readonly album: PublicAlbum }) {
  const { t } = useTranslation();
  const { title, organiserName, startsAt, timeZone, items } = album;
  const format = useFormat(timeZone ?? undefined);
  const base = `/api/v1/public/activities/${activityId}/album-pictures`;
  const day = startsAt === null ? '' : format.instant(startsAt);
  return (
    <>
      <PageHead title={title === null ? t('album.title') : t('album.titleOf', { title })} />
      {items.length === 0 ? (
        <EmptyState text={t('album.nonePublic')} />
      ) : (
        <p className="hint">{t('album.organisedBy', { organiser: organiserName, day })}</p>
      )}
      <ul className="plain-list album-grid">
        {items.map(({ id, caption, width, height }) => (
          <li key={id}>
            <img
              src={`${base}/${id}/800`}
              alt={caption ?? t('album.unnamed')}
              width={width}
              height={height}
              loading="lazy"
              decoding="async"
            />
            {caption !== null && <p>{caption}</p>}
          </li>
        ))}
      </ul>
      <PublicAttachmentSection activityId={activityId} />
    </>
  );
}
