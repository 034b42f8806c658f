import type { EChartsCoreOption } from 'echarts/core';
import type { components } from '../../../api/schema.js';

type Schemas = components['schemas'];
export type Coverage = Schemas['CoverageView'];
export type CoverageLine = Schemas['CoverageLine'];
export type CoverageKind = CoverageLine['kind'];
export type CoverageUnion = Schemas['CoverageUnionView'];

export const audienceMax = 10_000_000;

/** Those of whom memberships say how many they are; the others are stated by each union. */
const counted: ReadonlySet<CoverageKind> = new Set(['everybody', 'season', 'retired']);

/** Why nothing says how many there are: nobody of them is a member, or nobody has stated it. */
export const missingAudience = (kind: CoverageKind): 'noneThere' | 'notStated' =>
  counted.has(kind) ? 'noneThere' : 'notStated';

/** How the cover has grown: a line for each sort of people of which somebody was reached. */
export function growthOption(
  lines: readonly CoverageLine[],
  nameOf: (kind: CoverageKind) => string,
  fontSize: number,
): EChartsCoreOption {
  return {
    grid: { left: 8, right: 16, top: 8 + 4 * fontSize, bottom: 8, containLabel: true },
    legend: { textStyle: { fontSize }, top: 0, left: 0, data: lines.map(({ kind }) => nameOf(kind)) },
    tooltip: { trigger: 'axis' },
    xAxis: {
      type: 'category',
      data: (lines[0]?.months ?? []).map(({ month }) => String(month)),
      axisLabel: { fontSize },
    },
    yAxis: { type: 'value', minInterval: 5, axisLabel: { fontSize } },
    series: lines.map(({ kind, months }) => ({
      type: 'line',
      step: 'end',
      name: nameOf(kind),
      data: months.map(({ reached }) => reached),
    })),
  };
}

/** Whether no figure of the unions is shown, as all are too small. */
export function areAllFew(unions: readonly CoverageUnion[]): boolean {
  return unions.every(({ figures }) => figures.every(({ reached }) => reached === 0));
}

/** The share that may be shown: of fewer than five it would say 0 %, which is not what is known. */
export function shownShareOf({
  reached,
  shareThousandths,
}: Pick<CoverageLine, 'reached' | 'shareThousandths'>): number | null {
  return reached === 0 || shareThousandths === null ? null : shareThousandths / 1_000;
}

/** The figures of one sort of people at a union. */
export function figuresOf({ figures }: CoverageUnion, kind: CoverageKind): Schemas['CoverageFigures'] {
  const found = figures.find((one) => one.kind === kind);
  return found ?? { kind, reached: 0, audience: null, shareThousandths: null };
}
