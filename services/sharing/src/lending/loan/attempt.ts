import { settled, type Transaction } from '@gongxiang/persistence';

/**
 * Runs a part of a transaction's work in a savepoint: a failure undoes only that part. A refusal by a database
 * constraint would end the whole transaction otherwise.
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

/** Runs work to see its result, and undoes it. Nothing of it is published. */
export async function dryRun<T>(tx: Transaction, work: (part: Transaction) => Promise<T>): Promise<T> {
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
