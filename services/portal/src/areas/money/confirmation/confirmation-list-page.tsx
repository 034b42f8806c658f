import '../../../kit/styles/ledger.css';
import '../../../kit/styles/confirmation.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { request } from '../../../api/request.js';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { ListPage } from '../../../kit/list-page.js';
import type { BulkCommand } from '../../../kit/use-bulk.js';
import { useListSearch } from '../../../kit/use-list-search.js';
import { useOffices } from '../../../session/use-offices.js';
import { AnswerViews, StateChoice } from './answer-filters.js';
import {
  type AnswerFilters,
  type ConfirmationState,
  confirmationStates,
  type ConfirmationSummary,
  filtersOf,
  isOverdue,
  queryOf,
  searchOf,
} from './confirmation.model.js';

export function ConfirmationListPage() {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const [search, setSearch] = useListSearch();
  const filters = filtersOf(search, confirmationStates, holds('finance', 'officer'));
  const change = (changed: AnswerFilters<ConfirmationState>): void => setSearch(searchOf(changed));
  const isAll = !filters.isWaiting && filters.state === undefined && filters.q === '';
  return (
    <ListPage
      title={t('app.page.confirmations')}
      intro={
        <>
          <p className="hint">{t('confirmation.hint')}</p>
          <AnswerViews
            filters={filters}
            waiting={t('confirmation.views.waiting')}
            all={t('confirmation.views.all')}
          />
        </>
      }
      filters={
        <StateChoice<ConfirmationState>
          filters={filters}
          onChange={change}
          states={confirmationStates.map((value) => ({ value, label: t(`confirmation.states.${value}`) }))}
        />
      }
      search={{
        label: t('confirmation.find'),
        value: filters.q,
        onFind: (q) => change({ ...filters, q }),
      }}
      list={useList('confirmation', '/confirmations', queryOf(filters))}
      empty={{ text: t(isAll ? 'confirmation.empty' : 'confirmation.emptyFiltered') }}
      table={{ columns: useConfirmationColumns(false), rowKey: ({ id }) => id, rowName }}
      commands={[useConfirmEach()]}
      exported={{ name: t('confirmation.exportName'), columns: useExportColumns() }}
    />
  );
}

const rowName = ({ title, party }: ConfirmationSummary): string => `${title} · ${party.name}`;

function useConfirmEach(): BulkCommand<ConfirmationSummary> {
  const { t } = useTranslation();
  return {
    key: 'confirm',
    text: t('confirmation.confirm'),
    question: (count) => t('confirmation.questionMany', { count }),
    mayRun: ({ mayConfirm }) => mayConfirm,
    run: ({ id, version }, key) =>
      request('post', '/confirmations/{confirmationId}/confirm', { confirmationId: id, version }, { key }),
    touches: 'confirmation',
  };
}

interface TableProps {
  readonly rows: readonly ConfirmationSummary[];
  readonly caption: string;
  /** All of one bill, whose name would stand in each line: the party leads to its answer instead. */
  readonly isOfOneBill?: boolean;
}

export function ConfirmationTable({ rows, caption, isOfOneBill = false }: TableProps) {
  const columns = useConfirmationColumns(isOfOneBill);
  return <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function useConfirmationColumns(isOfOneBill: boolean): Column<ConfirmationSummary>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  // Most shares go one way: an empty cell lets the eye find which.
  const unlessNone = (amount: ConfirmationSummary['owes']): string =>
    amount.amount === '0' ? '' : money(amount);
  const linked = (id: string, text: string) => (
    <Link to={`/confirmations/${id}`} className="cell-link">
      {text}
    </Link>
  );
  const about: Column<ConfirmationSummary>[] = isOfOneBill
    ? [{ key: 'party', title: t('money.party'), cell: ({ id, party }) => linked(id, party.name) }]
    : [
        {
          key: 'title',
          title: t('confirmation.title'),
          cell: ({ id, title }) => linked(id, title),
          order: ({ title }) => title,
        },
        {
          key: 'party',
          title: t('money.party'),
          cell: ({ party }) => party.name,
          order: ({ party }) => party.name,
        },
      ];
  return [
    ...about,
    { key: 'kind', title: t('confirmation.kind'), cell: ({ kind }) => t(`confirmation.kinds.${kind}`) },
    {
      key: 'owes',
      title: t('confirmation.owes'),
      isNumber: true,
      cell: ({ owes }) => unlessNone(owes),
      order: ({ owes }) => BigInt(owes.amount),
    },
    {
      key: 'owed',
      title: t('confirmation.owed'),
      isNumber: true,
      cell: ({ owed }) => unlessNone(owed),
      order: ({ owed }) => BigInt(owed.amount),
    },
    {
      key: 'state',
      title: t('money.state'),
      cell: ({ state }) => <span className={`tag is-${state}`}>{t(`confirmation.states.${state}`)}</span>,
    },
    {
      key: 'until',
      title: t('confirmation.confirmBy'),
      cell: (row) => <Deadline row={row} />,
      order: ({ confirmBy }) => confirmBy,
    },
  ];
}

/** The deadline, marked where it has passed. */
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

function useExportColumns(): ExportColumn<ConfirmationSummary>[] {
  const { t } = useTranslation();
  return [
    { title: t('confirmation.title'), text: ({ title }) => title },
    { title: t('money.party'), text: ({ party }) => party.name },
    { title: t('confirmation.kind'), text: ({ kind }) => t(`confirmation.kinds.${kind}`) },
    { title: t('confirmation.owes'), kind: 'money', text: ({ owes }) => yuanOf(owes.amount) },
    { title: t('confirmation.owed'), kind: 'money', text: ({ owed }) => yuanOf(owed.amount) },
    { title: t('money.state'), text: ({ state }) => t(`confirmation.states.${state}`) },
    { title: t('confirmation.askedAt'), kind: 'instant', text: ({ askedAt }) => askedAt },
    { title: t('confirmation.confirmBy'), text: ({ confirmBy }) => confirmBy },
    { title: t('confirmation.answered'), kind: 'instant', text: ({ answeredAt }) => answeredAt ?? '' },
  ];
}
