import '../../../kit/styles/fold.css';
import '../../../kit/styles/link-tiles.css';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { PagedList } from '../../../kit/paged-list.js';
import { inOrderOfCategory, type ServiceSummary } from './service.model.js';
import { ServiceTile } from './service-tile.js';

/** More would push everything else of the page out of sight; whoever looks for a name sees all that are found. */
const shownAtOnce = 8;

/** What unions do for their people: all of it, or what is called by a part of a name or its pinyin. */
export function ServiceCatalogue({ q }: { readonly q: string }) {
  const { t } = useTranslation();
  const list = useList('service', '/services', q === '' ? {} : { q });
  return (
    <section aria-labelledby="catalogue-title" className="link-tiles">
      <h2 id="catalogue-title">{t('matter.catalogue')}</h2>
      <PagedList list={list} empty={{ text: t(q === '' ? 'matter.noServices' : 'matter.noneFound') }}>
        {(services) => {
          const ordered = inOrderOfCategory(services);
          const first = q === '' ? ordered.slice(0, shownAtOnce) : ordered;
          const others = ordered.slice(first.length);
          return (
            <>
              <Tiles services={first} />
              {others.length > 0 && (
                <details className="fold">
                  <summary>{t('matter.moreServices', { count: others.length })}</summary>
                  <Tiles services={others} />
                </details>
              )}
            </>
          );
        }}
      </PagedList>
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

function Tiles({ services }: { readonly services: readonly ServiceSummary[] }) {
  return (
    <ul>
      {services.map((service) => (
        <ServiceTile key={service.id} service={service} />
      ))}
    </ul>
  );
}
