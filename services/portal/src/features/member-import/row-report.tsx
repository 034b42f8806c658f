import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFormat } from '../../i18n/use-format.js';
import { Choice } from '../../shell/choice.js';
import { type Column, DataTable } from '../../shell/data-table.js';
import { PagedList } from '../../shell/paged-list.js';
import { ExportRejected } from './export-rejected.js';
import { useRosterRows } from './roster-file.js';
import {
  inFile,
  fieldOf,
  type ImportRow,
  type MemberImport,
  type RowState,
  rowStateOf,
  rowStates,
} from './roster.model.js';
import { useProblemText } from './use-problem-text.js';
import { useRows } from './use-roster.js';

/** What becomes of each row, and why, at its column. */
export function RowReport({ found }: { readonly found: MemberImport }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const state = rowStateOf(search);
  const list = useRows(found, state);
  const { data: roster } = useRosterRows(found);
  const columns = useColumns(roster);
  return (
    <section className="card" aria-labelledby="rows-title">
      <h2 id="rows-title">{t('roster.rowsTitle')}</h2>
      <p className="hint">{t('roster.rowHint')}</p>
      {roster === undefined && <p className="hint">{t('roster.withoutFile')}</p>}
      <div className="row-filter">
        <Choice<RowState>
          label={t('roster.counts')}
          value={state}
          options={[
            { value: '', label: t('roster.everyRow') },
            ...rowStates.map((value) => ({ value, label: t(`roster.rowState.${value}`) })),
          ]}
          onChange={(chosen) => setSearch(chosen === undefined ? {} : { state: chosen }, { replace: true })}
        />
        {found.progress.rejected > 0 && <ExportRejected found={found} roster={roster} />}
      </div>
      <PagedList list={list} empty={{ text: t('roster.rowsEmpty') }}>
        {(rows) => (
          <DataTable
            caption={t('roster.rowsTitle')}
            columns={columns}
            rows={rows}
            rowKey={({ row }) => `${row}`}
          />
        )}
      </PagedList>
    </section>
  );
}

const tagOf = {
  created: 'is-published',
  updated: 'is-kind',
  unchanged: '',
  rejected: 'is-cancelled',
} as const;

function useColumns(roster: string[][] | undefined): Column<ImportRow>[] {
  const { t } = useTranslation();
  const { number } = useFormat();
  const problemText = useProblemText();
  const columns: Column<ImportRow>[] = [
    { key: 'row', title: t('roster.row'), isNumber: true, cell: ({ row }) => number(row) },
    {
      key: 'state',
      title: t('roster.stateLabel'),
      cell: ({ state }) => <span className={`tag ${tagOf[state]}`}>{t(`roster.rowState.${state}`)}</span>,
    },
    {
      key: 'column',
      title: t('roster.column'),
      cell: ({ field }) => {
        const known = fieldOf(field);
        return known === null ? '' : t(`roster.field.${known}`);
      },
    },
    {
      key: 'problem',
      title: t('roster.problemTitle'),
      cell: ({ code }) => (code === null ? '' : problemText(code)),
    },
  ];
  if (roster === undefined) return columns;
  // The first cells of the row, as they stand in the file: enough to find the person again.
  const words = ({ row }: ImportRow): string => inFile(roster[row - 1] ?? []);
  return [
    ...columns.slice(0, 1),
    { key: 'who', title: t('roster.inFile'), cell: words },
    ...columns.slice(1),
  ];
}
