import type { Cipher } from './cipher.js';
import { rowsOfPersonSql, type SealedPlace, updateSql } from './sealed-place.js';
import type { Transaction } from './transaction.js';

interface SealedRow {
  readonly key: string[];
  readonly values: (string | null)[];
  readonly contexts: (string | null)[];
}

/**
 * Values that are sealed for a person open under that person's id only, so what moves has to be sealed anew. Reads
 * what is sealed for `from`.
 * @returns to be called after the rows have moved: seals the values of those that have
 */
export async function resealing(
  tx: Transaction,
  sealed: { readonly cipher: Cipher; readonly places: readonly SealedPlace[] } | undefined,
  { from, into }: { readonly from: string; readonly into: string },
): Promise<() => Promise<void>> {
  if (sealed === undefined) return async () => undefined;
  const { cipher } = sealed;
  const found: { place: SealedPlace; rows: SealedRow[] }[] = [];
  for (const place of sealed.places.filter(({ person }) => person !== undefined)) {
    const rows: SealedRow[] = await tx.sql.query(rowsOfPersonSql(place), [from]);
    if (rows.length > 0) found.push({ place, rows });
  }
  return async () => {
    for (const { place, rows } of found) {
      const left: SealedRow[] = await tx.sql.query(rowsOfPersonSql(place), [from]);
      const staying = new Set(left.map(({ key }) => key.join(' ')));
      const moved = rows.filter(({ key }) => !staying.has(key.join(' ')));
      if (moved.length > 0)
        await seal(
          tx,
          place,
          moved.map((row) => resealed(row, cipher, { from, into })),
        );
    }
  };
}

function resealed(row: SealedRow, cipher: Cipher, { from, into }: { from: string; into: string }): SealedRow {
  const values = row.values.map((value, index) => {
    const context = row.contexts[index];
    if (value === null || typeof context !== 'string') return value;
    return cipher.seal(cipher.open(value, context), context.replaceAll(from, into));
  });
  return { ...row, values, key: row.key.map((part) => (part === from ? into : part)) };
}

async function seal(tx: Transaction, place: SealedPlace, rows: readonly SealedRow[]): Promise<void> {
  const names = Object.keys(place.contexts);
  const keys = Object.keys(place.key);
  await tx.sql.query(updateSql(place), [
    ...names.map((_name, index) => rows.map(({ values }) => values[index] ?? null)),
    ...keys.map((_name, index) => rows.map(({ key }) => key[index])),
  ]);
}
