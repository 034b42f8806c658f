import '../../../kit/styles/section-head.css';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatMonth } from '../../../i18n/format.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { Choice } from '../../../kit/choice.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { barsOption } from './bars-chart.model.js';
import type { Account, Figure } from './account.model.js';

interface AccountMonthsProps {
  readonly months: Account['months'];
  /** Those of which there is something to be drawn. */
  readonly shared: readonly Figure[];
}

/** What was given and received by month: one figure at a time, as hours and seats have no common scale. */
export function AccountMonths({ months, shared }: AccountMonthsProps) {
  const { t } = useTranslation();
  const { number, locale } = useFormat();
  const fontSizePx = useChartFont();
  const [chosen, setFigure] = useState<Figure | null>(null);
  const figure = shared.find((one) => one === chosen) ?? shared[0] ?? 'hours';
  const [given, received] = [t('givenAndReceived.given'), t('givenAndReceived.received')];
  const option = useMemo(
    () =>
      barsOption(
        months.map(({ month }) => formatMonth(month, locale)),
        [
          { name: given, data: months.map((one) => one.given[figure]) },
          { name: received, data: months.map((one) => one.received[figure]) },
        ],
        fontSizePx,
      ),
    [months, locale, figure, given, received, fontSizePx],
  );
  return (
    <section className="card" aria-labelledby="account-months-title">
      <div className="section-head">
        <h2 id="account-months-title">
          {t('givenAndReceived.months')} · {t(`givenAndReceived.figure.${figure}`)}
        </h2>
        {shared.length > 1 && (
          <Choice<Figure>
            value={figure}
            label={t('givenAndReceived.figureLabel')}
            options={shared.map((value) => ({ value, label: t(`givenAndReceived.figure.${value}`) }))}
            onChange={(wanted) => setFigure(wanted ?? null)}
          />
        )}
      </div>
      <Chart
        label={`${t('givenAndReceived.months')} · ${t(`givenAndReceived.figure.${figure}`)}`}
        option={option}
        columns={[
          {
            key: 'month',
            title: t('supplyAndDemand.month'),
            cell: ({ month }) => formatMonth(month, locale),
          },
          { key: 'given', title: given, isNumber: true, cell: (one) => number(one.given[figure]) },
          { key: 'received', title: received, isNumber: true, cell: (one) => number(one.received[figure]) },
        ]}
        rows={months}
        rowKey={({ month }) => month}
      />
    </section>
  );
}
