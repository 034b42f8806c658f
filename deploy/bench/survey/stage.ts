import { createPrivateKey, constants, randomBytes, randomInt, sign } from 'node:crypto';
import type { SurveyView } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { newId } from '@gongxiang/domain';
import { dataCipher } from '@gongxiang/persistence';
import sodium from 'libsodium-wrappers';
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

/** So many different answers are sealed for a bench. */
const sampleSize = 2_000;
/** As many bytes as the service pads an answer to these questions to. */
const sealedSize = 96;

function answersOf(index: number): Record<string, number | string> {
  const chosen = Object.fromEntries(scales.map((name, place) => [name, 1 + ((index + place) % 5)]));
  return { ...chosen, nps: index % 11, way: ways[index % ways.length] ?? '' };
}

/** A platform with an evaluator, and what the evaluator asks by: five scales, one from 0 to 10, one choice. */
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

  /**
   * So many answers, as the administrator writes them; by REST each would take a millisecond. Some thousand different ones
   * are sealed, and written again and again with other hashes: to be opened and counted takes as long.
   */
  async fill(survey: SurveyView, answers: number): Promise<void> {
    const { databaseUrl } = this.platform;
    await this.seal(survey);
    await run(
      databaseUrl,
      `INSERT INTO evaluation.sealed_answer (survey_id, token_hash, receipt_hash, sealed)
       SELECT $1::uuid, sha256(($1::uuid::text || n)::bytea), sha256(n::text::bytea), s.sealed
       FROM generate_series(1, $2::int) n JOIN sealed_sample s ON s.place = n % $3`,
      [survey.id, answers, sampleSize],
    );
    await run(databaseUrl, 'VACUUM (ANALYZE) evaluation.sealed_answer');
    await run(databaseUrl, 'CHECKPOINT');
  }

  /** A sample of answers, plain and sealed to the survey's key, in the bench's own table. */
  private async seal(survey: SurveyView): Promise<void> {
    const { databaseUrl } = this.platform;
    await sodium.ready;
    const key = Buffer.from(survey.sealingKey ?? '', 'base64url');
    const sample = Array.from({ length: sampleSize }, (_unused, index) =>
      answersOf(randomInt(1_000_000) + index),
    );
    const sealed = sample.map((answers) => {
      const box = sodium.crypto_box_seal(JSON.stringify(answers).padEnd(sealedSize, '\0'), key);
      return `\\x${Buffer.from(box).toString('hex')}`;
    });
    await run(databaseUrl, 'DROP TABLE IF EXISTS sealed_sample');
    await run(databaseUrl, 'CREATE TABLE sealed_sample (place int PRIMARY KEY, answers jsonb, sealed bytea)');
    await run(
      databaseUrl,
      `INSERT INTO sealed_sample SELECT place - 1, answers, sealed::bytea
       FROM unnest($1::jsonb[], $2::text[]) WITH ORDINALITY AS s(answers, sealed, place)`,
      [sample.map((answers) => JSON.stringify(answers)), sealed],
    );
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
    const { evaluationDataKey: dataKey } = this.platform.secrets;
    const pem = dataCipher({ dataKey }).open(row?.pem ?? '', `survey.private_key.${survey.id}`);
    const key = createPrivateKey(pem);
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return Array.from({ length: count }, (_unused, index) => {
      const token = randomBytes(32);
      const signature = sign('sha384', token, { key, padding, saltLength: 48 });
      return JSON.stringify({
        token: token.toString('base64'),
        signature: signature.toString('base64'),
        receipt: randomBytes(32).toString('base64'),
        answers: answersOf(index),
      });
    });
  }
}
