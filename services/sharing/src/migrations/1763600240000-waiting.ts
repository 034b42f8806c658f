import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What waits for whom, so that a page of things to do is one look at an index: signatures that open versions wait for,
 * and offers that wait for their seeker's word.
 */
export class Waiting1763600240000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agreement_awaited (
        agreement_id uuid NOT NULL REFERENCES agreement (id),
        party_kind   text NOT NULL,
        party_id     uuid NOT NULL,
        union_id     uuid NOT NULL,
        PRIMARY KEY (agreement_id, party_kind, party_id)
      );
      -- What waits for the signature of a union, and of a person.
      CREATE INDEX agreement_awaited_union ON agreement_awaited (union_id, agreement_id);
      CREATE INDEX agreement_awaited_person ON agreement_awaited (party_id, agreement_id) WHERE party_kind = 'person';
      INSERT INTO agreement_awaited (agreement_id, party_kind, party_id, union_id)
        SELECT a.id, h.kind, h.id, h."unionId"
        FROM agreement a, jsonb_to_recordset(a.hosts) AS h(kind text, id uuid, "unionId" uuid)
        WHERE a.state = 'open' AND NOT EXISTS (SELECT 1 FROM agreement_signature s
          WHERE s.agreement_id = a.id AND s.party_kind = h.kind AND s.party_id = h.id);

      ALTER TABLE need_match ADD COLUMN proposed_at timestamptz;
      -- When it was proposed was not kept before: no earlier than it was computed.
      UPDATE need_match SET proposed_at = computed_at WHERE state = 'proposed';
      ALTER TABLE need_match ADD CHECK (state <> 'proposed' OR proposed_at IS NOT NULL);
      -- Offers without an answer, the latest first: few at any time.
      CREATE INDEX need_match_proposed ON need_match (proposed_at DESC, id DESC) WHERE state = 'proposed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE agreement_awaited;
      ALTER TABLE need_match DROP COLUMN proposed_at;
    `);
  }
}
