import { makeAppendOnly } from '@gongxiang/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions of what the hosts of an activity agree on, and who signed which. */
export class Agreements1763600212000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE agreement (
        activity_id    uuid NOT NULL REFERENCES activity,
        -- Its uniqueness by itself serves the look-up of one version.
        id             uuid NOT NULL UNIQUE,
        version        integer NOT NULL,
        version_number integer NOT NULL CHECK (version_number > 0),
        hash           text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
        state          text NOT NULL CHECK (state IN ('checking', 'refused', 'open', 'inForce', 'superseded')),
        overdue        boolean NOT NULL,
        terms          jsonb NOT NULL,
        hosts          jsonb NOT NULL,
        problems       jsonb NOT NULL,
        proposed_by    uuid NOT NULL,
        proposed_at    timestamptz NOT NULL,
        in_force_at    timestamptz,
        PRIMARY KEY (activity_id, id),
        -- The list of an activity's versions, newest first.
        UNIQUE (activity_id, version_number),
        CHECK (state <> 'inForce' OR in_force_at IS NOT NULL)
      );
      -- One version binds, and one at most waits to replace it.
      CREATE UNIQUE INDEX agreement_in_force ON agreement (activity_id) WHERE state = 'inForce';
      CREATE UNIQUE INDEX agreement_pending ON agreement (activity_id) WHERE state IN ('checking', 'open');
      ALTER TABLE activity ADD CONSTRAINT activity_agreement
        FOREIGN KEY (id, agreement_id) REFERENCES agreement (activity_id, id);

      CREATE TABLE agreement_signature (
        agreement_id uuid NOT NULL REFERENCES agreement (id),
        party_kind   text NOT NULL,
        party_id     uuid NOT NULL,
        hash         text NOT NULL,
        signed_by    uuid NOT NULL,
        signed_at    timestamptz NOT NULL,
        PRIMARY KEY (agreement_id, party_kind, party_id)
      );
    `);
    await makeAppendOnly(runner, 'agreement_signature');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE activity DROP CONSTRAINT activity_agreement;
      DROP TABLE agreement_signature, agreement;
    `);
  }
}
