import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations to host an activity together, each with the consent or refusal that it got. */
export class CoHosts1763600211000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE co_host (
        activity_id uuid NOT NULL REFERENCES activity,
        -- Its uniqueness by itself serves the look-up of an invitation and the list of one's own, newest first.
        id          uuid NOT NULL UNIQUE,
        version     integer NOT NULL,
        position    integer NOT NULL CHECK (position > 0),
        party_kind  text NOT NULL,
        party_id    uuid NOT NULL,
        party_name  text NOT NULL,
        union_id    uuid NOT NULL,
        state       text NOT NULL CHECK (state IN ('invited', 'accepted', 'declined', 'withdrawn')),
        message     text,
        invited_by  uuid NOT NULL,
        invited_at  timestamptz NOT NULL,
        answered_by uuid,
        answered_at timestamptz,
        reason      text,
        PRIMARY KEY (activity_id, id),
        -- The list of an activity's co-hosts, in order.
        UNIQUE (activity_id, position),
        -- Consent is a person and a time.
        CHECK ((state = 'invited') = (answered_by IS NULL)),
        CHECK ((answered_by IS NULL) = (answered_at IS NULL)),
        CHECK (state <> 'declined' OR reason IS NOT NULL)
      );
      -- A party is asked once at a time; whoever declined may be asked again.
      CREATE UNIQUE INDEX co_host_party ON co_host (activity_id, party_kind, party_id)
        WHERE state IN ('invited', 'accepted');
      -- The invitations of one union: a union with few must not read through everybody's.
      CREATE INDEX co_host_union ON co_host (union_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE co_host');
  }
}
