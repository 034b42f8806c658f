// Scores of many unions, which are put there behind the services' backs: computing ten thousand of them one by one is what
// other benches measure.
import { createHash, randomUUID } from 'node:crypto';
import type {
  IndicatorNode,
  IndicatorSystemView,
} from '@gongxiang/contracts/evaluation/systems/indicator-system.contract';
import type { WeightVersionView } from '@gongxiang/contracts/evaluation/systems/weight-version.contract';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { canonicalJson } from '@gongxiang/persistence';
import { rootAbove } from '../../root.js';
import { makeNetwork, makePerson, type Person } from '../../proofs/fixtures.js';
import { seeded } from '../../proofs/chaos/chaos-wave.js';
import { publishSystem } from '../../proofs/surveys.js';
import { startTestPlatform, type TestPlatform } from '../../proofs/test-platform.js';
import { run } from '../sql.js';

export interface RankingWorld {
  readonly platform: TestPlatform;
  readonly evaluator: Person;
  readonly systemId: string;
  readonly weightVersionId: string;
}

const limits = { LIMIT_PER_PERSON: '1000000', LIMIT_PER_ADDRESS: '100000000' };
const [branches, leavesOfBranch] = [4, 5];
const writtenAtOnce = 1_000;
const scale = {
  kind: 'survey',
  scaleMin: 1,
  scaleMax: 5,
  direction: 'max',
  function: 'service',
  business: 'culture',
} as const;

const branchKeys = Array.from({ length: branches }, (_, index) => `b${index}`);
const leaves = branchKeys.flatMap((parentKey) =>
  Array.from({ length: leavesOfBranch }, (_, index) => ({ key: `${parentKey}l${index}`, parentKey })),
);
const nodes: IndicatorNode[] = [
  ...branchKeys.map((key) => ({ key, name: `准则${key}`, parentKey: null, leaf: null })),
  ...leaves.map(({ key, parentKey }) => ({ key, name: `指标${key}`, parentKey, leaf: scale })),
];

/** A federation with twenty indicators and their weights in force. @param databaseUrl of an empty database */
export async function startRankingWorld(databaseUrl: string): Promise<RankingWorld> {
  const platform = await startTestPlatform({ sharing: 0, settlement: 0 }, limits, { url: databaseUrl });
  try {
    const network = await makeNetwork(platform);
    const evaluator = await makePerson(platform, network, network.root, ['evaluator']);
    const reviewer = await makePerson(platform, network, network.root, ['evaluator']);
    const { client } = evaluator;
    const system = await client.post<IndicatorSystemView>('/indicator-systems', {
      unionId: network.root.id,
      name: '工会效能评价',
      nodes,
    });
    await publishSystem({ evaluator, reviewer }, system.id);
    const equal = (count: number): number[] => Array.from({ length: count }, () => 1);
    const version = await client.post<WeightVersionView>(`/indicator-systems/${system.id}/weight-versions`, {
      nodes: [null, ...branchKeys].map((parentKey) => ({
        parentKey,
        method: 'direct',
        weights: equal(parentKey === null ? branches : leavesOfBranch),
      })),
    });
    await client.decide(`/weight-versions/${version.id}/activate`);
    return { platform, evaluator, systemId: system.id, weightVersionId: version.id };
  } catch (error) {
    // Nobody is given anything to stop.
    await platform.stop();
    throw error;
  }
}

interface ScoreRule {
  readonly computeScore: (input: object) => { readonly score: number | null };
}

/** The rule as it is built and deployed: what is planted is what the service would have computed, to the last digit. */
async function builtRule(): Promise<ScoreRule> {
  const root = rootAbove(fileURLToPath(import.meta.url));
  const path = join(root, 'services/evaluation/dist/score/score.model.js');
  return (await import(pathToFileURL(path).href)) as ScoreRule;
}

/** So many more unions with a score each. */
export async function plantUnions(world: RankingWorld, count: number): Promise<void> {
  const { computeScore } = await builtRule();
  const random = seeded(20261121);
  const weights = leaves.map(({ key, parentKey }) => ({
    id: key,
    weight: 1 / (branches * leavesOfBranch),
    path: [parentKey, key],
  }));
  const indicators = leaves.map(({ key }) => ({ id: key, ...scale }));
  for (let from = 0; from < count; from += writtenAtOnce) {
    const rows = Array.from({ length: Math.min(writtenAtOnce, count - from) }, (_, index) => {
      const values = Object.fromEntries(leaves.map(({ key }) => [key, 1 + Math.round(400 * random()) / 100]));
      const inputs = { weights, indicators, values, missing: 'omit' };
      const { score } = computeScore(inputs);
      const hash = createHash('sha256').update(canonicalJson(inputs)).digest('hex');
      return { id: randomUUID(), score_id: randomUUID(), place: from + index, inputs, hash, score };
    });
    await run(
      world.platform.databaseUrl,
      `WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS g(id uuid, score_id uuid, place integer, inputs jsonb,
         hash text, score double precision)),
       unions AS (INSERT INTO evaluation.union_ref (id, version, path, name, size_class, active)
         SELECT id, 1, '1.9' || place || '.', '工会' || place, (ARRAY['large', 'medium', 'small', 'micro'])[1 + place % 4], true
         FROM given)
       INSERT INTO evaluation.score (id, subject_kind, subject_id, union_id, period_from, period_to, weight_version_id,
         missing, score, inputs, inputs_hash, detail, revision, cause, created_at)
       SELECT score_id, 'union', id, id, '2026-01-01', '2026-12-31', $2, 'omit', score, inputs, hash, '{}', 1, 'asked', now()
       FROM given`,
      [JSON.stringify(rows), world.weightVersionId],
    );
  }
}
