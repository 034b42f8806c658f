import type { StepWords } from '@gongxiang/contracts/affairs/matters/matter-step';
import { daysAfter } from '@gongxiang/domain';
import { dataCipher } from '@gongxiang/persistence';
import { withDatabase } from './fixtures.js';
import type { TestPlatform } from './test-platform.js';

/** More than five working days wherever they begin, a public holiday of a week included. */
const noticeDays = 21;

/**
 * The days of the public notices of a matter are over: no proof waits for a week. What a notice says is sealed, so it is opened
 * with the key of its service, begins earlier, and is sealed again; the service itself counts until when it stands.
 */
export async function endPublicNotices(platform: TestPlatform, matterId: string): Promise<void> {
  const cipher = dataCipher({ dataKey: platform.secrets.affairsDataKey });
  await withDatabase(platform, async (sql) => {
    const { rows } = await sql.query<{ readonly id: string; readonly sealed: string }>(
      `SELECT id, sealed_words AS sealed FROM affairs.matter_step_mark
       WHERE matter_id = $1 AND notice_from IS NOT NULL`,
      [matterId],
    );
    for (const { id, sealed } of rows) {
      const context = `matter-step:${id}`;
      const words = JSON.parse(cipher.open(sealed, context)) as StepWords;
      const on = words.on ? daysAfter(words.on, -noticeDays) : null;
      await sql.query(
        `UPDATE affairs.matter_step_mark SET sealed_words = $2, notice_from = notice_from - $3::int,
           notice_until = notice_until - $3::int WHERE id = $1`,
        [id, cipher.seal(JSON.stringify({ ...words, on }), context), noticeDays],
      );
    }
  });
}

/** The term within which a matter is to be decided is over, and nobody has acted. */
export async function endTerm(platform: TestPlatform, matterId: string): Promise<void> {
  await withDatabase(platform, async (sql) => {
    await sql.query(
      `UPDATE affairs.matter SET sent_at = sent_at - interval '8 days', accept_by = accept_by - interval '8 days',
         decide_by = decide_by - interval '8 days', due_at = due_at - interval '8 days' WHERE id = $1`,
      [matterId],
    );
    await sql.query(`UPDATE affairs.due SET due_at = now() WHERE kind = 'matter-missed' AND key = $1`, [
      matterId,
    ]);
  });
}
