import { indexTerms } from '@gongxiang/domain';
import type { Transaction } from './transaction.js';
import { pinyinOf } from './pinyin.js';
import type { TitleTable } from './title-table.js';

/** As far as people type, and as much as the index of the heading holds. */
const charactersMax = 200;
/** Nobody types the pinyin of a sentence. */
const pinyinCharactersMax = 40;

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** A title or what is typed for one, as both are compared: without width, case and blanks. */
export function headingOf(text: string): string {
  return [...text.normalize('NFKC').toLowerCase().replace(/\s/gu, '')].slice(0, charactersMax).join('');
}

/** What a title is found by. */
export function titleRowOf({ id, title }: Titled): {
  readonly id: string;
  readonly heading: string;
  readonly terms: readonly string[];
  readonly pinyin: string;
} {
  const heading = headingOf(title);
  const spoken = [...title].slice(0, pinyinCharactersMax).join('');
  return { id, heading, terms: indexTerms(heading), pinyin: pinyinOf(spoken) };
}

/** Fills rows of a table of titles that are empty. @returns how many were */
export async function fillTitles(
  tx: Transaction,
  { name, of, column }: TitleTable,
  max: number,
): Promise<number> {
  const ids = await lockEmpty(tx, name, 'heading', max);
  if (ids.length === 0) return 0;
  // After the lock: whoever changes a title from now on waits, and empties the row again.
  const titled: Titled[] = await tx.sql.query(
    // What has no title is found by none, and is not asked for again.
    `SELECT id, coalesce(${column}, '') AS title FROM ${of} WHERE id = ANY($1)`,
    [ids],
  );
  await tx.sql.query(
    `UPDATE ${name} t SET heading = given.heading, pinyin = given.pinyin,
       terms = ARRAY(SELECT jsonb_array_elements_text(given.terms))
     FROM jsonb_to_recordset($1) AS given(id uuid, heading text, terms jsonb, pinyin text) WHERE t.id = given.id`,
    [JSON.stringify(titled.map(titleRowOf))],
  );
  return ids.length;
}

/** Locks rows of which a column is empty; those that are being changed stay for the next time. @returns their ids */
export async function lockEmpty(
  tx: Transaction,
  table: string,
  column: string,
  max: number,
): Promise<string[]> {
  const rows: { id: string }[] = await tx.sql.query(
    `SELECT id FROM ${table} WHERE ${column} IS NULL ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`,
    [max],
  );
  return rows.map(({ id }) => id);
}
