import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { figureNames, useFigureText } from './figures.js';
import { RowsByName } from './rows-by-name.js';
import { useFigureColumns } from './use-figure-columns.js';
import { type Grouping, type Report, type ReportRow, type ReportScope, useReport } from './use-reports.js';
import { useRowName } from './use-row-name.js';

const groupings = ['union', 'activity', 'function', 'business'] as const satisfies Grouping[];
type Shown = (typeof groupings)[number];

/** The same figures by union, activity, function or business; found by name, and taken along as a table. */
export function ReportRows({ scope }: { readonly scope: ReportScope }) {
  const { t } = useTranslation();
  const [groupBy, setGroupBy] = useState<Shown>('union');
  const { data, error, isPending, refetch } = useReport(scope, groupBy);
  const choice = (
    <Choice<Shown>
      label={t('report.by')}
      value={groupBy}
      options={groupings.map((value) => ({ value, label: t(`report.groupBy.${value}`) }))}
      onChange={(chosen) => setGroupBy(chosen ?? 'union')}
    />
  );
  return (
    <section className="card" aria-labelledby="rows-title">
      <h2 id="rows-title">{t('report.rows')}</h2>
      {isPending && <LoadingState rows={5} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Rows report={data} choice={choice} />}
    </section>
  );
}

interface RowsProps {
  readonly report: Report;
  /** By what they are grouped. */
  readonly choice: ReactNode;
}

function Rows({ report, choice }: RowsProps) {
  const { t } = useTranslation();
  const columns = useFigureColumns(report.groupBy);
  const nameOf = useRowName(report.groupBy);
  const textOf = useFigureText();
  const heading = t(`report.row.${report.groupBy}`);
  return (
    <>
      <RowsByName<ReportRow>
        title={t('report.rows')}
        rows={report.rows}
        rowKey={({ key }) => key}
        nameOf={nameOf}
        columns={columns}
        filters={choice}
        exported={{
          name: `${report.union.name} ${heading}`,
          columns: [
            { title: heading, text: nameOf },
            ...figureNames.map((one) => ({
              title: t(`report.figure.${one}`),
              text: (row: ReportRow) => textOf(one, row[one]),
            })),
          ],
        }}
      />
      {report.truncated && <p className="hint">{t('report.truncated')}</p>}
    </>
  );
}
