import type { QueryRunner } from 'typeorm';

/**
 * Lets entries be of further kinds, whatever kinds there are by now, or no longer of some: the rows that are there keep theirs.
 */
export async function entryKindsWith(
  runner: QueryRunner,
  added: readonly string[],
  removed: readonly string[] = [],
): Promise<void> {
  const [row] = (await runner.query(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE conname = 'entry_kind_check' AND conrelid = 'entry'::regclass`,
  )) as [{ definition: string }];
  const known = [...row.definition.matchAll(/'(\w+)'::text/g)].map(([, kind = '']) => kind);
  const kinds = [...new Set([...known, ...added])].filter((kind) => !removed.includes(kind));
  const list = kinds.map((kind) => `'${kind}'`).join(', ');
  await runner.query(`
    ALTER TABLE entry DROP CONSTRAINT entry_kind_check,
      ADD CONSTRAINT entry_kind_check CHECK (kind IN (${list}))${removed.length === 0 ? '' : ' NOT VALID'};
  `);
}
