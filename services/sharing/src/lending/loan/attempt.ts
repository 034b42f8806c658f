import { settled, type Transaction } from '@gongxiang/persistence';

/**
 * Does a part of a transaction's work: where it fails, that part alone is undone, and the transaction goes on. Only so may
 * one of many times be refused by the calendar, whose refusal ends a transaction otherwise.
 * @throws whatever the work throws
 */
export async function attempt<T>(tx: Transaction, work: (part: Transaction) => Promise<T>): Promise<T> {
  const done = await tx.sql.transaction(async (sql) => {
    const part = tx.part(sql);
    return { part, result: await settled(part, work) };
  });
  done.part.decisions.forEach(({ rule, subject }) => tx.authorise(rule, subject));
  tx.changes.push(...done.part.changes);
  tx.adopt(done.part);
  return done.result;
}

/** Does work to see what would come of it, and undoes it. Nothing of it is told to anybody. */
export async function tentatively<T>(tx: Transaction, work: (part: Transaction) => Promise<T>): Promise<T> {
  const undo = new Error('undone on purpose');
  const results: T[] = [];
  try {
    await tx.sql.transaction(async (sql) => {
      results.push(await settled(tx.part(sql), work));
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return results[0] as T;
}
