import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More ways out: how many messages have left in a month, and what of them those want who have said so of other ways already. */
export class MoreChannels1765400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE channel_month (
        channel text NOT NULL,
        month   text NOT NULL CHECK (month ~ '^\\d{4}-\\d{2}$'),
        sent    integer NOT NULL CHECK (sent >= 0),
        PRIMARY KEY (channel, month)
      );

      -- A channel that is missing there sends nothing, also to whoever adds an address of it.
      UPDATE notice_preference SET version = version + 1,
        channels = channels || '[
          { "channel": "sms", "urgencies": ["now"] },
          { "channel": "webhook", "urgencies": ["now", "soon", "whenever"] },
          { "channel": "wecom", "urgencies": ["now", "soon"] }
        ]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE notice_preference SET
        channels = jsonb_path_query_array(channels, '$[*] ? (@.channel == "push" || @.channel == "mail")');
      DELETE FROM notice_address WHERE channel NOT IN ('push', 'mail');
      DROP TABLE channel_month;
    `);
  }
}
