import '../../../kit/styles/picture.css';
import { useTranslation } from 'react-i18next';
import { ResourceImage } from './resource-image.js';
import { useResourcePictures } from './use-profile.js';

/** The pictures of a resource, side by side; nothing while they load or where there are none. */
export function ResourcePictureStrip({ resourceId }: { readonly resourceId: string }) {
  const { t } = useTranslation();
  const { data } = useResourcePictures(resourceId);
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section className="card pictures" aria-labelledby="pictures-title">
      <h2 id="pictures-title">{t('profile.pictures.title')}</h2>
      {/* A box that scrolls has to be reached by the keyboard. */}
      <div
        className="picture-strip"
        role="group"
        tabIndex={0}
        aria-label={t('profile.pictures.strip', { count: data.items.length })}
      >
        {data.items.map((picture) => (
          <figure key={picture.id}>
            <ResourceImage resourceId={resourceId} picture={picture} width="800" />
            {picture.caption !== null && <figcaption>{picture.caption}</figcaption>}
          </figure>
        ))}
      </div>
    </section>
  );
}
