import type {
  BankDirection,
  BankRowProblem,
} from '@gongxiang/contracts/settlement/clearing/bank-statement.contract';
import { isCalendarDate, maskName, normaliseName } from '@gongxiang/domain';
import type { BankColumns, BankField } from './bank-columns.model.js';

/** A bank line from the perspective of the account. */
export interface BankLine {
  readonly bookedOn: string;
  readonly direction: BankDirection;
  /** Fen, above zero. */
  readonly amountFen: bigint;
  /** The bank's name for it; names of persons are masked. */
  readonly counterparty: string;
  readonly summary: string;
  readonly serial: string | null;
  /** Identifies the line within the account, before equal lines of one file are numbered. */
  readonly identity: string;
}

const nameMax = 200;
const summaryMax = 500;
const serialMax = 100;

/**
 * Parses a row.
 * @returns the reason if it is not a bank line, such as a total, a balance carried forward or a footnote
 */
export function readLine(row: readonly string[], columns: BankColumns): BankLine | BankRowProblem {
  const cell = (field: BankField): string => plainCell(row[columns[field]] ?? '');
  const bookedOn = readDate(cell('date'));
  if (bookedOn === null) return 'NO_DATE';
  const moved = readMovement(cell);
  if (typeof moved === 'string') return moved;
  const { direction, amountFen } = moved;
  const name = clip(cell('counterparty'), nameMax);
  const serial = clip(cell('serial'), serialMax) || null;
  const summary = clip([cell('summary'), cell('purpose')].filter(Boolean).join(' '), summaryMax);
  const what = [bookedOn, direction, String(amountFen)];
  // Uses the bank's serial number if there is one: texts of the same line may differ between exports.
  const identity = JSON.stringify(serial === null ? [...what, name, summary] : [...what, serial]);
  const counterparty = isPerson(name) ? maskName(name) : name;
  return { bookedOn, direction, amountFen, counterparty, summary, serial, identity };
}

/**
 * Makes the identities of a file unique by numbering equal ones. Equal lines in one file are different lines, such as
 * two equal transfers on one day; in another file they get the same numbers again.
 */
export function distinctOf(identities: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return identities.map((identity) => {
    const nth = (seen.get(identity) ?? 0) + 1;
    seen.set(identity, nth);
    return `${identity}\n${nth}`;
  });
}

interface Movement {
  readonly direction: BankDirection;
  readonly amountFen: bigint;
}

/**
 * Reads the amount and direction from two columns, one of them empty or zero, or from one column with a sign or a
 * direction column.
 */
function readMovement(cell: (field: BankField) => string): Movement | BankRowProblem {
  const [debit, credit] = [readFen(cell('debit')), readFen(cell('credit'))];
  if (debit !== 0n && credit !== 0n) return 'TWO_AMOUNTS';
  // A negative debit is a debit that the bank reversed, so money came in.
  if (debit !== 0n || credit !== 0n) return signed(credit - debit);
  const amount = readFen(cell('amount'));
  if (amount === 0n) return 'NO_AMOUNT';
  const word = cell('direction').toLowerCase();
  if (/^(借|支|付|出|转出|d|out|debit)/.test(word)) return signed(-amount);
  return signed(amount);
}

function signed(amount: bigint): Movement {
  return amount < 0n ? { direction: 'out', amountFen: -amount } : { direction: 'in', amountFen: amount };
}

/** Parses `¥1,234.50`, `+100`, `-3.2` or an empty cell to fen; zero if it is not an amount. */
function readFen(text: string): bigint {
  const plain = text.normalize('NFKC').replace(/[\s,¥元]/g, '');
  const found = /^([+-]?)(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(plain);
  if (found === null) return 0n;
  const [, sign = '', yuan = '', decimals = ''] = found;
  const fen = BigInt(yuan) * 100n + BigInt(decimals.padEnd(2, '0'));
  return sign === '-' ? -fen : fen;
}

/** `2026-11-20 10:20:30`, `2026/11/5`, `20261120`, `2026年11月20日`. */
function readDate(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/.exec(plain);
  const packed = /^(\d{4})(\d{2})(\d{2})(?!\d{7})/.exec(plain);
  const [, year = '', month = '', date = ''] = found ?? packed ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isCalendarDate(day) ? day : null;
}

/** Strips the marks by which spreadsheets force text: `="0123"`, a leading apostrophe or tab. */
function plainCell(text: string): string {
  return text
    .trim()
    .replace(/^="(.*)"$/s, '$1')
    .replace(/^'/, '')
    .replaceAll('\0', '')
    .trim();
}

function clip(text: string, charactersMax: number): string {
  return [...text].slice(0, charactersMax).join('');
}

/** Characters that end the names of organisations, even short ones. */
const organisation = /[会厂店社局院校所部队行站馆司办团室场园庄坊]$/u;

/**
 * Two to four Chinese characters without an organisation's ending, or a name with middle dots. Payments between
 * unions never involve persons.
 */
function isPerson(name: string): boolean {
  const plain = normaliseName(name);
  if (/^\p{Script=Han}+(·\p{Script=Han}+)+$/u.test(plain)) return true;
  return /^\p{Script=Han}{2,4}$/u.test(plain) && !organisation.test(plain);
}
