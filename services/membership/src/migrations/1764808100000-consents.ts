import type { MigrationInterface, QueryRunner } from 'typeorm';

const texts = [
  [
    'membership',
    '入会、会籍管理、会费和工会服务需要使用您的姓名、证件号码和手机号。这是法律规定工会履行职责所必需的（个人信息保护法第十三条），不以同意为前提。',
    'Your name, resident number and phone are needed for membership, dues and what the union does for you. The law asks unions to do so (PIPL 13); it does not rest on consent.',
  ],
  [
    'accounts',
    '与您有关的费用、凭证和账目依法保存，保存期满前不能删除。',
    'Costs, vouchers and accounts that concern you are kept as the law asks, and cannot be deleted before its periods end.',
  ],
  [
    'mutualInterest',
    '参加联谊活动的互选时，您填写的称呼和自我介绍会给同场参加互选的人看，联系方式只给互相选中的人看。这些信息较为敏感，对方可能记下或转告他人。互选在活动结束 7 天后清除，互相选中的信息再保存 90 天。您可以随时撤回，撤回后名片和选择立即清除，不影响会员身份和其他服务。',
    'When you take part in mutual interest, your nickname and introduction are shown to the others who do, and your contact to those whom you choose and who choose you. This is sensitive: they may note it down or pass it on. Choices are erased 7 days after the activity; what two who chose each other see is kept for 90 days more. You can withdraw at any time: your card and choices are erased at once, and nothing else changes.',
  ],
  [
    'proposals',
    '您个人出借的物品，会按类别、时间和距离自动推荐给正在找同类物品的工会，推荐理由会一并列出。您可以随时关闭，关闭后不再推荐，别人仍可自己查到。',
    'What you lend yourself is proposed, by its kind, times and distance, to unions that look for such things, with the reasons. You can switch this off at any time: it is proposed no more, and others can still find it by themselves.',
  ],
] as const;

/** Texts of purposes, and what people have decided about them. New tables only, which nothing reads before this release. */
export class Consents1764808100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consent_text (
        purpose text NOT NULL,
        version integer NOT NULL CHECK (version > 0),
        text_zh text NOT NULL,
        text_en text NOT NULL,
        published_at timestamptz NOT NULL,
        -- Null for the texts that the platform came with.
        published_by uuid REFERENCES person,
        PRIMARY KEY (purpose, version)
      );
      CREATE TABLE consent_decision (
        id uuid PRIMARY KEY,
        person_id uuid NOT NULL REFERENCES person,
        purpose text NOT NULL CHECK (purpose IN ('mutualInterest', 'proposals')),
        text_version integer NOT NULL,
        given boolean NOT NULL,
        at timestamptz NOT NULL
      );
      -- The last decision of a person; and of everybody about one purpose.
      CREATE INDEX consent_decision_of_person ON consent_decision (person_id, purpose, at DESC, id DESC);
      CREATE INDEX consent_decision_of_purpose ON consent_decision (purpose, person_id, at DESC, id DESC);
    `);
    for (const [purpose, zh, en] of texts)
      await runner.query(
        `INSERT INTO consent_text (purpose, version, text_zh, text_en, published_at) VALUES ($1, 1, $2, $3, now())`,
        [purpose, zh, en],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE consent_decision; DROP TABLE consent_text');
  }
}
