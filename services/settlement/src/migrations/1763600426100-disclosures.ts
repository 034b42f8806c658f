import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What unions tell their members of a year, frozen, and the reminders of what they have not told; subjects of vouchers. */
export class Disclosures1763600426100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE disclosure (
        id            uuid PRIMARY KEY,
        union_id      uuid NOT NULL,
        year          integer NOT NULL CHECK (year BETWEEN 2000 AND 2100),
        number        integer NOT NULL CHECK (number > 0),
        reason        text,
        content       jsonb NOT NULL,
        content_hash  text NOT NULL CHECK (length(content_hash) = 64),
        last_entry_id uuid REFERENCES entry,
        published_by  uuid NOT NULL,
        published_at  timestamptz NOT NULL,
        UNIQUE (union_id, year, number),
        -- A correction says why.
        CHECK ((number = 1) = (reason IS NULL))
      );

      CREATE TABLE disclosure_reminder (
        union_id    uuid NOT NULL,
        year        integer NOT NULL,
        reminded_at timestamptz NOT NULL,
        PRIMARY KEY (union_id, year)
      );

      -- Only what a union maps otherwise than the default: [{ subject, code, name }].
      CREATE TABLE voucher_subject_map (
        union_id   uuid PRIMARY KEY,
        version    integer NOT NULL,
        subjects   jsonb NOT NULL,
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL
      );

      -- The first reminder is of this year, in next January; each notes the one after it.
      INSERT INTO due (kind, key, due_at)
      SELECT 'disclosure-reminder', this.year::text,
             make_timestamptz(this.year + 1, 1, 8, 9, 0, 0, 'Asia/Shanghai')
      FROM (SELECT extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::int AS year) AS this;
    `);
    await makeAppendOnly(runner, 'disclosure');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM due WHERE kind = 'disclosure-reminder';
      DROP TABLE voucher_subject_map, disclosure_reminder, disclosure;
    `);
  }
}
