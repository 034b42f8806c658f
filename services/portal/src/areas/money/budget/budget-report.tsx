import { Alert } from 'antd';
import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { plotted } from '../ledger/amount.model.js';
import { SignedAmount } from '../ledger/signed-amount.js';
import type { BudgetReport } from './budget.model.js';

/** A budget beside the actual costs: by month, by code and by activity. */
export function BudgetReportPart({ budgetId }: { readonly budgetId: string }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const { data, error, refetch } = useRead('budget', '/budgets/{budgetId}/report', { budgetId });
  if (data === undefined)
    return error === null ? (
      <LoadingState rows={8} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    );
  return (
    <section className="card" aria-labelledby="budget-report">
      <h2 id="budget-report">{t('budget.report')}</h2>
      <p className="hint">{t('budget.until', { date: date(data.until) })}</p>
      <Totals report={data} />
      <Months report={data} />
      <Codes report={data} />
      <Activities report={data} />
    </section>
  );
}

function Totals({ report }: { readonly report: BudgetReport }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const { codes, funds } = report;
  const over = codes
    .filter(({ isOver }) => isOver)
    .map(({ expenseCode }) => t(`money.expense.${expenseCode}`));
  return (
    <>
      {over.length > 0 && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t('budget.overWarning', { codes: over.join(t('budget.disclosure.comma')) })}
        />
      )}
      <Figures report={report} />
      {funds.length > 0 && (
        <p>
          {t('budget.funds')}{' '}
          {funds
            .map(({ incomeKind, borne }) => `${t(`money.fund.${incomeKind}`)} ${money(borne)}`)
            .join(t('budget.disclosure.comma'))}
        </p>
      )}
      <p className="hint">{t('budget.perPointHint')}</p>
    </>
  );
}

