import { fillTitles, type TitleTable, type Transaction } from '@gongxiang/persistence';
import { scheduleQuietly } from './due.js';

/** Due work, one row that never ends: new and changed titles become findable. */
export const titlesFoldKind = 'titles-fold';
const everyMs = 2_000;
const perTableMax = 500;

/**
 * Fills what triggers have emptied, and schedules itself again: at once if there is more.
 * @param fills what a service fills besides its titles; each returns how many rows it has filled
 */
export async function foldTitles(
  tx: Transaction,
  key: string,
  tables: readonly TitleTable[],
  fills: readonly ((tx: Transaction, max: number) => Promise<number>)[] = [],
): Promise<void> {
  let isMore = false;
  for (const table of tables) isMore = (await fillTitles(tx, table, perTableMax)) === perTableMax || isMore;
  for (const fill of fills) isMore = (await fill(tx, perTableMax)) === perTableMax || isMore;
  const pauseMs = isMore ? 0 : everyMs;
  await scheduleQuietly(tx, { kind: titlesFoldKind, key, at: new Date(tx.now.getTime() + pauseMs) });
}
