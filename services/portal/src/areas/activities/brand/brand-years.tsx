import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { ErrorState, LoadingState } from '../../../kit/states.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import type { BrandYear } from './brand.model.js';
import { yearsOption } from './years-chart.model.js';

/** Editions, heads and unions over the years. */
export function BrandYears({ brandId }: { readonly brandId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useRead('brand', '/brands/{brandId}/statistics', { brandId });
  return (
    <section className="card" aria-labelledby="years-title">
      <h2 id="years-title">{t('brand.years.title')}</h2>
      {data === undefined && error === null && <LoadingState rows={4} />}
      {data === undefined && error !== null && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.years.length === 0 && <p>{t('brand.years.none')}</p>}
      {data !== undefined && data.years.length > 0 && (
        <>
          <p>{t('brand.years.unionsInAll', { count: data.unions })}</p>
          <YearsChart years={data.years} />
        </>
      )}
    </section>
  );
}

function YearsChart({ years }: { readonly years: readonly BrandYear[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fontSizePx = useChartFont();
  const [editions, heads, unions] = [
    t('brand.years.editions'),
    t('brand.years.heads'),
    t('brand.years.unions'),
  ];
  const option = useMemo(
    () => yearsOption(years, { editions, heads, unions }, fontSizePx),
    [years, editions, heads, unions, fontSizePx],
  );
  return (
    <Chart
      label={t('brand.years.title')}
      option={option}
      heightPx={420}
      columns={[
        { key: 'year', title: t('brand.years.year'), cell: ({ year }) => year },
        { key: 'editions', title: editions, isNumber: true, cell: (one) => format.number(one.editions) },
        { key: 'heads', title: heads, isNumber: true, cell: (one) => format.number(one.heads) },
        { key: 'unions', title: unions, isNumber: true, cell: (one) => format.number(one.unions) },
        {
          key: 'rate',
          title: t('brand.years.rate'),
          isNumber: true,
          cell: ({ attendanceRate: rate }) => (rate === null ? '—' : format.share(rate)),
        },
      ]}
      rows={years}
      rowKey={({ year }) => String(year)}
    />
  );
}
