import type { ScoreSubjectKind } from '@gongxiang/contracts/evaluation/score-subject';
import { DomainError, type FieldProblem } from '@gongxiang/domain';
import { type FigurePeriod, readPeriod } from './figure-period.model.js';

/** The bound on the rows of one file. */
export const figureRowsMax = 2_000;

/** One row of a file, understood. */
export interface FigureLine {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly kind: ScoreSubjectKind;
  /** The id or the whole name of what it is about. */
  readonly subject: string;
  readonly name: string;
  readonly period: FigurePeriod;
  readonly value: number;
  readonly source: string;
}

interface ReadFigures {
  readonly lines: readonly FigureLine[];
  readonly problems: readonly FieldProblem[];
}

type Column = 'kind' | 'subject' | 'name' | 'period' | 'value' | 'source';

const headings: Readonly<Record<Column, readonly string[]>> = {
  kind: ['对象类别', '类别', 'kind'],
  subject: ['对象', '对象名称', 'subject'],
  name: ['数据名称', '数据', '指标', 'figure'],
  period: ['期间', '时期', 'period'],
  value: ['数值', '值', 'value'],
  source: ['来源', '数据来源', 'source'],
};
const kinds: ReadonlyMap<string, ScoreSubjectKind> = new Map([
  ['活动', 'activity'],
  ['俱乐部', 'club'],
  ['资源', 'resource'],
  ['工会', 'union'],
  ['品牌', 'brand'],
  ...(['activity', 'club', 'resource', 'union', 'brand'] as const).map((kind): [string, ScoreSubjectKind] => [
    kind,
    kind,
  ]),
]);
const nameMax = 60;
const sourceMax = 200;

/**
 * Reads the rows of a file of figures; the columns stand in any order. What is wrong with a row points to `/rows/<row>`.
 * @throws DomainError `FIGURE_COLUMNS`, `FIGURE_FILE_EMPTY`, `FIGURE_FILE_TOO_LONG` {max}
 */
export function readFigures(rows: readonly (readonly string[])[]): ReadFigures {
  const places = placesOf(rows[0] ?? []);
  if (places === null) throw new DomainError('FIGURE_COLUMNS', { pointer: '/fileKey' });
  const filled = rows
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(1)
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) throw new DomainError('FIGURE_FILE_EMPTY', { pointer: '/fileKey' });
  if (filled.length > figureRowsMax) {
    throw new DomainError('FIGURE_FILE_TOO_LONG', { pointer: '/fileKey', params: { max: figureRowsMax } });
  }
  const read = filled.map(({ cells, row }) => lineOf((column) => (cells[places[column]] ?? '').trim(), row));
  return {
    lines: read.flatMap((one) => ('code' in one ? [] : [one])),
    problems: read.flatMap((one) => ('code' in one ? [one] : [])),
  };
}

export function pointerOf(row: number): string {
  return `/rows/${row}`;
}

/** Of two rows about the same the later would win without a word. */
export function repeatedRows(
  lines: readonly { readonly row: number; readonly about: string }[],
): FieldProblem[] {
  const first = new Map<string, number>();
  return lines.flatMap(({ row, about }) => {
    const other = first.get(about);
    if (other === undefined) {
      first.set(about, row);
      return [];
    }
    return [{ pointer: pointerOf(row), code: 'FIGURE_TWICE', params: { row: other } }];
  });
}

function placesOf(header: readonly string[]): Record<Column, number> | null {
  const cells = header.map((cell) => cell.normalize('NFKC').replaceAll(/[\s*]/g, '').toLowerCase());
  const place = (column: Column): number => cells.findIndex((cell) => headings[column].includes(cell));
  const places = {
    kind: place('kind'),
    subject: place('subject'),
    name: place('name'),
    period: place('period'),
    value: place('value'),
    source: place('source'),
  };
  return Object.values(places).includes(-1) ? null : places;
}

function lineOf(cell: (column: Column) => string, row: number): FigureLine | FieldProblem {
  const pointer = pointerOf(row);
  const kind = kinds.get(cell('kind').toLowerCase());
  if (kind === undefined) return { pointer, code: 'FIGURE_KIND' };
  const [name, source] = [cell('name'), cell('source')];
  if (name === '' || name.length > nameMax) return { pointer, code: 'FIGURE_NAME', params: { max: nameMax } };
  const period = readPeriod(cell('period'));
  if (period === null) return { pointer, code: 'FIGURE_PERIOD' };
  const value = readValue(cell('value'));
  if (value === null) return { pointer, code: 'FIGURE_VALUE' };
  if (source === '' || source.length > sourceMax)
    return { pointer, code: 'FIGURE_SOURCE', params: { max: sourceMax } };
  return { row, kind, subject: cell('subject'), name, period, value, source };
}

/** `1,234.5`, `85%` (0.85), `-3`. @returns null for what is no number */
function readValue(written: string): number | null {
  const text = written.normalize('NFKC').replaceAll(/[\s,]/g, '');
  const [, digits = '', percent = ''] = /^([+-]?\d{1,15}(?:\.\d{1,15})?)(%?)$/.exec(text) ?? [];
  if (digits === '') return null;
  return percent === '' ? Number(digits) : Number(digits) / 100;
}
