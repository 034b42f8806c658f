import type { EChartsCoreOption } from 'echarts/core';
import type { Edge } from './account.model.js';

const radius = 100;
const widthMax = 8;

/** Unions on a circle, an arrow from who gave to who received; the more loans and seats, the wider. */
export function graphOption(
  edges: readonly Edge[],
  textOf: (edge: Edge) => string,
  fontSizePx: number,
): EChartsCoreOption {
  const names = new Map(
    edges.flatMap(({ fromId, fromName, toId, toName }) => [
      [fromId, fromName],
      [toId, toName],
    ]),
  );
  const weightOf = ({ loans, seats }: Edge): number => loans + seats;
  const largest = Math.max(1, ...edges.map(weightOf));
  return {
    tooltip: {
      renderMode: 'richText', // names come from people: none of them is ever HTML
      confine: true,
      formatter: ({ name, value }: { readonly name: string; readonly value?: unknown }) =>
        typeof value === 'string' ? value : name,
    },
    series: [
      {
        type: 'graph',
        layout: 'none',
        preserveAspect: true,
        left: 70,
        right: 70,
        top: 30,
        bottom: 50,
        symbolSize: 22,
        edgeSymbol: ['none', 'arrow'],
        edgeSymbolSize: 12,
        itemStyle: { color: 'var(--action)' },
        label: {
          show: true,
          position: 'bottom',
          fontSize: fontSizePx,
          color: 'var(--ink)',
          backgroundColor: 'var(--paper)',
          width: fontSizePx * 9,
          overflow: 'break',
        },
        lineStyle: { color: 'var(--warn)', opacity: 0.85, curveness: 0.16 },
        data: [...names].map(([id, name], place) => {
          const angle = (2 * Math.PI * place) / names.size;
          return { id, name, x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
        }),
        links: edges.map((edge) => ({
          source: edge.fromId,
          target: edge.toId,
          value: textOf(edge),
          lineStyle: { width: 1 + (widthMax * weightOf(edge)) / largest },
        })),
      },
    ],
  };
}
