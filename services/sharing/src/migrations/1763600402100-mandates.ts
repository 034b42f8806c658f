import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A union without hands lets another act for it: within a scope, for a term, until either of them ends it. */
export class Mandates1763600402100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE mandate (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        from_union_id uuid NOT NULL,
        to_union_id   uuid NOT NULL CHECK (to_union_id <> from_union_id),
        scopes        text[] NOT NULL CHECK (cardinality(scopes) > 0),
        valid_from    timestamptz NOT NULL,
        valid_until   timestamptz NOT NULL,
        note          text,
        given_by      uuid NOT NULL,
        created_at    timestamptz NOT NULL,
        revoked_at    timestamptz,
        revoked_by    text CHECK (revoked_by IN ('given', 'taken')),
        revoke_reason text,
        CHECK (valid_from < valid_until),
        CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
      );
      -- The lists of both sides, newest first; and who may act for a union, or for whom a union may act, now.
      CREATE INDEX mandate_from ON mandate (from_union_id, id DESC);
      CREATE INDEX mandate_to ON mandate (to_union_id, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mandate');
  }
}
