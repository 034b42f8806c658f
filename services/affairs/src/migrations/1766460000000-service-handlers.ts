import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People who are named for a service at a union. Whether only they deal with a matter stands on the matter itself, as
 * its edition says, so that their desks are found by an index.
 */
export class ServiceHandlers1766460000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE service_handler (
        id         uuid PRIMARY KEY,
        version    integer NOT NULL,
        service_id uuid NOT NULL REFERENCES service_item,
        union_id   uuid NOT NULL,
        person_id  uuid NOT NULL,
        -- As what they deal with it, as officers have written it.
        title      text NOT NULL,
        named_by   uuid NOT NULL,
        named_at   timestamptz NOT NULL,
        ended_by   uuid,
        ended_at   timestamptz,
        end_reason text
      );
      -- Who deals with the matters of one union: those named there and above. Nobody is named twice, which the lock on
      -- the service ensures; a merge of two records that both are named leaves two rows, which is harmless.
      CREATE INDEX service_handler_union ON service_handler (service_id, union_id, id) WHERE ended_at IS NULL;
      CREATE INDEX service_handler_person ON service_handler (person_id) WHERE ended_at IS NULL;
      ALTER TABLE matter ADD COLUMN named_only boolean NOT NULL DEFAULT false;
      -- What waits to be taken by those named for a service, and all of it that is not over, to follow who is named.
      CREATE INDEX matter_named_to_take ON matter (service_id, due_at, id) WHERE named_only AND state = 'sent';
      CREATE INDEX matter_named_open ON matter (service_id, id)
        WHERE named_only AND state IN ('sent', 'inWork', 'asked', 'held', 'proposed');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE matter DROP COLUMN named_only;
      DROP TABLE service_handler;
    `);
  }
}
