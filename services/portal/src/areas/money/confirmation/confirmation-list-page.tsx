import '../../../kit/styles/ledger.css';
import '../../../kit/styles/confirmation.css';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { AreaTabs } from '../../../session/area-tabs.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ExportButton } from '../../../kit/export-button.js';
import { PageHead } from '../../../kit/page-head.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useOffices } from '../../../session/use-offices.js';
import { AnswerFilterBar } from './answer-filters.js';
import {
  type AnswerFilters,
  type ConfirmationState,
  confirmationStates,
  type ConfirmationSummary,
  filtersOf,
  isOverdue,
  searchOf,
} from './confirmation.model.js';
import { fetchConfirmations, useConfirmations } from './use-confirmations.js';

type Filters = AnswerFilters<ConfirmationState>;

export function ConfirmationListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useSearchParams();
  const filters = filtersOf(search, confirmationStates, holds('finance', 'officer'));
  return (
    <>
      <AreaTabs area="money" />
      <PageHead title={t('app.page.confirmations')}>
        <ConfirmationExport filters={filters} />
      </PageHead>
      <p className="hint">{t('confirmation.hint')}</p>
      <AnswerFilterBar<ConfirmationState>
        key={filters.q}
        filters={filters}
        onChange={(changed) => setSearch(searchOf(changed))}
        waiting={t('confirmation.views.waiting')}
        all={t('confirmation.views.all')}
        find={t('confirmation.find')}
        states={confirmationStates.map((value) => ({ value, label: t(`confirmation.states.${value}`) }))}
      />
      <ConfirmationList filters={filters} />
    </>
  );
}

function ConfirmationList({ filters }: { readonly filters: Filters }) {
  const { t } = useTranslation();
  const list = useConfirmations(filters);
  const isAll = !filters.isWaiting && filters.state === undefined && filters.q === '';
  return (
    <PagedList list={list} empty={{ text: t(isAll ? 'confirmation.empty' : 'confirmation.emptyFiltered') }}>
      {(rows) => <ConfirmationTable rows={rows} caption={t('app.page.confirmations')} />}
    </PagedList>
  );
}

interface TableProps {
  readonly rows: readonly ConfirmationSummary[];
  readonly caption: string;
}

export function ConfirmationTable({ rows, caption }: TableProps) {
  const columns = useConfirmationColumns();
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function useConfirmationColumns(): Column<ConfirmationSummary>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  return [
    {
      key: 'title',
      title: t('confirmation.title'),
      cell: ({ id, title }) => (
        <Link to={`/confirmations/${id}`} className="cell-link">
          {title}
        </Link>
      ),
    },
    { key: 'party', title: t('money.party'), cell: ({ party }) => party.name },
    { key: 'kind', title: t('confirmation.kind'), cell: ({ kind }) => t(`confirmation.kinds.${kind}`) },
    { key: 'owes', title: t('confirmation.owes'), isNumber: true, cell: ({ owes }) => money(owes) },
    { key: 'owed', title: t('confirmation.owed'), isNumber: true, cell: ({ owed }) => money(owed) },
    {
      key: 'state',
      title: t('money.state'),
      cell: ({ state }) => <span className={`tag is-${state}`}>{t(`confirmation.states.${state}`)}</span>,
    },
    { key: 'until', title: t('confirmation.confirmBy'), cell: (row) => <Deadline row={row} /> },
  ];
}

/** Until when; of what is answered, when that was. */
function Deadline({ row }: { readonly row: ConfirmationSummary }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  if (isOverdue(row, new Date()))
    return (
      <span className="is-owing">
        {t('confirmation.overdue')} {instant(row.confirmBy)}
      </span>
    );
  return instant(row.confirmBy);
}

function ConfirmationExport({ filters }: { readonly filters: Filters }) {
  const { t } = useTranslation();
  return (
    <ExportButton<ConfirmationSummary>
      fileName={t('confirmation.exportName')}
      fetchPage={fetchConfirmations(filters)}
      columns={[
        { title: t('confirmation.title'), text: ({ title }) => title },
        { title: t('money.party'), text: ({ party }) => party.name },
        { title: t('confirmation.kind'), text: ({ kind }) => t(`confirmation.kinds.${kind}`) },
        { title: t('confirmation.owes'), kind: 'money', text: ({ owes }) => yuanOf(owes.amount) },
        { title: t('confirmation.owed'), kind: 'money', text: ({ owed }) => yuanOf(owed.amount) },
        { title: t('money.state'), text: ({ state }) => t(`confirmation.states.${state}`) },
        { title: t('confirmation.askedAt'), kind: 'instant', text: ({ askedAt }) => askedAt },
        { title: t('confirmation.confirmBy'), text: ({ confirmBy }) => confirmBy },
        { title: t('confirmation.answered'), kind: 'instant', text: ({ answeredAt }) => answeredAt ?? '' },
      ]}
    />
  );
}
