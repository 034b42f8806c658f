import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Groups of members of a union. New tables only, which nothing reads before this release. */
export class Groups1764303000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE union_group (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        union_id uuid NOT NULL REFERENCES labour_union,
        name text NOT NULL,
        leader_id uuid REFERENCES person,
        active boolean NOT NULL,
        created_at timestamptz NOT NULL
      );
      -- The groups of a union are read page by page in this order.
      CREATE INDEX union_group_of_union ON union_group (union_id, name, id);
      -- No two open groups of a union have one name.
      CREATE UNIQUE INDEX union_group_name ON union_group (union_id, name) WHERE active;
      -- The groups that somebody leads.
      CREATE INDEX union_group_of_leader ON union_group (leader_id, id) WHERE leader_id IS NOT NULL;

      CREATE TABLE group_member (
        id uuid PRIMARY KEY,
        version integer NOT NULL,
        group_id uuid NOT NULL REFERENCES union_group,
        person_id uuid NOT NULL REFERENCES person,
        valid_from date NOT NULL,
        valid_to date CHECK (valid_to >= valid_from),
        created_at timestamptz NOT NULL
      );
      -- Nobody is in a group twice at a time.
      CREATE UNIQUE INDEX group_member_present ON group_member (group_id, person_id) WHERE valid_to IS NULL;
      -- Those in a group are read page by page in this order.
      CREATE INDEX group_member_of_group ON group_member (group_id, id);
      -- The groups that somebody is in, which end with their membership.
      CREATE INDEX group_member_of_person ON group_member (person_id) WHERE valid_to IS NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE group_member; DROP TABLE union_group');
  }
}
