import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../kit/choice.js';
import type { Column } from '../../../kit/data-table.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { resourceFunctions, unionBusinesses } from '../../../api/classification.js';
import { HeatMap } from '../efficacy/heat-map.js';
import { useFigureText } from './figures.js';
import { type Report, type ReportScope, useReport } from './use-reports.js';

const mapped = ['heads', 'activities', 'satisfaction', 'score'] as const;
type Mapped = (typeof mapped)[number];

/** Resource function by business: where much was done, and where little. */
export function ReportHeatMap({ scope }: { readonly scope: ReportScope }) {
  const { t } = useTranslation();
  const [figure, setFigure] = useState<Mapped>('heads');
  const { data, error, isPending, refetch } = useReport(scope, 'cell');
  return (
    <section className="card" aria-labelledby="heat-title">
      <div className="section-head">
        <h2 id="heat-title">{t('report.heatMap')}</h2>
        <Choice<Mapped>
          label={t('report.shown')}
          value={figure}
          options={mapped.map((value) => ({ value, label: t(`report.figure.${value}`) }))}
          onChange={(chosen) => setFigure(chosen ?? 'heads')}
        />
      </div>
      {isPending && <LoadingState rows={5} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data !== undefined && <Cells report={data} figure={figure} />}
    </section>
  );
}

function Cells({ report, figure }: { readonly report: Report; readonly figure: Mapped }) {
  const { t } = useTranslation();
  const textOf = useFigureText();
  const cells = useMemo(() => cellsOf(report, figure), [report, figure]);
  const known = cells.flatMap(({ value }) => value ?? []);
  if (known.length === 0) return <p className="hint">{t('report.noFigure')}</p>;
  const fixed = { satisfaction: { min: 1, max: 5 }, score: { min: 0, max: 100 } };
  const counted = { min: 0, max: Math.max(11, ...known) };
  const scale = figure === 'satisfaction' || figure === 'score' ? fixed[figure] : counted;
  const more = (['activities', 'heads'] as const).map((name): Column<Cell> => ({
    key: name,
    title: t(`report.figure.${name}`),
    isNumber: true,
    cell: (cell) => textOf(name, cell[name]),
  }));
  const label = t('report.heatMapOf', { figure: t(`report.figure.${figure}`) });
  return <HeatMap label={label} cells={cells} scale={scale} more={more} />;
}

type Cell = ReturnType<typeof cellsOf>[number];

/** All thirty-five cells: those in which nothing took place stay empty. */
function cellsOf(report: Report, figure: Mapped) {
  const rows = new Map(report.rows.map((row) => [row.key, row]));
  return resourceFunctions.flatMap((resource) =>
    unionBusinesses.map((business) => {
      const key = `${resource}.${business}`;
      const row = rows.get(key);
      const { activities = 0, heads = 0 } = row ?? {};
      return { key, function: resource, business, value: row?.[figure] ?? null, activities, heads };
    }),
  );
}
