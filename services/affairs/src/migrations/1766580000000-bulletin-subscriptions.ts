import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who follows which union, and which kind of bulletin. */
export class BulletinSubscriptions1766580000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE bulletin_subscription (
        -- Of union or kind: followers are walked by it in the order of their ids.
        topic_key   text NOT NULL,
        person_id   uuid NOT NULL,
        union_id    uuid,
        kind        text,
        followed_at timestamptz NOT NULL,
        PRIMARY KEY (topic_key, person_id),
        CHECK (num_nonnulls(union_id, kind) = 1)
      );
      CREATE INDEX bulletin_subscription_person ON bulletin_subscription (person_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bulletin_subscription');
  }
}
