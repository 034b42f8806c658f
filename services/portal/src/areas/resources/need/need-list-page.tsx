import { ButtonLink } from '../../../kit/button-link.js';
import '../../../kit/styles/resource.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { useOffices } from '../../../session/use-offices.js';
import { NeedCard } from './need-card.js';
import { NeedFilterFields } from './need-filter-fields.js';
import { filtersOf, type Need, needStates } from './need-form.js';

export function NeedListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useListSearch();
  const filters = filtersOf(search);
  const { holdsOffice } = useOffices();
  const columns = useExportColumns();
  return (
    <ListPage
      title={t('app.page.needs')}
      actions={<ButtonLink to="/needs/new">{t('need.post')}</ButtonLink>}
      intro={
        <>
          <p className="hint">{t('need.intro')}</p>
          <NeedFilterFields
            key={`${filters.q ?? ''}/${filters.district ?? ''}`}
            filters={filters}
            onChange={(changed) => setSearch(searchOf(changed))}
          />
        </>
      }
      list={useList('need', '/needs', filters)}
      table={{ columns: useColumns(), rowKey: ({ id }) => id, rowName: ({ title }) => title }}
      empty={{ text: t('need.empty'), action: <ButtonLink to="/needs/new">{t('need.post')}</ButtonLink> }}
      {...(holdsOffice ? { exported: { name: t('need.title'), columns } } : {})}
    >
      {(items) => (
        <ul className="plain-list activities">
          {items.map((need) => (
            <li key={need.id}>
              <NeedCard need={need} />
            </li>
          ))}
        </ul>
      )}
    </ListPage>
  );
}

function useColumns(): Column<Need>[] {
  const { t } = useTranslation();
  const { period, money, number, instant } = useFormat();
  return [
    {
      key: 'title',
      title: t('need.name'),
      cell: ({ id, title }) => (
        <Link to={`/needs/${id}`} className="cell-link">
          {title}
        </Link>
      ),
      order: ({ title }) => title,
    },
    {
      key: 'union',
      title: t('need.union'),
      cell: ({ unionName }) => unionName,
      order: ({ unionName }) => unionName,
    },
    {
      key: 'windows',
      title: t('need.windows'),
      cell: ({ windows: [first] }) => (first === undefined ? '' : period(first.from, first.to)),
      order: ({ windows: [first] }) => first?.from ?? null,
    },
    {
      key: 'headcount',
      title: t('need.headcount'),
      isNumber: true,
      cell: ({ headcount }) => number(headcount),
      order: ({ headcount }) => headcount,
    },
    {
      key: 'budget',
      title: t('need.budget'),
      isNumber: true,
      cell: ({ budget }) => (budget === null ? '' : money(budget)),
      order: ({ budget }) => (budget === null ? null : BigInt(budget.amount)),
    },
    {
      key: 'offers',
      title: t('need.offers'),
      isNumber: true,
      cell: ({ offers }) => number(offers),
      order: ({ offers }) => offers,
    },
    {
      key: 'state',
      title: t('need.stateLabel'),
      cell: ({ state }) => t(`need.state.${state}`),
      order: ({ state }) => needStates.indexOf(state),
    },
    {
      key: 'createdAt',
      title: t('need.postedAt'),
      cell: ({ createdAt }) => instant(createdAt),
      order: ({ createdAt }) => createdAt,
    },
  ];
}

function useExportColumns(): ExportColumn<Need>[] {
  const { t } = useTranslation();
  const { period, money } = useFormat();
  return [
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
  ];
}
