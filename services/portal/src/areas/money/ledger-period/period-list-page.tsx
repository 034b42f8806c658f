import '../../../kit/styles/ledger.css';
import type { EChartsCoreOption } from 'echarts/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../../../api/use-read.js';
import { yuanOf } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import type { ExportColumn } from '../../../kit/export-column.js';
import { ListPage } from '../../../kit/list-page.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { plotted } from '../ledger/amount.model.js';
import { LedgerNav } from '../ledger/ledger-nav.js';
import { OnePeriod } from './one-period.js';
import type { Period } from './use-period.js';

/** The months of the ledger, their turnover, and one of them to close or to reopen. */
export function PeriodListPage() {
  const { t } = useTranslation();
  return (
    <ListPage
      title={t('app.page.ledgerPeriods')}
      intro={
        <>
          <LedgerNav />
          <p className="hint">{t('strictLedger.period.hint')}</p>
        </>
      }
      list={useList('ledgerPeriod', '/ledger/periods', {})}
      empty={{ text: t('strictLedger.period.empty') }}
      exported={{ name: t('strictLedger.period.exportName'), columns: useExportColumns() }}
    >
      {(periods) => <Periods periods={periods} />}
    </ListPage>
  );
}

function Periods({ periods }: { readonly periods: readonly Period[] }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<string | undefined>(undefined);
  const month = chosen ?? nextToClose(periods);
  const closed = useMemo(() => periods.filter(({ turnover }) => turnover !== null).reverse(), [periods]);
  return (
    <>
      <section className="card" aria-labelledby="period-title">
        <h2 id="period-title">{t('strictLedger.period.act')}</h2>
        <div className="money-filters">
          <Choice<string>
            label={t('strictLedger.period.month')}
            value={month}
            options={periods.map((one) => ({ value: one.month, label: one.month }))}
            onChange={choose}
          />
        </div>
        <OnePeriod key={month} month={month} />
      </section>
      {closed.length > 0 && <Turnovers periods={closed} />}
      <DataTable
        caption={t('strictLedger.period.title')}
        columns={usePeriodColumns()}
        rows={periods}
        rowKey={(one) => one.month}
      />
    </>
  );
}

/** The oldest month that is open: months are closed in order. */
function nextToClose(periods: readonly Period[]): string {
  return [...periods].reverse().find(({ state }) => state === 'open')?.month ?? periods[0]?.month ?? '';
}

function Turnovers({ periods }: { readonly periods: readonly Period[] }) {
  const { t } = useTranslation();
  const fontSize = useChartFont();
  const columns = usePeriodColumns().filter(({ key }) => key === 'month' || key === 'turnover');
  const option = useMemo<EChartsCoreOption>(
    () => ({
      grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', confine: true },
      xAxis: { type: 'category', data: periods.map(({ month }) => month), axisLabel: { fontSize } },
      yAxis: { type: 'value', splitNumber: 4, axisLabel: { fontSize } },
      series: [
        {
          type: 'bar',
          barMaxWidth: 48,
          data: periods.map(({ turnover }) => (turnover === null ? 0 : plotted(turnover))),
        },
      ],
    }),
    [periods, fontSize],
  );
  return (
    <Chart
      label={t('strictLedger.period.chart')}
      option={option}
      heightPx={200}
      columns={columns}
      rows={periods}
      rowKey={({ month }) => month}
    />
  );
}

function usePeriodColumns(): Column<Period>[] {
  const { t } = useTranslation();
  const { money, number } = useFormat();
  return [
    { key: 'month', title: t('strictLedger.period.month'), cell: ({ month }) => month },
    {
      key: 'state',
      title: t('strictLedger.period.state'),
      cell: ({ state }) => (
        <span className={`tag ${state === 'closed' ? 'is-settled' : 'is-open'}`}>
          {t(`strictLedger.period.states.${state}`)}
        </span>
      ),
    },
    {
      key: 'entries',
      title: t('strictLedger.period.entries'),
      isNumber: true,
      cell: ({ entryCount }) => (entryCount === null ? t('strictLedger.period.notYet') : number(entryCount)),
    },
    {
      key: 'turnover',
      title: t('strictLedger.period.turnover'),
      isNumber: true,
      cell: ({ turnover }) => (turnover === null ? t('strictLedger.period.notYet') : money(turnover)),
    },
  ];
}

function useExportColumns(): ExportColumn<Period>[] {
  const { t } = useTranslation();
  return [
    { title: t('strictLedger.period.month'), text: ({ month }) => month },
    {
      title: t('strictLedger.period.state'),
      text: ({ state }) => t(`strictLedger.period.states.${state}`),
    },
    {
      title: t('strictLedger.period.entries'),
      kind: 'count',
      text: ({ entryCount }) => String(entryCount ?? ''),
    },
    {
      title: t('strictLedger.period.turnover'),
      kind: 'money',
      text: ({ turnover }) => (turnover === null ? '' : yuanOf(turnover.amount)),
    },
  ];
}
