import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { csvOf } from '../../../kit/csv.js';
import { DataTable } from '../../../kit/data-table.js';
import { Input } from '../../../kit/input.js';
import { saveFile } from '../../../kit/save-file.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { figureNames, useFigureText } from './figures.js';
import { useFigureColumns } from './use-figure-columns.js';
import { type Grouping, type Report, type ReportScope, useReport } from './use-reports.js';
import { useRowName } from './use-row-name.js';

const groupings = ['union', 'activity', 'function', 'business'] as const satisfies Grouping[];
type Shown = (typeof groupings)[number];

/** The same figures by union, activity, function or business; found by name, and taken along as a table. */
export function ReportRows({ scope }: { readonly scope: ReportScope }) {
  const { t } = useTranslation();
  const [groupBy, setGroupBy] = useState<Shown>('union');
  const { data, error, isPending, refetch } = useReport(scope, groupBy);
  return (
    <section className="card" aria-labelledby="rows-title">
      <h2 id="rows-title">{t('report.rows')}</h2>
      <div className="period-bar">
        <label>
          <span>{t('report.by')}</span>
          <Choice<Shown>
            value={groupBy}
            options={groupings.map((value) => ({ value, label: t(`report.groupBy.${value}`) }))}
            onChange={(chosen) => setGroupBy(chosen ?? 'union')}
          />
        </label>
      </div>
      {isPending && <LoadingState rows={5} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Rows key={data.groupBy} report={data} />}
    </section>
  );
}

function Rows({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const columns = useFigureColumns(report.groupBy);
  const nameOf = useRowName(report.groupBy);
  const textOf = useFigureText();
  const found = report.rows.filter((row) => nameOf(row).toLowerCase().includes(q.trim().toLowerCase()));
  const save = (): void => {
    const heading = [
      t(`report.groupBy.${report.groupBy}`),
      ...figureNames.map((one) => t(`report.figure.${one}`)),
    ];
    const lines = found.map((row) => [nameOf(row), ...figureNames.map((one) => textOf(one, row[one]))]);
    const content = new Blob([csvOf([heading, ...lines])], { type: 'text/csv;charset=utf-8' });
    saveFile(`${report.union.name} ${heading[0]}.csv`, content);
  };
  return (
    <>
      <div className="period-bar">
        <label>
          <span>{t('report.find')}</span>
          <Input type="search" value={q} maxLength={200} onChange={(event) => setQ(event.target.value)} />
        </label>
        <Button onClick={save}>{t('common.export')}</Button>
      </div>
      {found.length === 0 ? (
        <p className="hint">{t('common.nothingFound')}</p>
      ) : (
        <DataTable caption={t('report.rows')} columns={columns} rows={found} rowKey={({ key }) => key} />
      )}
      {report.truncated && <p className="hint">{t('report.truncated')}</p>}
    </>
  );
}
