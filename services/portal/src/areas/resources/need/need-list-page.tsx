import '../../../kit/styles/resource.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf } from '../../../kit/filters.model.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useOffices } from '../../../session/use-offices.js';
import { NeedCard } from './need-card.js';
import { NeedFilterFields } from './need-filter-fields.js';
import { filtersOf, type Need, type NeedFilters } from './need-form.js';
import { fetchNeeds, useNeeds } from './use-need.js';

export function NeedListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search);
  const { holdsOffice } = useOffices();
  return (
    <>
      {holdsOffice && <AreaTabs area="resources" />}
      <PageHead title={t('need.title')}>
        <Link to="/needs/new">{t('need.post')}</Link>
        {holdsOffice && <ExportNeeds filters={filters} />}
      </PageHead>
      <p className="hint">{t('need.intro')}</p>
      <NeedFilterFields
        key={`${filters.q ?? ''}/${filters.district ?? ''}`}
        filters={filters}
        onChange={(changed) => setSearch(searchOf(changed))}
      />
      <NeedList filters={filters} />
    </>
  );
}

function NeedList({ filters }: { readonly filters: NeedFilters }) {
  const { t } = useTranslation();
  const list = useNeeds(filters);
  const empty = { text: t('need.empty'), action: <Link to="/needs/new">{t('need.post')}</Link> };
  return (
    <PagedList list={list} empty={empty}>
      {(items) => (
        <ul className="plain-list activities">
          {items.map((need) => (
            <li key={need.id}>
              <NeedCard need={need} />
            </li>
          ))}
        </ul>
      )}
    </PagedList>
  );
}

function ExportNeeds({ filters }: { readonly filters: NeedFilters }) {
  const { t } = useTranslation();
  const { period, money } = useFormat();
  return (
    <ExportButton<Need>
      fileName={t('need.title')}
      fetchPage={fetchNeeds(filters)}
      columns={[
        { title: t('need.name'), text: ({ title }) => title },
        { title: t('need.union'), text: ({ unionName }) => unionName },
        {
          title: t('need.wants'),
          text: ({ wants }) =>
            wants.map((want) => t(`activity.function.${want.function}`)).join(t('common.separator')),
        },
        {
          title: t('need.windows'),
          text: ({ windows }) => windows.map(({ from, to }) => period(from, to)).join(t('common.separator')),
        },
        { title: t('need.offers'), text: ({ offers }) => `${offers}` },
        { title: t('need.headcount'), text: ({ headcount }) => `${headcount}` },
        { title: t('resource.district'), text: ({ district }) => district ?? '' },
        { title: t('need.budget'), text: ({ budget }) => (budget === null ? '' : money(budget)) },
        { title: t('need.stateLabel'), text: ({ state }) => t(`need.state.${state}`) },
      ]}
    />
  );
}
