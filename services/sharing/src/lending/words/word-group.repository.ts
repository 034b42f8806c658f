import { selectListOf, type Transaction } from '@gongxiang/persistence';
import { WordGroupChangeRow } from './word-group.entity.js';

/** Serialises changes until the commit: the first has no row yet. */
export async function lockWordGroups(tx: Transaction): Promise<void> {
  await tx.sql.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(current_schema() || '.word_group_change', 0))`,
  );
}

export async function addWordGroupChange(tx: Transaction, row: WordGroupChangeRow): Promise<void> {
  await tx.sql.insert(WordGroupChangeRow, row);
}

/** The number of the last change; 0 before the first. */
export async function lastWordGroupChange(tx: Transaction): Promise<number> {
  const [row] = await tx.sql.query<{ last: number }[]>(
    'SELECT coalesce(max(number), 0)::int AS last FROM word_group_change',
  );
  return row?.last ?? 0;
}

/** The last change of each group. */
export function presentWordGroupChanges(tx: Transaction): Promise<WordGroupChangeRow[]> {
  return tx.sql.query(
    `SELECT DISTINCT ON (c.word) ${selectListOf(tx.sql, WordGroupChangeRow, 'c')}
     FROM word_group_change c ORDER BY c.word, c.version DESC`,
  );
}

/** All changes of a group, the last one first. */
export function wordGroupChangesOf(tx: Transaction, word: string): Promise<WordGroupChangeRow[]> {
  return tx.sql.find(WordGroupChangeRow, { where: { word }, order: { version: 'DESC' } });
}

export function wordGroupChangeNumbered(tx: Transaction, number: number): Promise<WordGroupChangeRow | null> {
  return tx.sql.findOneBy(WordGroupChangeRow, { number });
}
