import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Another way out, WeChat: what of it those want who have said so of other ways already. */
export class Wechat1765800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A channel that is missing there sends nothing, also to whoever adds an address of it.
      UPDATE notice_preference SET version = version + 1,
        channels = channels || '[{ "channel": "wechat", "urgencies": ["now", "soon"] }]';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE notice_preference SET channels = jsonb_path_query_array(channels, '$[*] ? (@.channel != "wechat")');
      DELETE FROM notice_address WHERE channel = 'wechat';
    `);
  }
}
