import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies of the mandates by which one union keeps the books of another. */
export class BookkeepingMandates1763600427000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mandate_ref (
        id              uuid PRIMARY KEY,
        version         integer NOT NULL,
        from_union_id   uuid NOT NULL,
        to_union_id     uuid NOT NULL CHECK (to_union_id <> from_union_id),
        scopes          text[] NOT NULL,
        entry_limit_fen bigint CHECK (entry_limit_fen > 0),
        valid_from      timestamptz NOT NULL,
        valid_until     timestamptz NOT NULL,
        revoked_at      timestamptz,
        CHECK (valid_from < valid_until)
      );
      -- Who keeps the books of a union, at each act for it that its own people do not do; and whose books one keeps.
      CREATE INDEX mandate_ref_from ON mandate_ref (from_union_id, id);
      CREATE INDEX mandate_ref_to ON mandate_ref (to_union_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mandate_ref');
  }
}
