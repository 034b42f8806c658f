import { createHash } from 'node:crypto';
import type { SurveyQuestion, SurveyView } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { IndicatorSystemView } from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import { newId } from '@gongxiang/domain';
import { eventually } from '@gongxiang/testing';
import { type Person, withDatabase } from './fixtures.js';
import type { TestPlatform } from './test-platform.js';

/** So long is a survey of a proof open, around now. */
const [openedMinutesAgo, openMinutes] = [1, 120];

/** Who writes an indicator system, and who else reads it. */
export interface Designers {
  readonly evaluator: Person;
  readonly reviewer: Person;
}

/** Read as it is, and passed, by somebody else than who wrote it. */
export async function reviewSystem({ evaluator, reviewer }: Designers, systemId: string): Promise<void> {
  const path = `/indicator-systems/${systemId}`;
  const { version: ifMatch } = await evaluator.client.get<IndicatorSystemView>(path);
  await reviewer.client.post(`${path}/review`, {}, { ifMatch });
}

/** Reviewed and published. */
export async function publishSystem(designers: Designers, systemId: string): Promise<void> {
  await reviewSystem(designers, systemId);
  await designers.evaluator.client.decide(`/indicator-systems/${systemId}/publish`);
}

/** A published indicator system that asks one thing for each key, from 1 to 5. */
export async function publishedSystem(
  designers: Designers,
  unionId: string,
  keys: readonly string[] = ['place'],
): Promise<string> {
  const { client } = designers.evaluator;
  const leaf = { scaleMin: 1, scaleMax: 5, direction: 'max', function: 'facility', business: 'culture' };
  const nodes = keys.map((key) => ({
    key,
    name: `我对${key}满意`,
    parentKey: null,
    leaf: { kind: 'survey', ...leaf },
  }));
  // Evaluation hears of the union before long.
  const { id } = await eventually(() =>
    client.post<IndicatorSystemView>('/indicator-systems', { unionId, name: '效能评价', nodes }),
  );
  await publishSystem(designers, id);
  return id;
}

/** An activity that is over, to which these people came, as evaluation would have heard of it from sharing. */
export async function endedActivity(
  platform: TestPlatform,
  unionId: string,
  people: readonly string[],
): Promise<string> {
  const activityId = newId();
  const personIds = [...people].sort();
  const facts = personIds.map((personId) => `${personId}:${unionId}:1\n`).join('');
  const factsHash = createHash('sha256').update(facts).digest('hex');
  await withDatabase(platform, async (sql) => {
    await sql.query(
      `INSERT INTO evaluation.activity_ref (id, version, title, function, business, state, union_id, ends_at)
       VALUES ($1, 3, '趣味运动会', 'facility', 'culture', 'closed', $2, now())`,
      [activityId, unionId],
    );
    await sql.query(
      `INSERT INTO evaluation.attendance_ref (activity_id, person_id, version, union_id, heads)
       SELECT $1, p, 1, $2, 1 FROM unnest($3::uuid[]) p`,
      [activityId, unionId, personIds],
    );
    await sql.query(
      `INSERT INTO evaluation.activity_close (activity_id, version, fact_count, facts_hash, registered_heads, capacity,
         closed_at) VALUES ($1, 3, $2, $3, $2, $2, now())`,
      [activityId, personIds.length, factsHash],
    );
  });
  return activityId;
}

/** A survey of that activity which is open now. */
export function openSurvey(
  evaluator: Person,
  about: {
    readonly activityId: string;
    readonly indicatorSystemId: string;
    readonly questions: readonly SurveyQuestion[];
  },
): Promise<SurveyView> {
  const at = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
  return evaluator.client.post<SurveyView>('/surveys', {
    ...about,
    opensAt: at(-openedMinutesAgo),
    closesAt: at(openMinutes),
  });
}
