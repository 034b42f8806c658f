import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Helpers at a door without an account: a scan is made by a member of staff, or by the phone of a link. */
export class DoorLinks1764820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE door_link (
        activity_id uuid NOT NULL REFERENCES activity,
        id          uuid NOT NULL,
        name        text NOT NULL,
        -- The secrets themselves are known to the helper and to the phone alone.
        token_hash  text NOT NULL UNIQUE,
        expires_at  timestamptz NOT NULL,
        created_by  uuid NOT NULL,
        created_at  timestamptz NOT NULL,
        device_hash text UNIQUE,
        bound_at    timestamptz,
        revoked_at  timestamptz,
        PRIMARY KEY (activity_id, id),
        CHECK ((device_hash IS NULL) = (bound_at IS NULL))
      );
      ALTER TABLE check_in_operation ADD door_link_id uuid;
      ALTER TABLE check_in_operation ALTER received_from DROP NOT NULL;
      ALTER TABLE check_in_operation
        ADD CONSTRAINT check_in_operation_by_check CHECK ((received_from IS NULL) <> (door_link_id IS NULL)) NOT VALID;
      ALTER TABLE check_in_operation VALIDATE CONSTRAINT check_in_operation_by_check;
      ALTER TABLE check_in_operation
        ADD CONSTRAINT check_in_operation_door_link_fkey FOREIGN KEY (activity_id, door_link_id) REFERENCES door_link NOT VALID;
      ALTER TABLE check_in_operation VALIDATE CONSTRAINT check_in_operation_door_link_fkey;
      -- How much came from each link.
      CREATE INDEX check_in_operation_of_link ON check_in_operation (activity_id, door_link_id) WHERE door_link_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE check_in_operation DROP door_link_id;
      ALTER TABLE check_in_operation ALTER received_from SET NOT NULL;
      DROP TABLE door_link;
    `);
  }
}
