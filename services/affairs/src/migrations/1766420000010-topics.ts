import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a matter is about, and what was learnt of it. Of words there are keyed hashes alone: counts of the words themselves
 * would tell what was written in the few matters that had one.
 */
export class Topics1766420000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE matter
        ADD COLUMN proposed_topic text,
        ADD COLUMN sealed_topic_words text,
        ADD COLUMN topic text;
      CREATE TABLE topic_key (
        service_id uuid PRIMARY KEY REFERENCES service_item,
        sealed_key text NOT NULL
      );
      CREATE TABLE topic_total (
        service_id uuid NOT NULL REFERENCES service_item,
        topic      text NOT NULL,
        matters    integer NOT NULL CHECK (matters >= 0),
        PRIMARY KEY (service_id, topic)
      );
      CREATE TABLE topic_word (
        service_id uuid NOT NULL REFERENCES service_item,
        topic      text NOT NULL,
        word       text NOT NULL,
        matters    integer NOT NULL CHECK (matters > 0),
        PRIMARY KEY (service_id, word, topic)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE topic_word;
      DROP TABLE topic_total;
      DROP TABLE topic_key;
      ALTER TABLE matter DROP COLUMN proposed_topic, DROP COLUMN sealed_topic_words, DROP COLUMN topic;
    `);
  }
}
