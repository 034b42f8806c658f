import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Text messages: how many have left in a month, and which of them those want who have said so for other ways already. */
export class TextMessages1765300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE channel_month (
        channel text NOT NULL,
        month   text NOT NULL CHECK (month ~ '^\\d{4}-\\d{2}$'),
        sent    integer NOT NULL CHECK (sent >= 0),
        PRIMARY KEY (channel, month)
      );

      -- A channel that is missing there sends nothing, also to whoever adds a phone.
      UPDATE notice_preference SET version = version + 1,
        channels = channels || '[{ "channel": "sms", "urgencies": ["now"] }]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE notice_preference SET channels = jsonb_path_query_array(channels, '$[*] ? (@.channel != "sms")');
      DELETE FROM notice_address WHERE channel = 'sms';
      DROP TABLE channel_month;
    `);
  }
}
