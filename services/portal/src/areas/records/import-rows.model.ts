import { plainFigures } from '@gongxiang/domain/figures';
import type { HonourLevel, InsurancePayer, RecordContent, RecordKind, RecordPost } from './record.model.js';

/** In the order of the template. */
export const importColumns = [
  'name',
  'identity',
  'kind',
  'title',
  'honourLevel',
  'year',
  'skillLevel',
  'post',
  'from',
  'to',
  'hours',
  'result',
  'payer',
  'issuer',
  'issuedOn',
  'validUntil',
  'number',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** The same words in each language. */
type Words<Name extends string> = readonly Readonly<Record<Name, string>>[];

export interface ImportWords {
  readonly columns: Words<ImportColumn>;
  readonly kinds: Words<RecordKind>;
  readonly honourLevels: Words<HonourLevel>;
  readonly posts: Words<RecordPost>;
  readonly payers: Words<InsurancePayer>;
}

/** What is wrong with a row before the platform is asked. */
export type RowProblemCode =
  | 'PERSON_MISSING'
  | 'TITLE_MISSING'
  | 'KIND_UNKNOWN'
  | 'WORD_UNKNOWN'
  | 'DATE_WRONG'
  | 'NUMBER_WRONG'
  | 'TEXT_LONG';

export interface RowProblem {
  readonly code: RowProblemCode;
  readonly column: ImportColumn | null;
}

export interface FileRow {
  /** As a spreadsheet counts. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly name: string;
  readonly identity: string;
  readonly content: RecordContent;
  /** With any of them its content is not sent. */
  readonly problems: readonly RowProblem[];
}

export type ReadFile =
  | { readonly state: 'read'; readonly head: readonly string[]; readonly rows: readonly FileRow[] }
  | { readonly state: 'noColumns'; readonly missing: readonly ImportColumn[] }
  | { readonly state: 'noRows' | 'tooManyRows' };

export const importRowsMax = 2_000;
const textMax: Readonly<Partial<Record<ImportColumn, number>>> = {
  name: 100,
  identity: 100,
  title: 100,
  issuer: 100,
  number: 60,
  skillLevel: 40,
  result: 60,
};
const hoursMax = 100_000;
const yearMin = 1949;
const yearMax = 2200;

/** The columns in which each kind of record says something. */
const columnsOf: Readonly<Record<RecordKind, readonly ImportColumn[]>> = {
  honour: ['honourLevel', 'year', 'issuer', 'issuedOn'],
  skill: ['skillLevel', 'issuer', 'issuedOn', 'validUntil'],
  certificate: ['issuer', 'issuedOn', 'validUntil', 'number'],
  post: ['post', 'from', 'to', 'hours'],
  course: ['issuer', 'issuedOn', 'hours', 'result', 'number'],
  assessment: ['year', 'result', 'issuer', 'issuedOn'],
  insurance: ['issuer', 'from', 'validUntil', 'payer', 'number'],
};

/** The columns of the template of a kind. */
export function templateColumns(kind: RecordKind): readonly ImportColumn[] {
  return ['name', 'identity', 'kind', 'title', ...columnsOf[kind]];
}

/**
 * The rows of a table, each as the record that it says.
 * @param kind of the rows that say none
 */
export function readRows(
  table: readonly (readonly string[])[],
  words: ImportWords,
  kind: RecordKind,
): ReadFile {
  const [head = [], ...lines] = table;
  const places = placesOf(head, words);
  const missing = missingColumns(places);
  if (missing.length > 0) return { state: 'noColumns', missing };
  const filled = lines
    .map((cells, index) => ({ cells, line: index + 2 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (filled.length === 0) return { state: 'noRows' };
  if (filled.length > importRowsMax) return { state: 'tooManyRows' };
  const rows = filled.map(({ cells, line }) => {
    // An apostrophe keeps a spreadsheet from rounding a number, or from computing a text.
    const textOf = (column: ImportColumn): string =>
      (cells[places.get(column) ?? -1] ?? '').trim().replace(/^'/, '').trim();
    return { line, cells, ...new RowReader(textOf, words).read(kind) };
  });
  return { state: 'read', head, rows };
}

function placesOf(head: readonly string[], words: ImportWords): ReadonlyMap<ImportColumn, number> {
  const places = new Map<ImportColumn, number>();
  head.forEach((title, place) => {
    const column = named(title, words.columns);
    if (column !== undefined && !places.has(column)) places.set(column, place);
  });
  return places;
}

function missingColumns(places: ReadonlyMap<ImportColumn, number>): ImportColumn[] {
  const hasPerson = places.has('name') || places.has('identity');
  return [...(hasPerson ? [] : (['name'] as const)), ...(places.has('title') ? [] : (['title'] as const))];
}

/** What a word names in any of the languages. */
function named<Name extends string>(word: string, languages: Words<Name>): Name | undefined {
  const sought = plain(word);
  for (const names of languages)
    for (const name of Object.keys(names) as Name[]) if (plain(names[name]) === sought) return name;
  return undefined;
}

function plain(word: string): string {
  return word.replace(/\s+/g, '').toLowerCase();
}

/** Reads one row cell by cell, and gathers what is wrong with it. */
class RowReader {
  private readonly problems: RowProblem[] = [];

  constructor(
    private readonly textOf: (column: ImportColumn) => string,
    private readonly words: ImportWords,
  ) {}

  read(kind: RecordKind): Omit<FileRow, 'line' | 'cells'> {
    const name = this.text('name') ?? '';
    const identity = plainFigures(this.text('identity') ?? '');
    if (name === '' && identity === '') this.problems.push({ code: 'PERSON_MISSING', column: null });
    const title = this.text('title') ?? '';
    if (title === '') this.problems.push({ code: 'TITLE_MISSING', column: 'title' });
    const { kinds, honourLevels, posts, payers } = this.words;
    const details = {
      honourLevel: this.word('honourLevel', honourLevels),
      year: this.number('year', (year) => Number.isInteger(year) && year >= yearMin && year <= yearMax),
      skillLevel: this.text('skillLevel'),
      post: this.word('post', posts),
      from: this.day('from'),
      to: this.day('to'),
      hours: this.number('hours', (hours) => hours >= 0 && hours <= hoursMax),
      result: this.text('result'),
      payer: this.word('payer', payers),
    };
    const content: RecordContent = {
      kind: this.word('kind', kinds, 'KIND_UNKNOWN') ?? kind,
      title,
      issuer: this.text('issuer'),
      issuedOn: this.day('issuedOn'),
      validUntil: this.day('validUntil'),
      number: this.text('number'),
      details: Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null)),
    };
    return { name, identity, content, problems: this.problems };
  }

  private text(column: ImportColumn): string | null {
    const text = this.textOf(column);
    if (text.length > (textMax[column] ?? text.length)) this.problems.push({ code: 'TEXT_LONG', column });
    return text === '' ? null : text;
  }

  private word<Name extends string>(
    column: ImportColumn,
    languages: Words<Name>,
    code: RowProblemCode = 'WORD_UNKNOWN',
  ): Name | null {
    const text = this.textOf(column);
    if (text === '') return null;
    return named(text, languages) ?? this.wrong(code, column);
  }

  private number(column: ImportColumn, fits: (value: number) => boolean): number | null {
    const text = plainFigures(this.textOf(column));
    if (text === '') return null;
    const value = Number(text);
    return /^\d+(\.\d+)?$/.test(text) && fits(value) ? value : this.wrong('NUMBER_WRONG', column);
  }

  private day(column: ImportColumn): string | null {
    const text = this.textOf(column);
    if (text === '') return null;
    return dayOf(text) ?? this.wrong('DATE_WRONG', column);
  }

  private wrong(code: RowProblemCode, column: ImportColumn): null {
    this.problems.push({ code, column });
    return null;
  }
}

const dayPatterns = [/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/, /^(\d{4})(\d{2})(\d{2})$/];

/** A day as people write it, in the order of year, month and day; null if there is no such day. */
export function dayOf(text: string): string | null {
  const [, year = '', month = '', day = ''] =
    dayPatterns.map((pattern) => pattern.exec(plainFigures(text))).find((match) => match !== null) ?? [];
  if (year === '') return null;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${written}T00:00:00Z`);
  // A 30th of February is the 2nd of March to a browser, or no day at all.
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== written ? null : written;
}
