import { randomBytes, webcrypto } from 'node:crypto';
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import type {
  IndicatorSystemView,
  ResponseReceived,
  SurveyResultsView,
  SurveyView,
  TokenSignature,
  WeightVersionView,
} from '@gongxiang/contracts';
import { Refusal } from '../client.js';
import { furtherAnswers, furtherQuestions } from './survey-plans.js';
import { type Account, forEachLimit, idOf, officerOf, unionOf, type World } from '../world.js';

const survey = (
  key: string,
  name: string,
  parentKey: string,
  axes: { function: string; business: string },
): object => ({
  key,
  name,
  parentKey,
  leaf: { kind: 'survey', scaleMin: 1, scaleMax: 5, direction: 'max', ...axes },
});
const fact = (
  key: string,
  name: string,
  fact: string,
  scale: readonly [min: number, max: number, direction: 'max' | 'min'],
): object => ({
  key,
  name,
  parentKey: 'facts',
  leaf: {
    kind: 'fact',
    fact,
    scaleMin: scale[0],
    scaleMax: scale[1],
    direction: scale[2],
    function: 'management',
    business: 'participation',
  },
});

/** Identification and satisfaction by function × business, and beside the opinions the facts. */
const nodes = [
  { key: 'identification', name: '认同感', parentKey: null, leaf: null },
  { key: 'satisfaction', name: '满意度', parentKey: null, leaf: null },
  { key: 'facts', name: '客观成效', parentKey: null, leaf: null },
  survey('belonging', '我认同工会联合办活动的做法', 'identification', {
    function: 'management',
    business: 'participation',
  }),
  survey('again', '我愿意再次参加其他工会牵头的活动', 'identification', {
    function: 'information',
    business: 'participation',
  }),
  survey('place', '我对场地设施满意', 'satisfaction', { function: 'facility', business: 'culture' }),
  survey('guides', '我对讲解与带领人员满意', 'satisfaction', { function: 'people', business: 'education' }),
  survey('service', '我对报名与现场服务满意', 'satisfaction', { function: 'service', business: 'service' }),
  fact('attendance', '到场率', 'attendanceRate', [0, 1, 'max']),
  fact('smallFirms', '小微工会参与占比', 'smallFirmShare', [0, 1, 'max']),
  fact('cost', '人均成本（元）', 'costPerHead', [0, 200, 'min']),
];

const weighing = {
  nodes: [
    // 满意度 slightly above 认同感, both above the facts; CR is 0.0079.
    {
      parentKey: null,
      method: 'ahp',
      items: ['identification', 'satisfaction', 'facts'],
      upper: [['1/2', '2'], ['3']],
    },
    { parentKey: 'identification', method: 'ahp', items: ['belonging', 'again'], upper: [['2']] },
    {
      parentKey: 'satisfaction',
      method: 'ahp',
      items: ['place', 'guides', 'service'],
      upper: [['1/2', '1'], ['2']],
    },
    {
      parentKey: 'facts',
      method: 'direct',
      items: ['attendance', 'smallFirms', 'cost'],
      weights: [0.5, 0.3, 0.2],
    },
  ],
};

/** What it was worth, asked of those who came, in a way that nobody can trace. */
export async function askWhatItWasWorth(world: World): Promise<void> {
  await world.report.step('指标体系与权重 / Indicators, and weights that pass the consistency gate', () =>
    weigh(world),
  );
  await world.report.step('匿名测评：盲签名凭证 / An anonymous survey by blind-signed tokens', async () => {
    const family = (world.members.get('zhonggong') ?? [])
      .slice(0, 60)
      .concat((world.members.get('lvyuan') ?? []).slice(0, 25));
    await runSurvey(world, 'familyDay', family, 48);
    await runSurvey(world, 'readers', (world.members.get('zhonggong') ?? []).slice(6, 26), 12);
  });
}

async function weigh(world: World): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const name = '共建共享机制效能评价';
  const made = await client.post<IndicatorSystemView>('/indicator-systems', {
    unionId: unionOf(world, 'federation').id,
    name,
    nodes,
  });
  const path = `/indicator-systems/${made.id}`;
  world.report.prove(
    'who wrote a system cannot review it',
    await isRefused(() => client.post(`${path}/review`, {}, { ifMatch: made.version }), 403),
  );
  await officerOf(world, 'approver').client.post(`${path}/review`, {}, { ifMatch: made.version });
  const system = await client.post<IndicatorSystemView>(`${path}/publish`);
  world.ids.set('system', system.id);
  const circle = {
    nodes: [{ ...weighing.nodes[0], upper: [['9', '1/9'], ['9']] }, ...weighing.nodes.slice(1)],
  };
  const bad = await client.post<WeightVersionView>(`/indicator-systems/${system.id}/weight-versions`, circle);
  world.report.prove(
    'judgements that go in a circle cannot be put in force',
    !bad.acceptable && (await isActivationRefused(world, bad.id)),
  );
  const version = await client.post<WeightVersionView>(
    `/indicator-systems/${system.id}/weight-versions`,
    weighing,
  );
  const active = await client.post<WeightVersionView>(`/weight-versions/${version.id}/activate`);
  world.ids.set('weights', active.id);
  for (const one of active.indicators) world.report.figure(`  ${one.key}`, one.weight.toFixed(4));
  const ratios = active.nodes.flatMap((node) =>
    node.consistencyRatio === null ? [] : [node.consistencyRatio],
  );
  world.report.figure('consistency ratios', ratios.map((ratio) => ratio.toFixed(4)).join(', '));
  const sum = active.indicators.reduce((total, one) => total + one.weight, 0);
  world.report.prove(
    'the weights sum to 1, every ratio is at most 0.10',
    Math.abs(sum - 1) < 1e-9 && ratios.every((ratio) => ratio <= 0.1),
  );
}

