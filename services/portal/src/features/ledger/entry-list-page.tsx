import './ledger.css';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useFormat } from '../../i18n/use-format.js';
import { AreaTabs } from '../../shell/area-tabs.js';
import { Choice } from '../../shell/choice.js';
import { type Column, DataTable } from '../../shell/data-table.js';
import { ExportButton } from '../../shell/export-button.js';
import { PageHead } from '../../shell/page-head.js';
import { PagedList } from '../../shell/paged-list.js';
import { type EntryKind, entryKinds, type EntrySummary, fetchEntries, useEntries } from './use-ledger.js';

export function EntryListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const kind = entryKinds.find((one) => one === search.get('kind'));
  const choose = (chosen: EntryKind | undefined): void =>
    setSearch(chosen === undefined ? {} : { kind: chosen });
  return (
    <>
      <AreaTabs area="money" />
      <PageHead title={t('app.page.entries')}>
        <EntryExport kind={kind} />
      </PageHead>
      <p className="hint">{t('money.entry.hint')}</p>
      <div className="money-filters">
        <Choice<EntryKind>
          label={t('money.kind')}
          value={kind}
          options={[
            { value: '', label: t('money.allKinds') },
            ...entryKinds.map((one) => ({ value: one, label: t(`money.entry.kinds.${one}`) })),
          ]}
          onChange={choose}
        />
      </div>
      <EntryList kind={kind} onClear={() => choose(undefined)} />
    </>
  );
}

interface EntryListProps {
  readonly kind: EntryKind | undefined;
  readonly onClear: () => void;
}

function EntryList({ kind, onClear }: EntryListProps) {
  const { t } = useTranslation();
  const list = useEntries(kind);
  const columns = useEntryColumns();
  const empty =
    kind === undefined
      ? { text: t('money.entry.empty') }
      : {
          text: t('money.entry.emptyFiltered'),
          action: <Button onClick={onClear}>{t('money.showAll')}</Button>,
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
  const { date } = useFormat();
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
    { key: 'reason', title: t('money.reason'), cell: ({ reason }) => reason ?? t('common.none') },
  ];
}

function EntryExport({ kind }: { readonly kind: EntryKind | undefined }) {
  const { t } = useTranslation();
  return (
    <ExportButton<EntrySummary>
      fileName={t('money.entry.exportName')}
      fetchPage={fetchEntries(kind)}
      columns={[
        { title: t('money.date'), text: ({ postedOn }) => postedOn },
        { title: t('money.title'), text: ({ title }) => title },
        { title: t('money.kind'), text: (entry) => t(`money.entry.kinds.${entry.kind}`) },
        { title: t('money.reason'), text: ({ reason }) => reason ?? '' },
        {
          title: t('money.entry.reversed'),
          text: ({ reversedBy }) => t(reversedBy === null ? 'common.no' : 'common.yes'),
        },
      ]}
    />
  );
}
