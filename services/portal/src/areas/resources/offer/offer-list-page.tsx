import '../../../kit/styles/resource.css';
import './offer.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { AreaTabs } from '../../../session/area-tabs.js';
import { searchOf } from '../../../kit/filters.model.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useOffices } from '../../../session/use-offices.js';
import { ExportOffers } from './export-offers.js';
import { OfferCard } from './offer-card.js';
import { OfferFilterBar } from './offer-filter-bar.js';
import { filtersOf, type OfferFilters } from './offer-filters.js';
import { OfferMap } from './offer-map.js';
import { useOffers } from './use-offers.js';

/** One search over everything that can be shared, as a list and where it lies. */
export function OfferListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const change = (changed: OfferFilters): void => setSearch(searchOf(changed));
  const { holdsOffice } = useOffices();
  return (
    <>
      {holdsOffice && <AreaTabs area="resources" />}
      <PageHead title={t('find.title')}>
        <Link to="/resources/new">{t('find.offer')}</Link>
        {holdsOffice && <ExportOffers filters={filters} />}
      </PageHead>
      <p className="hint">{t('find.hint')}</p>
      <OfferFilterBar key={search.toString()} filters={filters} onChange={change} />
      <Found filters={filters} onClear={() => change({})} />
    </>
  );
}

interface FoundProps {
  readonly filters: OfferFilters;
  readonly onClear: () => void;
}

function Found({ filters, onClear }: FoundProps) {
  const { t } = useTranslation();
  const list = useOffers(filters);
  const isFiltered = Object.keys(filters).length > 0;
  const empty = {
    text: t(isFiltered ? 'find.emptyFiltered' : 'find.empty'),
    action: (
      <div className="actions is-centred">
        {isFiltered && <Button onClick={onClear}>{t('find.clear')}</Button>}
        <Link to="/needs/new">{t('find.postNeed')}</Link>
      </div>
    ),
  };
  return (
    <PagedList list={list} empty={empty}>
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
    </PagedList>
  );
}
