import { createPrivateKey, constants, randomBytes, sign } from 'node:crypto';
import type { SurveyView } from '@gongxiang/contracts';
import { newId } from '@gongxiang/domain';
import { makeNetwork, makePerson, type Network, type Person } from '../../proofs/fixtures.js';
import { endedActivity, openSurvey, publishedSystem } from '../../proofs/surveys.js';
import type { TestPlatform } from '../../proofs/test-platform.js';
import { run } from '../sql.js';

const scales = ['place', 'guides', 'service', 'belonging', 'again'] as const;
const ways = ['bus', 'metro', 'walk'] as const;
const questions = [
  { key: 'nps', text: '您会推荐给同事吗？', kind: 'nps' as const },
  {
    key: 'way',
    text: '您怎样来的？',
    kind: 'choice' as const,
    choices: ways.map((key) => ({ key, text: key })),
  },
];
/** Every question, in the order of the bare table's columns. */
export const questionKeys = [...scales, ...questions.map(({ key }) => key)];

/** A platform with an evaluator, and what he asks by: five scales, one from 0 to 10, one choice. */
export class Stage {
  private constructor(
    readonly platform: TestPlatform,
    private readonly network: Network,
    readonly evaluator: Person,
    private readonly systemId: string,
  ) {}

  static async on(platform: TestPlatform): Promise<Stage> {
    const network = await makeNetwork(platform);
    const evaluator = await makePerson(platform, network, network.near, ['evaluator']);
    const reviewer = await makePerson(platform, network, network.near, ['evaluator']);
    const systemId = await publishedSystem({ evaluator, reviewer }, network.near.id, scales);
    return new Stage(platform, network, evaluator, systemId);
  }

  /** A survey that is open, of an activity of its own. */
  async survey(): Promise<SurveyView> {
    const activityId = await endedActivity(this.platform, this.network.near.id, [newId()]);
    return openSurvey(this.evaluator, { activityId, indicatorSystemId: this.systemId, questions });
  }

  /** So many answers, as the administrator writes them; by REST each would take a millisecond. */
  async fill(survey: SurveyView, answers: number): Promise<void> {
    const { databaseUrl } = this.platform;
    const scale = (key: string): string => `'${key}', 1 + floor(random() * 5)::int`;
    await run(
      databaseUrl,
      `INSERT INTO evaluation.survey_response (survey_id, id, token_hash, answers)
       SELECT $1::uuid, gen_random_uuid(), sha256(($1::uuid::text || n)::bytea), jsonb_build_object(${scales.map(scale).join(', ')},
         'nps', floor(random() * 11)::int, 'way', (ARRAY['${ways.join("','")}'])[1 + floor(random() * 3)::int])
       FROM generate_series(1, $2::int) n`,
      [survey.id, answers],
    );
    await run(databaseUrl, 'VACUUM (ANALYZE) evaluation.survey_response');
    await run(databaseUrl, 'CHECKPOINT');
  }

  /**
   * Bodies of answers with tokens that the survey's key has signed. The key is taken from its row: 5,000 people would
   * have to fetch them, which is another matter than what is measured.
   */
  async bodies(survey: SurveyView, count: number): Promise<string[]> {
    const [row] = await run<{ pem: string }>(
      this.platform.databaseUrl,
      'SELECT private_key AS pem FROM evaluation.survey WHERE id = $1',
      [survey.id],
    );
    const key = createPrivateKey(row?.pem ?? '');
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return Array.from({ length: count }, (_unused, index) => {
      const token = randomBytes(32);
      const signature = sign('sha384', token, { key, padding, saltLength: 48 });
      const answers = Object.fromEntries(scales.map((name, place) => [name, 1 + ((index + place) % 5)]));
      return JSON.stringify({
        token: token.toString('base64'),
        signature: signature.toString('base64'),
        answers: { ...answers, nps: index % 11, way: ways[index % ways.length] },
      });
    });
  }
}
