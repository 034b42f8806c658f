import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/resource.css';
import './offer.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { searchOf } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { useOffices } from '../../../session/use-offices.js';
import { OfferCard } from './offer-card.js';
import { OfferFilterBar } from './offer-filter-bar.js';
import { filtersOf, type OfferFilters, queryOf } from './offer-filters.js';
import { OfferMap } from './offer-map.js';
import { useOfferColumns, useOfferTable } from './use-offer-columns.js';

/** One search over everything that can be shared, as a list and on a map. */
export function OfferListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useListSearch();
  const filters = filtersOf(search);
  const change = (changed: OfferFilters): void => setSearch(searchOf(changed));
  const { holdsOffice } = useOffices();
  const columns = useOfferColumns(filters);
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <ListPage
      title={t('app.page.offers')}
      actions={<ButtonLink to="/resources/new">{t('find.offer')}</ButtonLink>}
      intro={
        <>
          <p className="hint">
            {t('find.hint')} {holdsOffice && <Link to="/offers/words">{t('find.sameWords')}</Link>}
          </p>
          <OfferFilterBar key={search.toString()} filters={filters} onChange={change} />
        </>
      }
      // A change of any resource may change what is found.
      list={useList('resource', '/offers', queryOf(filters))}
      table={useOfferTable(filters)}
      empty={{
        text: t(isFiltered ? 'find.emptyFiltered' : 'find.empty'),
        action: (
          <div className="actions is-centred">
            {isFiltered && <Button onClick={() => change({})}>{t('find.clear')}</Button>}
            <ButtonLink to="/needs/new">{t('find.postNeed')}</ButtonLink>
          </div>
        ),
      }}
      {...(holdsOffice ? { exported: { name: t('find.title'), columns } } : {})}
    >
      {(items) => (
        <div className="offers">
          <ol className="plain-list offer-list" aria-label={t('find.list')}>
            {items.map((offer) => (
              <li key={offer.id} id={`offer-${offer.id}`} tabIndex={-1}>
                <OfferCard offer={offer} filters={filters} />
              </li>
            ))}
          </ol>
          <OfferMap offers={items} filters={filters} />
        </div>
      )}
    </ListPage>
  );
}
