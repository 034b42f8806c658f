import '../../kit/styles/list-page.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Command } from '../../api/use-command.js';
import { Choice } from '../../kit/choice.js';
import { ConfirmButton } from '../../kit/confirm-button.js';
import { DataTable } from '../../kit/data-table.js';
import { saveFile } from '../../kit/save-file.js';
import { EmptyState, Refusal } from '../../kit/states.js';
import {
  type CheckedRow,
  countsOf,
  type ImportLine,
  type RowState,
  rowStates,
} from './import-lines.model.js';
import type { CheckedFile } from './use-record-import.js';

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const shownMax = 200;

interface ImportedRowsProps {
  readonly file: CheckedFile;
  readonly enter: Command<readonly ImportLine[], unknown>;
}

/** What becomes of each row: before it is entered, and afterwards. */
export function ImportedRows({ file, enter }: ImportedRowsProps) {
  const { t } = useTranslation();
  const counts = countsOf(file.rows);
  const ready = file.rows.flatMap(({ state, sent }) => (state === 'ready' && sent !== null ? [sent] : []));
  const isBegun = counts.entered > 0;
  return (
    <>
      <section className="card" aria-live="polite">
        <p>{t(isBegun && ready.length === 0 ? 'recordImport.done' : 'recordImport.counts', counts)}</p>
        {ready.length > 0 && (
          <ConfirmButton
            type="primary"
            loading={enter.isPending}
            question={<p>{t('recordImport.enterQuestion', { count: ready.length })}</p>}
            confirmText={t('recordImport.enter', { count: ready.length })}
            onConfirm={() => enter.mutate(ready)}
          >
            {t('recordImport.enter', { count: ready.length })}
          </ConfirmButton>
        )}
        {ready.length === 0 && !isBegun && <p>{t('recordImport.nothingToEnter')}</p>}
        <ResultFile file={file} />
      </section>
      {enter.isError && <Refusal title={t('recordImport.notEntered')} error={enter.error} />}
      <RowTable rows={file.rows} />
    </>
  );
}

/** The table itself, with what has become of each row. */
function ResultFile({ file: { head, rows } }: { readonly file: CheckedFile }) {
  const { t } = useTranslation();
  const said = useOutcome();
  const save = async (): Promise<void> => {
    const { listWorkbook } = await import('../../kit/list-workbook.js');
    const bytes = await listWorkbook<CheckedRow>({
      name: t('recordImport.resultName'),
      total: t('common.total'),
      clock: t('common.dateTimeHint'),
      columns: [
        ...head.map((title, at) => ({ title, text: ({ cells }: CheckedRow) => cells[at] ?? '' })),
        { title: t('recordImport.resultColumn'), text: said },
      ],
      items: rows,
    });
    saveFile(`${t('recordImport.resultName')}.xlsx`, new Blob([new Uint8Array(bytes)], { type: sheetType }));
  };
  return (
    <p>
      <Button onClick={() => void save()}>{t('recordImport.resultFile')}</Button>
    </p>
  );
}

function RowTable({ rows }: { readonly rows: readonly CheckedRow[] }) {
  const { t } = useTranslation();
  const said = useOutcome();
  const [state, setState] = useState<RowState>();
  const fitting = state === undefined ? rows : rows.filter((row) => row.state === state);
  return (
    <>
      <div className="list-filters">
        <Choice<RowState>
          label={t('recordImport.show')}
          {...(state === undefined ? {} : { value: state })}
          options={[
            { value: '', label: t('recordImport.showAll') },
            ...rowStates.map((value) => ({ value, label: t(`recordImport.state.${value}`) })),
          ]}
          onChange={setState}
        />
      </div>
      {fitting.length > shownMax && <p className="hint">{t('recordImport.shownFirst', { max: shownMax })}</p>}
      {fitting.length === 0 ? (
        <EmptyState text={t('recordImport.noneShown')} />
      ) : (
        <DataTable
          caption={t('recordImport.lines')}
          rows={fitting.slice(0, shownMax)}
          rowKey={({ line }) => String(line)}
          columns={[
            { key: 'line', title: t('recordImport.row'), cell: ({ line }) => line, isNumber: true },
            { key: 'person', title: t('recordImport.person'), cell: ({ name }) => name },
            { key: 'record', title: t('recordImport.record'), cell: ({ content: { title } }) => title },
            { key: 'outcome', title: t('recordImport.outcome'), cell: said },
          ]}
        />
      )}
    </>
  );
}

/** What becomes of a row, and why. */
function useOutcome(): (row: CheckedRow) => string {
  const { t } = useTranslation();
  return ({ state, reasons }) => {
    if (state !== 'refused') return t(`recordImport.state.${state}`);
    return reasons
      .map(({ code, column }) => {
        const problem = t(`recordImport.problem.${code}`);
        return column === null
          ? problem
          : t('recordImport.at', { column: t(`recordImport.column.${column}`), problem });
      })
      .join(t('common.separator'));
  };
}
