import './album.css';
import { useTranslation } from 'react-i18next';
import { usePublicAlbum } from './use-album.js';

/** The pictures of an activity that its hosts show to anybody; nothing where there are none. */
export function PublicAlbum({ activityId }: { readonly activityId: string }) {
  const { t } = useTranslation();
  const { data } = usePublicAlbum(activityId);
  if (data === undefined || data.items.length === 0) return null;
  const base = `/api/v1/public/activities/${activityId}/album-pictures`;
  return (
    <section className="card" aria-labelledby="album-title">
      <h2 id="album-title">{t('album.title')}</h2>
      <ul className="plain-list album-grid">
        {data.items.map(({ id, caption, width, height }) => (
          <li key={id}>
            <img
              src={`${base}/${id}/320`}
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
    </section>
  );
}
