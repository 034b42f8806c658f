import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Copies of what affairs counts of unions: their matters, what was asked of them, and whom they had read something. No persons. */
export class Affairs1766540000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE matter_ref (
        id          uuid PRIMARY KEY,
        version     integer NOT NULL,
        union_id    uuid NOT NULL,
        -- Null while its time stands still, and once it is withdrawn.
        decide_by   timestamptz,
        decided_at  timestamptz,
        escalations integer NOT NULL,
        is_reopened boolean NOT NULL,
        stars       smallint,
        rated_at    timestamptz,
        CHECK ((stars IS NULL) = (rated_at IS NULL))
      );
      -- What a union had to decide, has decided, and was told of it, each within days.
      CREATE INDEX matter_ref_due ON matter_ref (union_id, decide_by);
      CREATE INDEX matter_ref_decided ON matter_ref (union_id, decided_at) WHERE decided_at IS NOT NULL;
      CREATE INDEX matter_ref_rated ON matter_ref (union_id, rated_at) WHERE rated_at IS NOT NULL;

      CREATE TABLE assignment_part_ref (
        id          uuid PRIMARY KEY,
        version     integer NOT NULL,
        union_id    uuid NOT NULL,
        -- Null while it is looked at, and if its task was closed before it was accepted.
        due_on      date,
        returned_on date
      );
      CREATE INDEX assignment_part_ref_due ON assignment_part_ref (union_id, due_on);

      CREATE TABLE bulletin_reach (
        bulletin_id uuid PRIMARY KEY,
        version     integer NOT NULL,
        union_id    uuid NOT NULL,
        shown_until timestamptz NOT NULL,
        members     integer NOT NULL,
        confirmed   integer NOT NULL CHECK (confirmed BETWEEN 0 AND members)
      );
      CREATE INDEX bulletin_reach_union ON bulletin_reach (union_id, shown_until);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bulletin_reach, assignment_part_ref, matter_ref');
  }
}
