import '../../../kit/styles/ledger.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import type { Column } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { searchOf } from '../../../kit/filters.model.js';
import { ListPage } from '../../../kit/list-page.js';
import { EntryFilterFields } from './entry-filters.js';
import { entryFiltersOf, type EntrySummary } from './ledger.model.js';
import { useEntryTitle } from './use-entry-title.js';

export function EntryListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const filters = entryFiltersOf(search);
  return (
    <ListPage
      title={t('app.page.entries')}
      intro={
        <>
          <p className="hint">{t('money.entry.hint')}</p>
          <EntryFilterFields
            key={search.toString()}
            filters={filters}
            onSearch={(chosen) => setSearch(searchOf(chosen))}
          />
        </>
      }
      list={useList('entry', '/ledger/entries', filters)}
      empty={
        Object.keys(filters).length === 0
          ? { text: t('money.entry.empty') }
          : {
              text: t('strictLedger.filters.emptyEntries'),
              action: <Button onClick={() => setSearch({})}>{t('strictLedger.filters.clear')}</Button>,
            }
      }
      table={{ columns: useEntryColumns(), rowKey: ({ id }) => id }}
      exported={{ name: t('money.entry.exportName'), columns: useExportColumns() }}
    />
  );
}

function useEntryColumns(): Column<EntrySummary>[] {
  const { t } = useTranslation();
  const titleOf = useEntryTitle();
  const { date, money } = useFormat();
  return [
    { key: 'date', title: t('money.date'), cell: ({ postedOn }) => date(postedOn) },
    {
      key: 'title',
      title: t('money.title'),
      cell: (entry) => (
        <Link to={`/ledger/entries/${entry.id}`} className="cell-link">
          {titleOf(entry)}
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
    { key: 'reason', title: t('money.reason'), cell: ({ reason }) => reason ?? '' },
  ];
}

function useExportColumns(): ExportColumn<EntrySummary>[] {
  const { t } = useTranslation();
  const titleOf = useEntryTitle();
  return [
    { title: t('money.date'), kind: 'day', text: ({ postedOn }) => postedOn },
    { title: t('money.title'), text: titleOf },
    { title: t('money.kind'), text: (entry) => t(`money.entry.kinds.${entry.kind}`) },
    { title: t('money.amountYuan'), kind: 'money', text: ({ amount }) => yuanOf(amount.amount) },
    { title: t('money.reason'), text: ({ reason }) => reason ?? '' },
    {
      title: t('money.entry.reversed'),
      text: ({ reversedBy }) => t(reversedBy === null ? 'common.no' : 'common.yes'),
    },
  ];
}
