import { checkResidentNumber, syntheticResidentNumber } from '@gongxiang/domain';
import { type ReadRow, type RefusedRow, readRow } from './chunk-reader.model.js';
import { readRoster, rowsIn } from './roster-reading.js';
import { type SheetCell, workbookFile } from './roster-files.fixture.js';
import { UnionDirectory } from './union-directory.js';

const now = new Date('2026-11-20T04:00:00Z');
export const good = syntheticResidentNumber({ area: '420106', birthDate: '1985-03-09', sequence: 1 });
const fieldless = { uscc: null, enterpriseName: null, enterpriseUscc: null };
const directory = new UnionDirectory([
  { id: '019a0000-0000-7000-8000-000000000001', name: '青山区总工会', ...fieldless },
  { id: '019a0000-0000-7000-8000-000000000002', name: '重名工会', ...fieldless },
  { id: '019a0000-0000-7000-8000-000000000003', name: '重名工会', ...fieldless },
]);

export interface TrapCells {
  readonly name?: SheetCell;
  readonly number?: SheetCell;
  readonly phone?: SheetCell;
  readonly union?: SheetCell;
  readonly from?: SheetCell;
  readonly kind?: SheetCell;
  readonly sex?: SheetCell;
}

const header = ['姓名', '证件号码', '手机号', '工会', '入会日期', '用工形式', '性别'];

/** A row of an .xlsx as the import reads it. */
export function readTrap(cells: TrapCells): ReadRow | RefusedRow {
  const {
    name = '张三',
    number = good,
    phone = null,
    union = null,
    from = null,
    kind = null,
    sex = null,
  } = cells;
  const bytes = workbookFile([{ name: '表', rows: [header, [name, number, phone, union, from, kind, sex]] }]);
  const [row] = readRoster({ bytes, layout: null, words: {} }).chunks.flatMap(rowsIn);
  if (row === undefined) throw new Error('no row');
  return readRow(row, { unionId: 'here', directory, now });
}

/** What is said of a row: its problems, or its warnings with `!`, or nothing. */
export function said(cells: TrapCells): string[] {
  const read = readTrap(cells);
  if ('code' in read)
    return [read, ...read.more].map(
      ({ code, field }) =>
        `${code} ${field}${'hint' in read && read.hint !== null && code === read.code ? ` ${read.hint}` : ''}`,
    );
  return read.entry.warnings.map(({ code, field }) => `!${code} ${field}`);
}

export const wrongCheck = good.slice(0, 17) + (good.endsWith('1') ? '2' : '1');
export const born = (birthDate: string): string =>
  syntheticResidentNumber({ area: '420106', birthDate, sequence: 1 });

/** The 17 digits of a body with the character that makes them pass the check, whatever day they name. */
export function passing(body: string): string {
  return body + (checkResidentNumber(`${body}0`, now).checkCharacter ?? '');
}

/** A number that passes the check and fits the condition. @throws Error if none does */
export function numberWith(fits: (number: string) => boolean): string {
  for (let sequence = 0; sequence < 1_000; sequence += 1)
    for (const day of ['1985-03-09', '1978-11-23', '1969-07-02']) {
      const number = syntheticResidentNumber({ area: '420106', birthDate: day, sequence });
      if (fits(number)) return number;
    }
  throw new Error('no such number');
}
