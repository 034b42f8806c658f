import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { barsOption } from './bars-chart.model.js';
import type { Month } from './cells.js';

/** Needs, what of them is unmet, and loans, month by month. */
export function MonthsChart({ months }: { readonly months: readonly Month[] }) {
  const { t } = useTranslation();
  const { number, locale } = useFormat();
  const fontSizePx = useChartFont();
  const [needs, unmet, loans] = [
    t('supplyAndDemand.needs'),
    t('supplyAndDemand.unmet'),
    t('supplyAndDemand.loans'),
  ];
  const option = useMemo(
    () =>
      barsOption(
        months.map(({ month }) => formatMonth(month, locale)),
        [
          { name: needs, data: months.map((one) => one.needs) },
          { name: unmet, data: months.map((one) => one.unmet) },
          { name: loans, data: months.map((one) => one.loans) },
        ],
        fontSizePx,
      ),
    [months, locale, needs, unmet, loans, fontSizePx],
  );
  return (
    <section className="card" aria-labelledby="months-title">
      <h2 id="months-title">{t('supplyAndDemand.months')}</h2>
      <Chart
        label={t('supplyAndDemand.months')}
        option={option}
        columns={[
          {
            key: 'month',
            title: t('supplyAndDemand.month'),
            cell: ({ month }) => formatMonth(month, locale),
          },
          { key: 'needs', title: needs, isNumber: true, cell: (one) => number(one.needs) },
          { key: 'unmet', title: unmet, isNumber: true, cell: (one) => number(one.unmet) },
          { key: 'loans', title: loans, isNumber: true, cell: (one) => number(one.loans) },
        ]}
        rows={months}
        rowKey={({ month }) => month}
      />
    </section>
  );
}
