import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import type { DeliveryReport } from './delivery-page.js';

type Day = DeliveryReport['days'][number];

const outcomes = ['sent', 'failed', 'dropped'] as const;

/** What became of messages, day by day. */
export function DeliveryChart({ days }: { readonly days: readonly Day[] }) {
  const { t } = useTranslation();
  const { date, number } = useFormat();
  return (
    <section className="card" aria-labelledby="delivery-days-title">
      <h2 id="delivery-days-title">{t('delivery.daily')}</h2>
      <Chart
        label={t('delivery.daily')}
        option={useDayOption(days)}
        heightPx={240}
        columns={[
          { key: 'date', title: t('delivery.date'), cell: (day) => date(day.date) },
          ...outcomes.map((outcome) => ({
            key: outcome,
            title: t(`delivery.${outcome}`),
            isNumber: true,
            cell: (day: Day) => number(day[outcome]),
          })),
        ]}
        rows={days}
        rowKey={(day) => day.date}
      />
    </section>
  );
}

function useDayOption(days: readonly Day[]): EChartsCoreOption {
  const { t } = useTranslation();
  const fontSize = useChartFont();
  return useMemo(() => {
    const names = outcomes.map((outcome) => t(`delivery.${outcome}`));
    return {
      grid: { left: 8, right: 8, top: 8 + 2 * fontSize, bottom: 8, containLabel: true },
      legend: { textStyle: { fontSize }, top: 0, left: 0, data: names },
      xAxis: {
        type: 'category',
        data: days.map(({ date }) => date.slice(5)),
        axisLabel: { fontSize, hideOverlap: true },
      },
      yAxis: { type: 'value', minInterval: 1, axisLabel: { fontSize } },
      series: outcomes.map((outcome, index) => ({
        type: 'bar',
        stack: 'messages',
        name: names[index],
        barMaxWidth: 16,
        data: days.map((day) => day[outcome]),
      })),
    };
  }, [days, t, fontSize]);
}
