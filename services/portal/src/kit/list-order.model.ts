/** What rows are put in order by; what has none stands last, whichever way the order goes. */
export type OrderValue = string | number | bigint | null;

export interface Order {
  /** Of a column. */
  readonly key: string;
  readonly isDown: boolean;
}

/** The order as it stands in the address: `dueOn`, or `-dueOn` the other way round. Columns that nobody can order by are ignored. */
export function orderOf(word: string | null, keys: readonly string[]): Order | null {
  const isDown = word?.startsWith('-') ?? false;
  const key = isDown ? word?.slice(1) : word;
  return key !== undefined && key !== null && keys.includes(key) ? { key, isDown } : null;
}

export function wordOf({ key, isDown }: Order): string {
  return isDown ? `-${key}` : key;
}

/** What a press of the head of a column leads to: up, down, then as the platform has it. */
export function nextOrder(now: Order | null, key: string): Order | null {
  if (now?.key !== key) return { key, isDown: false };
  return now.isDown ? null : { key, isDown: true };
}

/** The rows in order; equal ones stay as they were. Words go as the language has them: Chinese by its sounds. */
export function inOrder<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => OrderValue,
  { isDown }: Pick<Order, 'isDown'>,
  locale: string,
): Row[] {
  const words = new Intl.Collator(locale, { numeric: true });
  const sign = isDown ? -1 : 1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((left, right) => {
      if (left.value === null || right.value === null)
        return Number(left.value === null) - Number(right.value === null);
      return sign * compare(left.value, right.value, words);
    })
    .map(({ row }) => row);
}

function compare(
  left: string | number | bigint,
  right: string | number | bigint,
  words: Intl.Collator,
): number {
  if (typeof left === 'string' && typeof right === 'string') return words.compare(left, right);
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
