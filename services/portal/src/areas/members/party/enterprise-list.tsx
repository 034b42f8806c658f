import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePages } from '../../../api/use-pages.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { PagedList } from '../../../kit/paged-list.js';
import { CodeWithCheck } from './code-with-check.js';
import type { Enterprise, PartyFilters } from './party.model.js';
import { fetchEnterprises } from './use-party.js';

export function EnterpriseList({ filters }: { readonly filters: PartyFilters }) {
  const { t } = useTranslation();
  const fetchPage = fetchEnterprises(filters);
  const list = usePages<Enterprise>(['enterprise', 'list', filters], fetchPage);
  const columns = useColumns();
  const isFiltered = filters.q !== '' || filters.size !== undefined;
  return (
    <>
      <PagedList list={list} empty={{ text: t(isFiltered ? 'party.emptyFiltered' : 'party.empty') }}>
        {(items) => (
          <DataTable
            caption={t('party.kind.enterprise')}
            columns={columns}
            rows={items}
            rowKey={({ id }) => id}
          />
        )}
      </PagedList>
      <ExportEnterprises filters={filters} />
    </>
  );
}

function useColumns(): Column<Enterprise>[] {
  const { t } = useTranslation();
  const { number } = useFormat();
  return [
    {
      key: 'name',
      title: t('party.name'),
      cell: ({ id, name, active }) => (
        <span className="code-line">
          <Link to={`/parties/enterprises/${id}`} className="cell-link">
            {name}
          </Link>
          {!active && <span className="tag">{t('party.inactive')}</span>}
        </span>
      ),
    },
    {
      key: 'uscc',
      title: t('party.uscc'),
      cell: ({ uscc, usccCheck }) => <CodeWithCheck code={uscc} check={usccCheck} />,
    },
    {
      key: 'sector',
      title: t('party.sector'),
      cell: ({ sector }) => (sector === null ? t('common.none') : t(`party.sectors.${sector}`)),
    },
    { key: 'size', title: t('party.size'), cell: ({ sizeClass }) => t(`party.sizes.${sizeClass}`) },
    {
      key: 'employees',
      title: t('party.employees'),
      isNumber: true,
      cell: ({ employees }) => (employees === null ? t('common.none') : number(employees)),
    },
  ];
}

function ExportEnterprises({ filters }: { readonly filters: PartyFilters }) {
  const { t } = useTranslation();
  const text = (figure: number | null): string => (figure === null ? '' : `${figure}`);
  return (
    <ExportButton<Enterprise>
      fileName={t('party.kind.enterprise')}
      fetchPage={fetchEnterprises(filters)}
      columns={[
        { title: t('party.name'), text: ({ name }) => name },
        { title: t('party.uscc'), text: ({ uscc }) => uscc },
        {
          title: t('party.sector'),
          text: ({ sector }) => (sector === null ? '' : t(`party.sectors.${sector}`)),
        },
        { title: t('party.size'), text: ({ sizeClass }) => t(`party.sizes.${sizeClass}`) },
        { title: t('party.employees'), text: ({ employees }) => text(employees) },
        { title: t('party.revenueWan'), text: ({ revenueWan }) => text(revenueWan) },
        { title: t('party.assetsWan'), text: ({ assetsWan }) => text(assetsWan) },
        { title: t('party.state'), text: ({ active }) => t(active ? 'party.active' : 'party.inactive') },
      ]}
    />
  );
}
