import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart } from '../../../kit/chart.js';
import { Choice } from '../../../kit/choice.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { type FigureName, figureNames, useFigureText } from './figures.js';
import { type TrendPoint, trendOption } from './trend.model.js';
import { useFigureColumns } from './use-figure-columns.js';
import { type Report, type ReportScope, useReport } from './use-reports.js';
import { useRowName } from './use-row-name.js';

type Step = 'month' | 'quarter';

/** One figure over time, by month or quarter, with all figures in the table behind it. */
export function TrendSection({ scope }: { readonly scope: ReportScope }) {
  const { t } = useTranslation();
  const [step, setStep] = useState<Step>('month');
  const [figure, setFigure] = useState<FigureName>('heads');
  const { data, error, isPending, refetch } = useReport(scope, step);
  return (
    <section className="card" aria-labelledby="trend-title">
      <div className="section-head">
        <h2 id="trend-title">{t('report.trend')}</h2>
        <div className="actions">
          <Choice<FigureName>
            label={t('report.shown')}
            value={figure}
            options={figureNames.map((value) => ({ value, label: t(`report.figure.${value}`) }))}
            onChange={(chosen) => setFigure(chosen ?? 'heads')}
          />
          <Choice<Step>
            label={t('report.step')}
            value={step}
            options={(['month', 'quarter'] as const).map((value) => ({
              value,
              label: t(`report.groupBy.${value}`),
            }))}
            onChange={(chosen) => setStep(chosen ?? 'month')}
          />
        </div>
      </div>
      {isPending && <LoadingState rows={5} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Trend report={data} figure={figure} />}
    </section>
  );
}

function Trend({ report, figure }: { readonly report: Report; readonly figure: FigureName }) {
  const { t } = useTranslation();
  const textOf = useFigureText();
  const fontSizePx = useChartFont();
  const columns = useFigureColumns(report.groupBy);
  const nameOf = useRowName(report.groupBy);
  // As text, so that the chart is drawn again only when its figures change.
  const points = JSON.stringify(
    report.rows.map((row) => ({ time: nameOf(row), value: row[figure], text: textOf(figure, row[figure]) })),
  );
  const option = useMemo(
    () => trendOption(JSON.parse(points) as TrendPoint[], fontSizePx),
    [points, fontSizePx],
  );
  return (
    <Chart
      label={t('report.trendOf', { figure: t(`report.figure.${figure}`) })}
      option={option}
      columns={columns}
      rows={report.rows}
      rowKey={({ key }) => key}
    />
  );
}
