import type { MigrationInterface, QueryRunner } from 'typeorm';

const purpose = 'occasions';
const textZh =
  '您所在工会的干部会看到您的生日（只有月和日，没有年份）和退休日期，以便上门慰问，并记下当年慰问过什么。您可以随时关闭，关闭后不再列入待慰问名单，您主动告诉工会的事和您提交的办件不受影响。';
const textEn =
  'Officers of your own union see your birthday (month and day, without the year) and the day on which you retired, so that they can visit you, and note what you were visited for in the year. You can switch this off at any time: you are not listed any more. What you tell them yourself, and matters that you bring, are not affected.';

/** One more purpose for which data is used; nobody has decided about it, so that the check is valid for every row there is. */
export class ConsentToVisits1767320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE consent_decision DROP CONSTRAINT consent_decision_purpose_check;
      ALTER TABLE consent_decision ADD CONSTRAINT consent_decision_purpose_check
        CHECK (purpose IN ('mutualInterest', 'proposals', 'occasions')) NOT VALID;
      ALTER TABLE consent_decision VALIDATE CONSTRAINT consent_decision_purpose_check;
    `);
    await runner.query(
      `INSERT INTO consent_text (purpose, version, text_zh, text_en, published_at) VALUES ($1, 1, $2, $3, now())`,
      [purpose, textZh, textEn],
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM consent_text WHERE purpose = $1`, [purpose]);
    await runner.query(`DELETE FROM consent_decision WHERE purpose = $1`, [purpose]);
    await runner.query(`
      ALTER TABLE consent_decision DROP CONSTRAINT consent_decision_purpose_check;
      ALTER TABLE consent_decision ADD CONSTRAINT consent_decision_purpose_check
        CHECK (purpose IN ('mutualInterest', 'proposals'));
    `);
  }
}
