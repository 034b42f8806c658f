import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { searchOf } from '../../../kit/filters.model.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { EntryFilterFields } from './entry-filters.js';
import {
  type EntryFilters,
  entryFiltersOf,
  type EntrySummary,
  fetchEntries,
  useEntries,
} from './use-ledger.js';

export function EntryListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = entryFiltersOf(search);
  return (
    <>
      <AreaTabs area="money" />
      <PageHead title={t('app.page.entries')}>
        <EntryExport filters={filters} />
      </PageHead>
      <p className="hint">{t('money.entry.hint')}</p>
      <EntryFilterFields
        key={search.toString()}
        filters={filters}
        onSearch={(chosen) => setSearch(searchOf(chosen))}
      />
      <EntryList filters={filters} onClear={() => setSearch({})} />
    </>
  );
}

interface EntryListProps {
  readonly filters: EntryFilters;
  readonly onClear: () => void;
}

function EntryList({ filters, onClear }: EntryListProps) {
  const { t } = useTranslation();
  const list = useEntries(filters);
  const columns = useEntryColumns();
  const empty =
    Object.keys(filters).length === 0
      ? { text: t('money.entry.empty') }
      : {
          text: t('strictLedger.filters.emptyEntries'),
          action: <Button onClick={onClear}>{t('strictLedger.filters.clear')}</Button>,
        };
  return (
    <PagedList list={list} empty={empty}>
      {(entries) => (
        <DataTable caption={t('app.page.entries')} columns={columns} rows={entries} rowKey={({ id }) => id} />
      )}
    </PagedList>
  );
}

function useEntryColumns(): Column<EntrySummary>[] {
  const { t } = useTranslation();
  const { date, money } = useFormat();
  return [
    { key: 'date', title: t('money.date'), cell: ({ postedOn }) => date(postedOn) },
    {
      key: 'title',
      title: t('money.title'),
      cell: ({ id, title }) => (
        <Link to={`/ledger/entries/${id}`} className="cell-link">
          {title}
        </Link>
      ),
    },
    {
      key: 'kind',
      title: t('money.kind'),
      cell: ({ kind, reversedBy }) => (
        <div>
          {t(`money.entry.kinds.${kind}`)}{' '}
          {reversedBy !== null && <span className="tag is-reversed">{t('money.entry.reversed')}</span>}
        </div>
      ),
    },
    {
      key: 'amount',
      title: t('money.amount'),
      isNumber: true,
      cell: ({ amount }) => money(amount),
    },
    { key: 'reason', title: t('money.reason'), cell: ({ reason }) => reason ?? t('common.none') },
  ];
}

function EntryExport({ filters }: { readonly filters: EntryFilters }) {
  const { t } = useTranslation();
  return (
    <ExportButton<EntrySummary>
      fileName={t('money.entry.exportName')}
      fetchPage={fetchEntries(filters)}
      columns={[
        { title: t('money.date'), kind: 'day', text: ({ postedOn }) => postedOn },
        { title: t('money.title'), text: ({ title }) => title },
        { title: t('money.kind'), text: (entry) => t(`money.entry.kinds.${entry.kind}`) },
        { title: t('money.amountYuan'), kind: 'money', text: ({ amount }) => yuanOf(amount.amount) },
        { title: t('money.reason'), text: ({ reason }) => reason ?? '' },
        {
          title: t('money.entry.reversed'),
          text: ({ reversedBy }) => t(reversedBy === null ? 'common.no' : 'common.yes'),
        },
      ]}
    />
  );
}
