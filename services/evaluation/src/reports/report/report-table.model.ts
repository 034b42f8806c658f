import type {
  ReportFigures,
  ReportRow,
  ReportView,
} from '@gongxiang/contracts/evaluation/reports/report.contract';
import type { ReportTexts } from './report-texts.model.js';

/** A number that can be added up, or text; null where a figure is not known. */
export type ReportCell = string | number | null;

/** One grouping of a report as a table: a heading, its rows and the total as the last. */
export interface ReportTable {
  readonly title: string;
  readonly heading: readonly string[];
  readonly rows: readonly (readonly ReportCell[])[];
  readonly truncated: boolean;
}

type Figure = keyof ReportFigures;
const figures: readonly Figure[] = [
  'activities',
  'heads',
  'costPerHead',
  'satisfaction',
  'score',
  'smallFirmShare',
  'loans',
  'loansOnTime',
];
const roundTo = 1e4;

export function tableOf(view: ReportView, texts: ReportTexts): ReportTable {
  const { groupBy, rows, total, truncated } = view;
  const shown = figures.filter(
    (figure) => total[figure] !== null || rows.some((row) => row[figure] !== null),
  );
  const cellsOf = (name: string, of: ReportFigures): ReportCell[] => [
    name,
    ...shown.map((figure) => rounded(of[figure])),
  ];
  return {
    title: texts.groups[groupBy],
    heading: [texts.groups[groupBy], ...shown.map((figure) => texts.columns[figure])],
    rows: [...rows.map((row) => cellsOf(nameOf(row, view, texts), row)), cellsOf(texts.total, total)],
    truncated,
  };
}

/** What a row is called: its name, or what its key stands for. */
function nameOf({ key, name }: ReportRow, { groupBy }: ReportView, texts: ReportTexts): string {
  if (name !== null) return name;
  const [first = key, second = key] = key.split('.');
  if (groupBy === 'function') return wordOf(texts.functions, key);
  if (groupBy === 'business') return wordOf(texts.businesses, key);
  if (groupBy !== 'cell') return key;
  return `${wordOf(texts.functions, first)} × ${wordOf(texts.businesses, second)}`;
}

function wordOf(words: Readonly<Record<string, string>>, key: string): string {
  return words[key] ?? key;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * roundTo) / roundTo;
}
