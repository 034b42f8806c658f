import type { EChartsCoreOption } from 'echarts/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import type { Column } from '../../../kit/data-table.js';
import { PagedList } from '../../../kit/paged-list.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { shareOf } from './no-show.model.js';

type NoShowCount = components['schemas']['NoShowCountView'];

/** The share of seats that stayed empty, over the closed activities of the union. */
export function NoShowChart({ unionId }: { readonly unionId: string }) {
  const { t } = useTranslation();
  const counts = useList('noShow', '/unions/{unionId}/no-shows', { unionId });
  return (
    <section className="card" aria-labelledby="no-show-chart-title">
      <h2 id="no-show-chart-title">{t('noShow.overTime')}</h2>
      <PagedList list={counts} empty={{ text: t('noShow.noneClosed') }}>
        {(items) => <Drawn items={items} />}
      </PagedList>
    </section>
  );
}

function Drawn({ items }: { readonly items: readonly NoShowCount[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<NoShowCount>[] = [
    { key: 'title', title: t('noShow.activity'), cell: ({ activityTitle }) => activityTitle },
    { key: 'at', title: t('noShow.at'), cell: ({ startsAt }) => format.instant(startsAt) },
    {
      key: 'registered',
      title: t('noShow.registered'),
      isNumber: true,
      cell: ({ registered }) => format.number(registered),
    },
    {
      key: 'noShows',
      title: t('noShow.count'),
      isNumber: true,
      cell: ({ noShows }) => format.number(noShows),
    },
    {
      key: 'excused',
      title: t('noShow.excusedCount'),
      isNumber: true,
      cell: ({ excused }) => format.number(excused),
    },
    { key: 'share', title: t('noShow.share'), isNumber: true, cell: (one) => format.share(shareOf(one)) },
  ];
  return (
    <Chart
      label={t('noShow.chart')}
      option={useShareOption(items)}
      heightPx={240}
      columns={columns}
      rows={items}
      rowKey={({ activityId }) => activityId}
    />
  );
}

function useShareOption(items: readonly NoShowCount[]): EChartsCoreOption {
  const fontSize = useChartFont();
  const { locale } = useFormat();
  return useMemo(() => {
    // The list has the latest first; on the axis time goes to the right.
    const inTime = [...items].reverse();
    const day = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'numeric', day: 'numeric' });
    return {
      grid: { left: 8, right: 24, top: 16, bottom: 8, containLabel: true },
      xAxis: {
        type: 'category',
        data: inTime.map(({ startsAt }) => day.format(new Date(startsAt))),
        axisLabel: { fontSize, hideOverlap: true },
      },
      yAxis: { type: 'value', min: 0, splitNumber: 4, axisLabel: { fontSize, formatter: '{value}%' } },
      series: [
        {
          type: 'line',
          symbolSize: 8,
          areaStyle: { opacity: 0.12 },
          data: inTime.map((one) => Math.round(shareOf(one) * 1_000) / 10),
        },
      ],
    };
  }, [items, locale, fontSize]);
}
