import type { QueryRunner } from 'typeorm';

/** Makes the words that a column of notices allows others, from what they are: several migrations add theirs. */
export async function rewriteNoticeWords(
  runner: QueryRunner,
  column: 'kind' | 'why',
  change: (words: readonly string[]) => readonly string[],
): Promise<void> {
  const name = `notice_${column}_check`;
  const rows = (await runner.query(
    `SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conrelid = 'notice'::regclass AND conname = $1`,
    [name],
  )) as { text: string }[];
  const words = [...(rows[0]?.text ?? '').matchAll(/'(\w+)'/g)].map(([, word]) => word ?? '');
  const list = change(words).map((word) => `'${word}'`);
  await runner.query(`ALTER TABLE notice DROP CONSTRAINT ${name}`);
  await runner.query(`ALTER TABLE notice ADD CONSTRAINT ${name} CHECK (${column} IN (${list.join(', ')}))`);
}

/** What a notice may be about, of which it is about exactly one. */
export async function rewriteNoticeAbout(
  runner: QueryRunner,
  change: (columns: readonly string[]) => readonly string[],
): Promise<void> {
  const rows = (await runner.query(
    `SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint
     WHERE conrelid = 'notice'::regclass AND conname = 'notice_about_check'`,
  )) as { text: string }[];
  const columns = [...(rows[0]?.text ?? '').matchAll(/\w+_id\b/g)].map(([column]) => column);
  await runner.query(`
    ALTER TABLE notice
      DROP CONSTRAINT notice_about_check,
      ADD CONSTRAINT notice_about_check CHECK (num_nonnulls(${change(columns).join(', ')}) = 1)
  `);
}