function isActivationRefused(world: World, versionId: string): Promise<boolean> {
  const { client } = officerOf(world, 'officer');
  return isRefused(() => client.post(`/weight-versions/${versionId}/activate`), 422);
}

async function isRefused(act: () => Promise<unknown>, status: number): Promise<boolean> {
  try {
    await act();
    return false;
  } catch (error) {
    return error instanceof Refusal && error.status === status;
  }
}

/** What the platform saw: of whom, when it signed a token, and of nobody, when it took an answer. */
interface Answered {
  readonly responses: Submission[];
  readonly seenAtIssue: Set<string>;
  refused: number;
}

interface Submission {
  readonly token: string;
  readonly signature: string;
  readonly answers: Readonly<Record<string, number | string>>;
}

async function runSurvey(
  world: World,
  activity: string,
  invited: readonly Account[],
  wanted: number,
): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const now = new Date();
  const opened = await client.post<SurveyView>('/surveys', {
    activityId: idOf(world, activity),
    indicatorSystemId: idOf(world, 'system'),
    questions: furtherQuestions,
    opensAt: now.toISOString(),
    closesAt: new Date(now.getTime() + 7 * 86_400_000).toISOString(),
  });
  const answered = await answerAll(world, opened, invited, wanted);
  const { report } = world;
  const early = await isTooEarly(world, opened.id);
  await client.post<SurveyView>(`/surveys/${opened.id}/close`);
  const results = await client.get<SurveyResultsView>(`/surveys/${opened.id}/results`);
  world.ids.set(`${activity}:survey`, opened.id);
  report.figure(`answers, ${opened.activityTitle}`, answered.responses.length);
  const all = results.cuts.find((cut) => cut.dimension === 'all');
  for (const question of all?.questions ?? [])
    report.figure(`  ${question.key}`, question.mean === null ? '—' : question.mean.toFixed(2));
  const linkable = answered.responses.filter(
    (one) => answered.seenAtIssue.has(one.token) || answered.seenAtIssue.has(one.signature),
  );
  report.prove(
    `answers linkable to a person by what the platform saw: ${linkable.length}`,
    linkable.length === 0,
  );
  report.prove('who did not come gets no token', answered.refused > 0);
  report.prove('nothing is shown while the survey is open', early);
  report.prove('a token is good for one answer', await isSpent(world, opened, answered));
}

/** Those who came and care answer; no two questions are answered alike. */
async function answerAll(
  world: World,
  opened: SurveyView,
  invited: readonly Account[],
  wanted: number,
): Promise<Answered> {
  const suite = RSABSSA.SHA384.PSS.Deterministic();
  const publicKey = await webcrypto.subtle.importKey(
    'jwk',
    opened.publicKey as webcrypto.JsonWebKey,
    { name: 'RSA-PSS', hash: 'SHA-384' },
    true,
    ['verify'],
  );
  const answered: Answered = { responses: [], seenAtIssue: new Set(), refused: 0 };
  await forEachLimit(invited, 4, async (person, index) => {
    if (answered.responses.length >= wanted && answered.refused > 0) return;
    const token = randomBytes(32);
    const { blindedMsg, inv } = await suite.blind(publicKey, token);
    const blindedToken = Buffer.from(blindedMsg).toString('base64');
    const issued = await issueTo(person, opened.id, blindedToken);
    if (issued === null) {
      answered.refused += 1;
      return;
    }
    answered.seenAtIssue.add(blindedToken).add(issued.blindSignature);
    const signature = await suite.finalize(
      publicKey,
      token,
      Buffer.from(issued.blindSignature, 'base64'),
      inv,
    );
    const submission = submissionOf(opened, token, signature, index);
    // Without sign-in: nothing in the request says who it is.
    await world.nobody.post<ResponseReceived>(`/surveys/${opened.id}/responses`, submission);
    answered.responses.push(submission);
  });
  return answered;
}

/** @returns null for somebody who did not come */
async function issueTo(
  person: Account,
  surveyId: string,
  blindedToken: string,
): Promise<TokenSignature | null> {
  try {
    return await person.client.post<TokenSignature>(`/surveys/${surveyId}/tokens`, { blindedToken });
  } catch (error) {
    if (error instanceof Refusal && [403, 404, 409, 422].includes(error.status)) return null;
    throw error;
  }
}

function submissionOf(
  opened: SurveyView,
  token: Uint8Array,
  signature: Uint8Array,
  index: number,
): Submission {
  const likert = opened.questions.filter((question) => question.kind === 'likert');
  return {
    token: Buffer.from(token).toString('base64'),
    signature: Buffer.from(signature).toString('base64'),
    answers: {
      ...furtherAnswers(index),
      ...Object.fromEntries(
        likert.map((question, place) => [question.key, 5 - ((index + place) % (2 + (place % 3)))]),
      ),
    },
  };
}

async function isTooEarly(world: World, surveyId: string): Promise<boolean> {
  try {
    await officerOf(world, 'officer').client.get(`/surveys/${surveyId}/results`);
    return false;
  } catch (error) {
    return error instanceof Refusal && error.status === 409;
  }
}

async function isSpent(world: World, opened: SurveyView, answered: Answered): Promise<boolean> {
  const used = answered.responses[0];
  if (used === undefined) return false;
  const changed = { ...used, answers: { ...used.answers, words: '换一种说法' } };
  try {
    await world.nobody.post(`/surveys/${opened.id}/responses`, changed);
    return false;
  } catch (error) {
    return error instanceof Refusal && error.status === 409;
  }
}
