import { rowsOf } from './rows.js';
import type { TestPlatform } from './test-platform.js';

/** The days in which a person can take their erasure back are over. */
export async function eraseNow(platform: TestPlatform, personId: string): Promise<void> {
  await rowsOf(
    platform,
    `WITH moved AS (UPDATE membership.person_erasure
       SET asked_at = asked_at - interval '8 days', effective_at = effective_at - interval '8 days'
       WHERE person_id = $1 AND state = 'waiting' RETURNING id)
     UPDATE membership.due SET due_at = now() FROM moved WHERE kind = 'person-erasure' AND key = moved.id::text`,
    [personId],
  );
}
