import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { pagesOf, usePages } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { MenuFold } from '../../../kit/menu-fold.js';
import { PagedList } from '../../../kit/paged-list.js';
import { ExportRows } from './export-rows.js';
import { MendRows } from './mend-rows.js';
import { ResultFileButton } from './result-file-button.js';
import { RowAnswer } from './row-answer.js';
import { useRosterRows } from './roster-file.js';
import {
  inFile,
  fieldOf,
  isTakenBack,
  type ImportRow,
  type MemberImport,
  remarksOf,
  type RosterField,
  type RowChoice,
  rowChoiceOf,
  rowChoices,
  rowFilterOf,
} from './roster.model.js';
import { useProblemText } from './use-problem-text.js';

/** The outcome of each row, with the reasons and their columns. */
export function RowReport({ found }: { readonly found: MemberImport }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  // What somebody has to do comes first.
  const { ambiguous, rejected } = found.progress;
  const first = found.state !== 'checked' ? undefined : firstChoice({ ambiguous, rejected });
  const chosen = search.get('state') === 'all' ? undefined : (rowChoiceOf(search) ?? first);
  const list = useRows(found, chosen);
  const { data: roster } = useRosterRows(found);
  const columns = useColumns(found, roster);
  return (
    <section className="card" aria-labelledby="rows-title">
      <h2 id="rows-title">{t('roster.rowsTitle')}</h2>
      <p className="hint">{t('roster.rowHint')}</p>
      {roster === undefined && <p className="hint">{t('roster.withoutFile')}</p>}
      <div className="row-filter">
        <Choice<RowChoice>
          label={t('roster.counts')}
          value={chosen}
          options={[
            { value: '', label: t('roster.everyRow') },
            ...rowChoices.map((value) => ({ value, label: t(`roster.rowState.${value}`) })),
          ]}
          onChange={(value) => setSearch({ state: value ?? 'all' }, { replace: true })}
        />
        <MenuFold label={t('roster.download')}>
          <ResultFileButton found={found} />
          {found.progress.rejected > 0 && <ExportRows found={found} roster={roster} which="rejected" />}
          {found.progress.warned > 0 && <ExportRows found={found} roster={roster} which="warned" />}
        </MenuFold>
      </div>
      <MendRows key={found.id} found={found} />
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

function firstChoice({
  ambiguous,
  rejected,
}: {
  ambiguous: number;
  rejected: number;
}): RowChoice | undefined {
  if (ambiguous > 0) return 'ambiguous';
  return rejected > 0 ? 'rejected' : undefined;
}

/** `dryRun` is part of the key because the load writes another report than the check. */
function useRows({ id: importId, dryRun }: MemberImport, chosen: RowChoice | undefined) {
  const path = '/member-imports/{importId}/rows';
  const params = { importId, ...rowFilterOf(chosen) };
  return usePages(['memberImport', path, { ...params, dryRun }, 'pages'], pagesOf(path, params));
}

const employmentKinds = ['regular', 'dispatched', 'newForm', 'partTime', 'retired'] as const;

const tagOf = {
  created: 'is-published',
  updated: 'is-kind',
  unchanged: '',
  ambiguous: 'is-closing',
  rejected: 'is-cancelled',
} as const;

function useColumns(found: MemberImport, roster: string[][] | undefined): Column<ImportRow>[] {
  const { t } = useTranslation();
  const { number } = useFormat();
  const problemText = useProblemText();
  const remarkText = (field: RosterField | null, problem: string): string =>
    field === null ? problem : t('roster.remark', { field: t(`roster.field.${field}`), problem });
  const valueText = (field: string, value: string | null): string => {
    if (value === null) return t('roster.noValue');
    const kind = employmentKinds.find((one) => field === 'employmentKind' && one === value);
    return kind === undefined ? value : t(`roster.kind.${kind}`);
  };
  const changeText = ({ field, before, after }: ImportRow['changes'][number]): string => {
    const name = t(`roster.assignable.${field}`);
    if (before === null && after === null) return t('roster.changeHidden', { field: name });
    return t('roster.change', {
      field: name,
      before: valueText(field, before),
      after: valueText(field, after),
    });
  };
  const columns: Column<ImportRow>[] = [
    { key: 'row', title: t('roster.row'), isNumber: true, cell: ({ row }) => number(row) },
    {
      key: 'state',
      title: t('roster.stateLabel'),
      cell: ({ state, warnings, keptBecause }) => (
        <span>
          {found.state === 'undone' && isTakenBack(state) && keptBecause === null ? (
            <span className="tag">{t(`roster.undoneState.${state}`)}</span>
          ) : (
            <span className={`tag ${tagOf[state]}`}>{t(`roster.rowState.${state}`)}</span>
          )}{' '}
          {warnings.length > 0 && <span className="tag is-closing">{t('roster.rowState.warned')}</span>}
        </span>
      ),
    },
    {
      key: 'problem',
      title: t('roster.problemTitle'),
      cell: (row) => (
        <>
          <ul className="plain-list">
            {remarksOf(row).map(({ code, field, hint }) => (
              <li key={`${code} ${field}`}>
                {remarkText(field === null ? null : fieldOf(field), problemText(code))}
                {hint !== null &&
                  t(code === 'DUPLICATE_IN_FILE' ? 'roster.sameAsRow' : 'roster.hint', { hint })}
              </li>
            ))}
            {row.changes.map((change) => (
              <li key={change.field}>{changeText(change)}</li>
            ))}
            {row.keptBecause !== null && <li>{t(`roster.kept.${row.keptBecause}`)}</li>}
          </ul>
          {row.candidates.length > 0 && <RowAnswer found={found} row={row} />}
        </>
      ),
    },
  ];
  if (roster === undefined) return columns;
  const words = ({ row }: ImportRow): string => inFile(roster[row - 1] ?? []);
  return [
    ...columns.slice(0, 1),
    { key: 'who', title: t('roster.inFile'), cell: words },
    ...columns.slice(1),
  ];
}
