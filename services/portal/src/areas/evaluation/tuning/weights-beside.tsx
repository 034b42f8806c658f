import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import type { Column } from '../../../kit/data-table.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import type { Tuning } from './use-tuning.js';
import { weightsOption } from './weights-option.model.js';

type Beside = Tuning['weights'][number];

/** The weights in force beside those that the scores themselves give. */
export function WeightsBeside({ report }: { readonly report: Tuning }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fontSizePx = useChartFont();
  const { weights } = report;
  const option = useMemo(
    () => weightsOption(weights, { active: t('tuning.active'), entropy: t('tuning.entropy') }, fontSizePx),
    [weights, fontSizePx, t],
  );
  const columns: readonly Column<Beside>[] = [
    { key: 'name', title: t('indicatorSystem.indicator'), cell: ({ name }) => name },
    { key: 'active', title: t('tuning.active'), isNumber: true, cell: ({ active }) => format.share(active) },
    {
      key: 'entropy',
      title: t('tuning.entropy'),
      isNumber: true,
      cell: ({ entropy }) => (entropy === null ? t('tuning.unknown') : format.share(entropy)),
    },
  ];
  if (weights.length === 0) return null;
  const rowHeightPx = fontSizePx * 4;
  return (
    <section className="card" aria-labelledby="tuning-weights">
      <h2 id="tuning-weights">{t('tuning.part.weights')}</h2>
      <p className="hint">{t('tuning.hint.weights')}</p>
      <Chart
        label={t('tuning.part.weights')}
        option={option}
        heightPx={weights.length * rowHeightPx + rowHeightPx}
        columns={columns}
        rows={weights}
        rowKey={({ key }) => key}
      />
    </section>
  );
}
