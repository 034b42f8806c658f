import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A right of use says to whom more finely, for what, when, how much a month and at what price; it is revoked with notice,
 * and each of its versions is kept. A loan keeps what was agreed when it was approved.
 */
export class GrantTerms1763600402000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE right_of_use
        DROP CONSTRAINT right_of_use_grantee_kind_check,
        DROP CONSTRAINT right_of_use_price_kind_check,
        ADD COLUMN grantee_party_kind  text,
        ADD COLUMN grantee_party_id    uuid,
        -- Of neighbours: null where those in the park of the owner are meant.
        ADD COLUMN grantee_within_km   integer CHECK (grantee_within_km > 0),
        ADD COLUMN only_sizes          text[] NOT NULL DEFAULT '{}',
        ADD COLUMN except_union_ids    uuid[] NOT NULL DEFAULT '{}' CHECK (cardinality(except_union_ids) <= 50),
        ADD COLUMN businesses          text[] NOT NULL DEFAULT '{}',
        ADD COLUMN weekdays            text[] NOT NULL DEFAULT '{}',
        ADD COLUMN time_from           text CHECK (time_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
        ADD COLUMN time_until          text CHECK (time_until ~ '^(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$'),
        ADD COLUMN hours_per_month     integer CHECK (hours_per_month > 0),
        ADD COLUMN loans_per_month     integer CHECK (loans_per_month > 0),
        ADD COLUMN decide_within_hours integer NOT NULL DEFAULT 72 CHECK (decide_within_hours > 0),
        ADD COLUMN on_silence          text NOT NULL DEFAULT 'refuse' CHECK (on_silence IN ('refuse', 'approve')),
        ADD COLUMN fee_fen             bigint CHECK (fee_fen > 0),
        ADD COLUMN fee_per             text CHECK (fee_per IN ('hour', 'day', 'loan')),
        ADD COLUMN deposit_fen         bigint CHECK (deposit_fen > 0),
        ADD COLUMN revoke_reason       text,
        ADD COLUMN future_loans        text CHECK (future_loans IN ('stand', 'cancel')),
        ADD CONSTRAINT right_of_use_grantee_kind_check CHECK (grantee_kind IN
          ('union', 'subtree', 'sizeClass', 'everyone', 'party', 'club', 'neighbours')),
        ADD CONSTRAINT right_of_use_price_kind_check CHECK (price_kind IN ('free', 'costShare', 'fee')),
        ADD CONSTRAINT right_of_use_party_check
          CHECK ((grantee_kind IN ('party', 'club')) = (grantee_party_id IS NOT NULL)),
        ADD CONSTRAINT right_of_use_party_kind_check
          CHECK ((grantee_party_kind IS NULL) = (grantee_party_id IS NULL)),
        ADD CONSTRAINT right_of_use_near_check
          CHECK (grantee_kind = 'neighbours' OR grantee_within_km IS NULL),
        ADD CONSTRAINT right_of_use_times_check
          CHECK ((time_from IS NULL) = (time_until IS NULL) AND time_from COLLATE "C" < time_until COLLATE "C"),
        ADD CONSTRAINT right_of_use_fee_check
          CHECK ((price_kind = 'fee') = (fee_fen IS NOT NULL) AND (fee_fen IS NULL) = (fee_per IS NULL)),
        ADD CONSTRAINT right_of_use_revoked_check
          CHECK (revoked_at IS NOT NULL OR (revoke_reason IS NULL AND future_loans IS NULL));

      -- The terms as they stood from a change on: what a loan was approved under can be looked up for good.
      CREATE TABLE right_of_use_version (
        resource_id uuid NOT NULL,
        grant_id    uuid NOT NULL,
        version     integer NOT NULL CHECK (version > 0),
        since       timestamptz NOT NULL,
        terms       jsonb NOT NULL,
        -- Also the list of a right's versions, newest first, read backwards.
        PRIMARY KEY (resource_id, grant_id, version),
        FOREIGN KEY (resource_id, grant_id) REFERENCES right_of_use (resource_id, id)
      );
      -- What stands already; when it was given is in its id.
      INSERT INTO right_of_use_version (resource_id, grant_id, version, since, terms)
      SELECT resource_id, id, version,
             to_timestamp(('x' || lpad(replace(left(id::text, 13), '-', ''), 16, '0'))::bit(64)::bigint / 1000.0),
             jsonb_build_object(
               'id', id, 'version', version, 'resourceId', resource_id,
               'to', jsonb_build_object('kind', grantee_kind, 'unionId', grantee_union_id,
                 'sizeClass', grantee_size_class, 'party', NULL, 'clubId', NULL, 'neighbours', NULL,
                 'onlySizes', '[]'::jsonb, 'exceptUnionIds', '[]'::jsonb),
               'from', to_char(valid_from AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
               'until', to_char(valid_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
               'approval', approval,
               'price', jsonb_build_object('kind', price_kind, 'text', price_text, 'fee', NULL, 'per', NULL,
                 'deposit', NULL),
               'businesses', '[]'::jsonb, 'times', NULL, 'quota', NULL, 'decideWithinHours', decide_within_hours,
               'onSilence', on_silence, 'revokeReason', NULL, 'futureLoans', NULL,
               'revokedAt', to_char(revoked_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      FROM right_of_use;

      ALTER TABLE loan
        ADD COLUMN grant_version integer,
        ADD COLUMN business      text,
        ADD COLUMN on_silence    text CHECK (on_silence IN ('refuse', 'approve')),
        ADD COLUMN fee_fen       bigint CHECK (fee_fen >= 0),
        ADD COLUMN deposit_fen   bigint CHECK (deposit_fen >= 0),
        ADD COLUMN price_text    text;
      -- What a borrower has used of a right in a month, and whom its revocation affects.
      CREATE INDEX loan_by_right ON loan (grant_id, borrower_union_id, starts_at)
        WHERE state NOT IN ('refused', 'cancelled');
    `);
  }

  /** What only the new terms can say is lost; a right that reaches by them is given to the union of its owner, who has no use for it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX loan_by_right;
      ALTER TABLE loan
        DROP COLUMN grant_version, DROP COLUMN business, DROP COLUMN on_silence, DROP COLUMN fee_fen,
        DROP COLUMN deposit_fen, DROP COLUMN price_text;
      DROP TABLE right_of_use_version;
      ALTER TABLE right_of_use
        DROP CONSTRAINT right_of_use_grantee_kind_check,
        DROP CONSTRAINT right_of_use_price_kind_check,
        DROP CONSTRAINT right_of_use_party_check,
        DROP CONSTRAINT right_of_use_party_kind_check,
        DROP CONSTRAINT right_of_use_near_check,
        DROP CONSTRAINT right_of_use_times_check,
        DROP CONSTRAINT right_of_use_fee_check,
        DROP CONSTRAINT right_of_use_revoked_check;
      UPDATE right_of_use g SET grantee_kind = 'union', grantee_union_id = r.owner_union_id
        FROM resource r WHERE r.id = g.resource_id AND g.grantee_kind IN ('party', 'club', 'neighbours');
      UPDATE right_of_use SET price_kind = 'costShare' WHERE price_kind = 'fee';
      ALTER TABLE right_of_use
        DROP COLUMN grantee_party_kind, DROP COLUMN grantee_party_id, DROP COLUMN grantee_within_km,
        DROP COLUMN only_sizes, DROP COLUMN except_union_ids, DROP COLUMN businesses, DROP COLUMN weekdays,
        DROP COLUMN time_from, DROP COLUMN time_until, DROP COLUMN hours_per_month, DROP COLUMN loans_per_month,
        DROP COLUMN decide_within_hours, DROP COLUMN on_silence, DROP COLUMN fee_fen, DROP COLUMN fee_per,
        DROP COLUMN deposit_fen, DROP COLUMN revoke_reason, DROP COLUMN future_loans,
        ADD CONSTRAINT right_of_use_grantee_kind_check
          CHECK (grantee_kind IN ('union', 'subtree', 'sizeClass', 'everyone')),
        ADD CONSTRAINT right_of_use_price_kind_check CHECK (price_kind IN ('free', 'costShare'));
    `);
  }
}