function Figures({ report }: { readonly report: BudgetReport }) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  const { total, heads, perHead, perPoint } = report;
  return (
    <dl className="figures">
      {(['planned', 'borne', 'left'] as const).map((name) => (
        <div key={name}>
          <dt>{t(`budget.${name}`)}</dt>
          <dd className="big-figure">
            {name === 'left' ? <SignedAmount amount={total.left} /> : money(total[name])}
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('budget.heads')}</dt>
        <dd className="big-figure">{number(heads)}</dd>
      </div>
      {perHead !== null && (
        <div>
          <dt>{t('budget.perHead')}</dt>
          <dd className="big-figure">{money(perHead)}</dd>
        </div>
      )}
      {perPoint !== null && (
        <div>
          <dt>{t('budget.perPoint')}</dt>
          <dd className="big-figure">{money(perPoint)}</dd>
        </div>
      )}
    </dl>
  );
}

type Month = BudgetReport['months'][number];

function Months({ report: { months } }: { readonly report: BudgetReport }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const columns: Column<Month>[] = [
    {
      key: 'month',
      title: t('budget.monthTitle'),
      cell: ({ month }) => t('budget.month', { month: String(month) }),
    },
    { key: 'borne', title: t('budget.borne'), isNumber: true, cell: ({ borne }) => money(borne) },
    {
      key: 'soFar',
      title: t('budget.borneSoFar'),
      isNumber: true,
      cell: ({ borneSoFar }) => money(borneSoFar),
    },
    {
      key: 'planned',
      title: t('budget.plannedSoFar'),
      isNumber: true,
      cell: ({ plannedSoFar }) => money(plannedSoFar),
    },
  ];
  return (
    <>
      <h3>{t('budget.months')}</h3>
      <Chart
        label={t('budget.months')}
        option={useMonthsOption(months)}
        heightPx={260}
        columns={columns}
        rows={months}
        rowKey={({ month }) => String(month)}
      />
    </>
  );
}

function useMonthsOption(months: readonly Month[]): EChartsCoreOption {
  const { t } = useTranslation();
  const fontSize = useChartFont();
  return useMemo(() => {
    const line = (name: string, data: number[], type: 'solid' | 'dashed') => ({
      name,
      type: 'line',
      data,
      symbolSize: 6,
      lineStyle: { type },
    });
    const { borneSoFar, plannedSoFar } = {
      borneSoFar: months.map((one) => plotted(one.borneSoFar)),
      plannedSoFar: months.map((one) => plotted(one.plannedSoFar)),
    };
    return {
      grid: { left: 8, right: 24, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, textStyle: { fontSize } },
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
      xAxis: { type: 'category', data: months.map(({ month }) => String(month)), axisLabel: { fontSize } },
      yAxis: { type: 'value', splitNumber: 4, axisLabel: { fontSize } },
      series: [
        line(t('budget.borneSoFar'), borneSoFar, 'solid'),
        line(t('budget.plannedSoFar'), plannedSoFar, 'dashed'),
      ],
    };
  }, [months, fontSize, t]);
}

type Code = BudgetReport['codes'][number];

function Codes({ report: { codes } }: { readonly report: BudgetReport }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const optional = (amount: Code['perHead']): string => (amount === null ? '' : money(amount));
  const columns: Column<Code>[] = [
    {
      key: 'code',
      title: t('budget.code'),
      cell: ({ expenseCode, isOver }) => (
        <>
          {t(`money.expense.${expenseCode}`)}{' '}
          {isOver && <span className="tag is-failed">{t('budget.over')}</span>}
        </>
      ),
    },
    { key: 'planned', title: t('budget.planned'), isNumber: true, cell: ({ planned }) => money(planned) },
    { key: 'borne', title: t('budget.borne'), isNumber: true, cell: ({ borne }) => money(borne) },
    {
      key: 'left',
      title: t('budget.left'),
      isNumber: true,
      cell: ({ left }) => <SignedAmount amount={left} />,
    },
    { key: 'lastYear', title: t('budget.lastYear'), isNumber: true, cell: ({ lastYear }) => money(lastYear) },
    { key: 'perHead', title: t('budget.perHead'), isNumber: true, cell: ({ perHead }) => optional(perHead) },
    {
      key: 'perPoint',
      title: t('budget.perPoint'),
      isNumber: true,
      cell: ({ perPoint }) => optional(perPoint),
    },
  ];
  return (
    <DataTable
      caption={t('budget.report')}
      columns={columns}
      rows={codes}
      rowKey={({ expenseCode }) => expenseCode}
    />
  );
}

type Activity = BudgetReport['activities'][number];

function Activities({ report: { activities } }: { readonly report: BudgetReport }) {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  if (activities.length === 0) return <p>{t('budget.nothingBorne')}</p>;
  const optional = (amount: Activity['perHead']): string => (amount === null ? '' : money(amount));
  const columns: Column<Activity>[] = [
    {
      key: 'title',
      title: t('budget.activityTitle'),
      cell: ({ activityId, title }) => (
        <Link to={`/activities/${activityId}/statement`} className="cell-link">
          {title}
        </Link>
      ),
    },
    { key: 'borne', title: t('budget.borne'), isNumber: true, cell: ({ borne }) => money(borne) },
    { key: 'heads', title: t('budget.heads'), isNumber: true, cell: ({ heads }) => number(heads) },
    { key: 'perHead', title: t('budget.perHead'), isNumber: true, cell: ({ perHead }) => optional(perHead) },
    {
      key: 'score',
      title: t('budget.score'),
      isNumber: true,
      cell: ({ score }) => (score === null ? '' : number(score)),
    },
    {
      key: 'perPoint',
      title: t('budget.perPoint'),
      isNumber: true,
      cell: ({ perPoint }) => optional(perPoint),
    },
  ];
  return (
    <>
      <h3>{t('budget.activities')}</h3>
      <DataTable
        caption={t('budget.activities')}
        columns={columns}
        rows={activities}
        // Shared bills have no activity.
        rowKey={(row) => row.activityId ?? String(activities.indexOf(row))}
      />
    </>
  );
}
