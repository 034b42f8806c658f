import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The union that serves a dispatched person stands with their membership, as the kind of employment does: every way in which a member is
 * published reads that row. It is read by person only, so that it has no index. Other services learn of those of before by `republish member`.
 */
export class ServedMembers1767372000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE union_membership ADD COLUMN served_by_union_id uuid REFERENCES labour_union;
      UPDATE union_membership m SET served_by_union_id = e.served_by_union_id
      FROM (SELECT DISTINCT ON (person_id) person_id, served_by_union_id FROM employment
            WHERE valid_to IS NULL AND served_by_union_id IS NOT NULL ORDER BY person_id, valid_from DESC, id DESC) e
      WHERE e.person_id = m.person_id AND m.state <> 'ended' AND e.served_by_union_id <> m.union_id;
      ALTER TABLE union_membership ADD CONSTRAINT union_membership_served_elsewhere
        CHECK (served_by_union_id <> union_id) NOT VALID;
      ALTER TABLE union_membership VALIDATE CONSTRAINT union_membership_served_elsewhere;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE union_membership DROP COLUMN served_by_union_id');
  }
}
