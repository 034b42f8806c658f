import type { MigrationInterface, QueryRunner } from 'typeorm';

/** For whom people work, apart from their membership. A new table only, which nothing reads before this release. */
export class Employments1764301000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE employment (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        person_id uuid NOT NULL REFERENCES person,
        kind text NOT NULL CHECK (kind IN ('regular', 'dispatched', 'newForm', 'partTime')),
        enterprise_id uuid REFERENCES enterprise,
        employer_name text,
        host_enterprise_id uuid REFERENCES enterprise,
        host_name text,
        served_by_union_id uuid REFERENCES labour_union,
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        created_at timestamptz NOT NULL,
        CHECK ((enterprise_id IS NULL) <> (employer_name IS NULL)),
        CHECK (host_enterprise_id IS NULL OR host_name IS NULL),
        CHECK (kind = 'dispatched' OR (host_enterprise_id IS NULL AND host_name IS NULL AND served_by_union_id IS NULL))
      );
      -- The history of a person is read page by page in this order; whether it goes on is part of each member.
      CREATE INDEX employment_of_person ON employment (person_id, valid_from, id);
      -- Those whom a union serves are read page by page in this order.
      CREATE INDEX employment_served_by ON employment (served_by_union_id, id) WHERE served_by_union_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE employment');
  }
}
