import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { readOf } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { LoadingState } from '../../../kit/states.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { endedQuarters } from './reach-scope.js';
import { type TrendPoint, trendOption } from './trend.model.js';
import type { Reach } from './use-reports.js';

const quartersShown = 4;

interface Quarter {
  readonly key: string;
  readonly name: string;
  /** Undefined where it could not be read. */
  readonly reach: Reach | undefined;
}

/** How the share of members who came has gone, quarter by quarter, over those that have ended. */
export function ReachTrend({ union }: { readonly union: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fontSizePx = useChartFont();
  const periods = endedQuarters(new Date(), quartersShown);
  const answers = useQueries({
    queries: periods.map((period) => readOf('report', '/reports/reach', { union, ...period })),
  });
  const quarters = periods.map(({ year, quarter }, index): Quarter => ({
    key: `${year} ${quarter}`,
    name: t('report.reach.quarterOfYear', { year: String(year), quarter: String(quarter) }),
    reach: answers[index]?.data,
  }));
  const textOf = (share: number | null): string =>
    share === null ? t('report.reach.held') : format.share(share);
  const points = JSON.stringify(
    quarters.map(({ name, reach }): TrendPoint => {
      const share = shareOf(reach);
      return { time: name, value: share === null ? null : share * 100, text: textOf(share) };
    }),
  );
  const option = useMemo(
    () => trendOption(JSON.parse(points) as TrendPoint[], fontSizePx, { unit: '%', maxAtLeast: 10 }),
    [points, fontSizePx],
  );
  const title = t('report.reach.trend');
  const known = quarters.filter(({ reach }) => shareOf(reach) !== null);
  return (
    <section className="card" aria-labelledby="reach-trend">
      <h2 id="reach-trend">{title}</h2>
      {answers.some(({ isPending }) => isPending) ? (
        <LoadingState rows={4} />
      ) : known.length < 2 ? (
        <p>{t('report.reach.noTrend')}</p>
      ) : (
        <Chart<Quarter>
          label={title}
          option={option}
          heightPx={240}
          columns={[
            { key: 'name', title: t('report.reach.quarter'), cell: ({ name }) => name },
            {
              key: 'members',
              title: t('report.reach.members'),
              isNumber: true,
              cell: ({ reach }) => countOf(reach?.total.members, format.number) ?? t('report.reach.held'),
            },
            {
              key: 'served',
              title: t('report.reach.served'),
              isNumber: true,
              cell: ({ reach }) => countOf(reach?.total.served, format.number) ?? t('report.reach.held'),
            },
            {
              key: 'share',
              title: t('report.reach.share'),
              isNumber: true,
              cell: ({ reach }) => textOf(shareOf(reach)),
            },
          ]}
          rows={quarters}
          rowKey={({ key }) => key}
        />
      )}
    </section>
  );
}

/** Null where it is held back, or where there are no numbers. */
function shareOf(reach: Reach | undefined): number | null {
  if (reach?.state !== 'frozen') return null;
  const { members, served } = reach.total;
  return members === null || served === null || members === 0 ? null : served / members;
}

function countOf(count: number | null | undefined, text: (count: number) => string): string | null {
  return count === null || count === undefined ? null : text(count);
}
