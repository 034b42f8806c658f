import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Changes that a union cannot decide alone, until somebody of the union above confirms or refuses them; and who took a
 * person in, since whoever did may not at once give them the other hand over money. Of memberships that are there already
 * the audit trail and the imports know it; only those of the last thirty days matter.
 */
export class PendingChanges1763800000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE union_membership ADD COLUMN admitted_by uuid;
      UPDATE union_membership m SET admitted_by = a.actor_id FROM audit_record a
        WHERE a.noun = 'member' AND a.subject_id = m.id::text AND a.before IS NULL
          AND m.created_at > now() - interval '30 days';
      UPDATE union_membership m SET admitted_by = i.requested_by FROM member_import_row r
        JOIN member_import i ON i.id = r.import_id
        WHERE r.state = 'created' AND r.person_id = m.person_id AND m.admitted_by IS NULL AND NOT i.dry_run
          AND m.created_at BETWEEN i.created_at AND coalesce(i.finished_at, now())
          AND m.created_at > now() - interval '30 days';

      CREATE TABLE pending_change (
        id            uuid PRIMARY KEY,
        version       integer NOT NULL,
        kind          text NOT NULL CHECK (kind IN ('role', 'union', 'enterprise')),
        state         text NOT NULL CHECK (state IN ('waiting', 'confirmed', 'refused', 'withdrawn')),
        -- The union above this one confirms it.
        union_id      uuid NOT NULL REFERENCES labour_union,
        person_id     uuid REFERENCES person,
        role          text,
        enterprise_id uuid REFERENCES enterprise,
        -- Field by field: what it was when it was proposed, and what it is to be.
        changes       jsonb NOT NULL,
        proposed_by   uuid NOT NULL REFERENCES person,
        proposed_at   timestamptz NOT NULL,
        decided_by    uuid REFERENCES person,
        decided_at    timestamptz,
        -- Encrypted.
        reason        text,
        CHECK ((kind = 'role') = (person_id IS NOT NULL)),
        CHECK ((person_id IS NULL) = (role IS NULL)),
        CHECK ((kind = 'enterprise') = (enterprise_id IS NOT NULL)),
        CHECK ((state = 'waiting') = (decided_at IS NULL)),
        CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
        CHECK ((state = 'refused') = (reason IS NOT NULL)),
        -- The other hand is another person's.
        CHECK (state NOT IN ('confirmed', 'refused') OR decided_by <> proposed_by),
        CHECK (state <> 'confirmed' OR person_id IS NULL OR decided_by <> person_id)
      );
      -- One of a kind waits at a time.
      CREATE UNIQUE INDEX pending_change_of_role ON pending_change (union_id, person_id, role)
        WHERE state = 'waiting' AND kind = 'role';
      CREATE UNIQUE INDEX pending_change_of_name ON pending_change (union_id) WHERE state = 'waiting' AND kind = 'union';
      CREATE UNIQUE INDEX pending_change_of_size ON pending_change (enterprise_id)
        WHERE state = 'waiting' AND kind = 'enterprise';
      -- Newest first: those of a union, those in a state, one's own, those about a person.
      CREATE INDEX pending_change_of_union ON pending_change (union_id, id DESC);
      CREATE INDEX pending_change_in_state ON pending_change (state, id DESC);
      CREATE INDEX pending_change_of_proposer ON pending_change (proposed_by, id DESC);
      CREATE INDEX pending_change_about_person ON pending_change (person_id, id DESC) WHERE person_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE pending_change; ALTER TABLE union_membership DROP COLUMN admitted_by');
  }
}
