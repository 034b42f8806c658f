import type { RankingView } from '@gongxiang/contracts/evaluation/rankings/ranking.contract';
import { until } from '../demo/tools/world.js';
import { type Person, withDatabase } from './fixtures.js';
import type { TestPlatform } from './test-platform.js';

/** The time of a notice is over: no proof waits for a midnight. */
export async function endNotice(platform: TestPlatform, reader: Person, rankingId: string): Promise<void> {
  await withDatabase(platform, async (sql) => {
    await sql.query('UPDATE evaluation.ranking SET notice_ends_at = now() WHERE id = $1', [rankingId]);
    await sql.query(
      `UPDATE evaluation.due SET due_at = now() - interval '1 second' WHERE kind = 'ranking-notice' AND key = $1`,
      [rankingId],
    );
  });
  await until(
    async () => (await reader.client.get<RankingView>(`/rankings/${rankingId}`)).state === 'final',
    'the end of the notice',
  );
}
