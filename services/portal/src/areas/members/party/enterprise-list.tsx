import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { ListPage } from '../../../kit/list-page.js';
import { CodeWithCheck } from './code-with-check.js';
import { type Enterprise, type PartyFilters, type SizeClass, sizeClasses } from './party.model.js';
import { usePartyPage } from './use-party-page.js';

export function EnterpriseList({ filters }: { readonly filters: PartyFilters }) {
  const { t } = useTranslation();
  const { page, change } = usePartyPage(filters);
  const { q, size } = filters;
  const list = useList('enterprise', '/enterprises', {
    ...(q === '' ? {} : { q }),
    ...(size === undefined ? {} : { sizeClass: size }),
  });
  const columns = useColumns();
  return (
    <ListPage
      {...page}
      filters={
        <Choice<SizeClass>
          label={t('party.size')}
          value={size}
          options={[
            { value: '', label: t('party.everySize') },
            ...sizeClasses.map((value) => ({ value, label: t(`party.sizes.${value}`) })),
          ]}
          onChange={(chosen) => change({ ...filters, size: chosen })}
        />
      }
      list={list}
      exported={{ name: t('party.kind.enterprise'), columns: useExportColumns() }}
    >
      {(items) => (
        <DataTable
          caption={t('party.kind.enterprise')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
        />
      )}
    </ListPage>
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
      cell: ({ sector }) => (sector === null ? t('party.noCode') : t(`party.sectors.${sector}`)),
    },
    { key: 'size', title: t('party.size'), cell: ({ sizeClass }) => t(`party.sizes.${sizeClass}`) },
    {
      key: 'employees',
      title: t('party.employees'),
      isNumber: true,
      cell: ({ employees }) => (employees === null ? t('party.noCode') : number(employees)),
    },
  ];
}

function useExportColumns(): ExportColumn<Enterprise>[] {
  const { t } = useTranslation();
  const text = (figure: number | null): string => (figure === null ? '' : `${figure}`);
  return [
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
  ];
}
