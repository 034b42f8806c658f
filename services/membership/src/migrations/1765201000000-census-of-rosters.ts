import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Memberships that a roster inserts hundreds at a time are counted in one statement: `census_terms`, called for each of them,
 * takes longer than all else that inserting a membership costs. It stays for changes, which come one by one.
 */
export class CensusOfRosters1765201000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION census_memberships_inserted() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      BEGIN
        -- The same as \`census_terms\` says of a row.
        INSERT INTO census_change (after)
        SELECT jsonb_build_object(
          'personId', n.person_id,
          'unionId', n.union_id,
          'state', n.state,
          'employment', n.employment_kind,
          'standing', n.standing,
          'joined', to_char(n.valid_from, 'YYYY-MM'),
          'left', to_char(n.valid_to, 'YYYY-MM'),
          'endedReason', n.ended_reason,
          'tookPart', p.person_id IS NOT NULL)
        FROM new_rows n LEFT JOIN census_participant p ON p.person_id = n.person_id;
        RETURN NULL;
      END $$;
      DROP TRIGGER census_membership_inserted ON union_membership;
      CREATE TRIGGER census_membership_inserted AFTER INSERT ON union_membership
        REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION census_memberships_inserted();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER census_membership_inserted ON union_membership;
      CREATE TRIGGER census_membership_inserted AFTER INSERT ON union_membership
        REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION census_membership_changed();
      DROP FUNCTION census_memberships_inserted;
    `);
  }
}
