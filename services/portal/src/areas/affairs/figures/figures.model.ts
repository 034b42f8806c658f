import type { EChartsCoreOption } from 'echarts/core';
import type { components } from '../../../api/schema.js';

export type ServiceFigures = components['schemas']['ServiceFiguresView'];
export type TopicFigures = components['schemas']['TopicFiguresView'];
export type MonthFigures = components['schemas']['MatterMonthView'];
export type PublicFigures = components['schemas']['PublicServiceFiguresView'];

const yearsBack = 5;

/** The years that can be looked at, the present one first. */
export function figureYears(thisYear: number): string[] {
  return Array.from({ length: yearsBack }, (_one, index) => String(thisYear - index));
}

/** The year in the address; the present one where nothing is said. */
export function figureYearOf(search: URLSearchParams, thisYear: number): string {
  return figureYears(thisYear).find((one) => one === search.get('year')) ?? String(thisYear);
}

export const monthParts = ['inTime', 'late', 'waiting'] as const;
type MonthPart = (typeof monthParts)[number];

/** A bar for each month: of what was sent in it, what was decided in time, what later, and what still waits. */
export function monthsOption(
  months: readonly MonthFigures[],
  names: Readonly<Record<MonthPart, string>>,
  fontSize: number,
): EChartsCoreOption {
  return {
    grid: { left: 8, right: 8, top: 8 + 2 * fontSize, bottom: 8, containLabel: true },
    legend: { textStyle: { fontSize }, top: 0, left: 0, data: monthParts.map((part) => names[part]) },
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'category',
      data: months.map(({ month }) => month.slice(5)),
      axisLabel: { fontSize, hideOverlap: true },
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: { fontSize } },
    series: monthParts.map((part) => ({
      type: 'bar',
      stack: 'matters',
      name: names[part],
      barMaxWidth: 24,
      data: months.map((one) => one[part]),
    })),
  };
}
