import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ServiceTile } from './service-tile.js';

const shownMax = 6;

/** What anybody may look at and, where it needs no name, use: some of it. Nothing is shown where there is nothing. */
export function PublicServices() {
  const { t } = useTranslation();
  const { data } = useRead('service', '/public/services', { limit: shownMax });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <section aria-labelledby="services-title" className="link-tiles">
      <h2 id="services-title">{t('matter.catalogue')}</h2>
      <ul>
        {data.items.map((service) => (
          <ServiceTile key={service.id} service={service} />
        ))}
      </ul>
      <div className="actions">
        <ButtonLink to="/service-figures" isPlain>
          {t('matter.publicFigures')}
        </ButtonLink>
        <ButtonLink to="/public-notices" isPlain>
          {t('matter.publicNotices')}
        </ButtonLink>
      </div>
    </section>
  );
}
