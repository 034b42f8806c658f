import type { EChartsCoreOption } from 'echarts/core';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Chart } from '../../../kit/chart.js';
import { useChartFont } from '../../../kit/use-chart-font.js';
import { isAlarm, type MapPoint, pointsOf } from './branch-map.model.js';
import { OrderChoice, useOrder } from './order-choice.js';
import type { BranchLine, Order } from './overview.model.js';

type Union = components['schemas']['UnionView'];

interface BranchMapProps {
  /** The unions directly below; the union itself is not on its own map. */
  readonly lines: readonly BranchLine[];
  /** Where they lie: undefined until it is there. */
  readonly unions: readonly Union[] | undefined;
  /** There are more of them. */
  readonly hasMore: boolean;
}

/** A map with more than these is a heap; and a page of a list has no more. */
export const mappedMax = 200;

/** Where the unions directly below lie, and where there is most of a figure; a point leads down to its union. */
export function BranchMap({ lines, unions = [], hasMore }: BranchMapProps) {
  const { t } = useTranslation();
  const [, setSearch] = useSearchParams();
  const { number } = useFormat();
  const order = useOrder(lines);
  const points = useMemo(() => {
    const places = unions.flatMap(({ id, place }) => (place === null ? [] : [[id, place] as const]));
    return pointsOf(lines, new Map(places), order);
  }, [unions, lines, order]);
  const open = useCallback((id: string) => setSearch({ union: id, order }), [setSearch, order]);
  const option = useMapOption(points, order);
  // One point says nothing about where.
  if (points.length < 2) return null;
  const figure = t(`overview.column.${order}`);
  const unplaced = unions.filter(({ place }) => place === null).length;
  return (
    <section className="card" aria-labelledby="map-title">
      <h3 id="map-title">{t('overview.map')}</h3>
      <div className="list-filters">
        <OrderChoice chosen={order} label={t('overview.figureShown')} />
      </div>
      <Chart
        label={t('overview.mapOf', { column: figure })}
        option={option}
        heightPx={360}
        onPick={open}
        columns={[
          {
            key: 'union',
            title: t('overview.union'),
            cell: ({ unionId: id, name }) => <Link to={`?union=${id}`}>{name}</Link>,
          },
          {
            key: 'value',
            title: figure,
            isNumber: true,
            cell: ({ value }) => (value === null ? '—' : number(value)),
          },
        ]}
        rows={points}
        rowKey={({ unionId: id }) => id}
      />
      <p className="hint">
        {t('overview.mapHint')}
        {unplaced > 0 && ` ${t('overview.unplaced', { count: unplaced })}`}
        {hasMore && ` ${t('overview.mapOfFirst', { count: mappedMax })}`}
      </p>
    </section>
  );
}

/** In pixels: room for a name beneath the lowest point, and for half of one beside the outermost. */
const margin = { left: 70, right: 70, top: 30, bottom: 60 };

function useMapOption(points: readonly MapPoint[], order: Order): EChartsCoreOption {
  const { number } = useFormat();
  const fontSize = useChartFont();
  return useMemo(() => {
    const textAt = ({ dataIndex }: { readonly dataIndex: number }): string => {
      const point = points[dataIndex];
      if (point === undefined) return '';
      return point.value === null ? point.name : `${point.name} ${number(point.value)}`;
    };
    const colour = isAlarm(order) ? 'var(--bad)' : 'var(--action)';
    return {
      tooltip: {
        renderMode: 'richText', // names come from people: none of them is ever HTML
        confine: true,
        formatter: textAt,
      },
      series: [
        {
          type: 'graph',
          layout: 'none',
          preserveAspect: true,
          ...margin,
          label: {
            show: true,
            position: 'bottom',
            formatter: textAt,
            fontSize,
            color: 'var(--ink)',
            textBorderColor: 'var(--paper)',
            textBorderWidth: 3,
            width: fontSize * 9,
            overflow: 'break',
          },
          labelLayout: { hideOverlap: true },
          data: points.map((point) => ({
            id: point.unionId,
            // Two unions may have one name; the library knows points by it.
            name: point.unionId,
            x: point.x,
            y: point.y,
            symbolSize: point.size,
            itemStyle: { color: point.value === 0 ? 'var(--good)' : colour, opacity: 0.85 },
            cursor: 'pointer',
          })),
        },
      ],
    };
  }, [points, order, number, fontSize]);
}
