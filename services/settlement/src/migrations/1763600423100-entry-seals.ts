import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { entryHash, type HashedEntry, hashedEntrySql } from '../ledger/entry-chain.js';

const pageRows = 1_000;

/** Each entry carries the hash of itself and its postings, and committed entries are chained by seals, as the audit trail is. */
export class EntrySeals1763600423100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE entry ADD COLUMN row_hash text;
      CREATE TABLE entry_seal (
        number    integer PRIMARY KEY,
        at        timestamptz NOT NULL,
        row_count integer NOT NULL CHECK (row_count > 0),
        hash      text NOT NULL
      );
      CREATE TABLE entry_sealed (
        seal_number integer NOT NULL REFERENCES entry_seal,
        position    integer NOT NULL,
        record_id   uuid NOT NULL UNIQUE,
        PRIMARY KEY (seal_number, position)
      );
      ALTER TABLE entry DISABLE TRIGGER entry_append_only;
    `);
    await hashWhatIsThere(runner);
    await runner.query(`
      ALTER TABLE entry ENABLE TRIGGER entry_append_only;
      ALTER TABLE entry ALTER COLUMN row_hash SET NOT NULL;
    `);
    for (const table of ['entry_seal', 'entry_sealed']) await makeAppendOnly(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE entry_sealed, entry_seal; ALTER TABLE entry DROP COLUMN row_hash');
  }
}

/** Entries from before there were hashes: what they say today is what is sealed. */
async function hashWhatIsThere(runner: QueryRunner): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = (await runner.query(`${hashedEntrySql} WHERE e.id > $1 ORDER BY e.id LIMIT ${pageRows}`, [
      after,
    ])) as HashedEntry[];
    const last = rows.at(-1);
    if (last === undefined) return;
    await runner.query(
      `UPDATE entry e SET row_hash = h.hash FROM unnest($1::uuid[], $2::text[]) AS h(id, hash) WHERE e.id = h.id`,
      [rows.map(({ id }) => id), rows.map(entryHash)],
    );
    after = last.id;
  }
}
