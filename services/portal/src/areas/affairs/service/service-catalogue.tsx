import '../../../kit/styles/list-page.css';
import '../../../kit/styles/link-tiles.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { FindField } from '../../../kit/find-field.js';
import { PagedList } from '../../../kit/paged-list.js';
import { byCategory } from './service.model.js';
import { ServiceTile } from './service-tile.js';

/** What unions do for their people, by what it is about; found by a part of the name or its pinyin. */
export function ServiceCatalogue() {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const list = useList('service', '/services', q === '' ? {} : { q });
  return (
    <section aria-labelledby="catalogue-title">
      <h2 id="catalogue-title">{t('matter.catalogue')}</h2>
      <div className="list-filters">
        <FindField key={q} label={t('matter.findService')} value={q} onFind={setQ} />
      </div>
      <PagedList list={list} empty={{ text: t(q === '' ? 'matter.noServices' : 'matter.noneFound') }}>
        {(services) =>
          byCategory(services).map(({ category, services: ofKind }) => (
            <section key={category} aria-labelledby={`category-${category}`} className="link-tiles">
              <h3 id={`category-${category}`}>{t(`matter.category.${category}`)}</h3>
              <ul>
                {ofKind.map((service) => (
                  <ServiceTile key={service.id} service={service} />
                ))}
              </ul>
            </section>
          ))
        }
      </PagedList>
      <p>
        <ButtonLink to="/service-figures" isPlain>
          {t('matter.publicFigures')}
        </ButtonLink>{' '}
        <ButtonLink to="/public-notices" isPlain>
          {t('matter.publicNotices')}
        </ButtonLink>
      </p>
    </section>
  );
}
