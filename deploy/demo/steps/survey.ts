import { randomBytes } from 'node:crypto';
import type {
  ResponseReceived,
  SurveyResultsView,
  SurveyView,
  TokenSignature,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { blindedFor } from '../tools/blinded-token.js';
import { isRefused, Refusal } from '../tools/client.js';
import { weigh } from './weights.js';
import { furtherAnswers, furtherQuestions } from './survey-plans.js';
import { type Account, forEachLimit, idOf, officerOf, until, type World } from '../tools/world.js';

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

/** What was answered is counted a moment after the close. */
async function untilCounted(client: Account['client'], surveyId: string): Promise<void> {
  await until(
    async () => (await client.get<SurveyView>(`/surveys/${surveyId}`)).state === 'closed',
    'the count of the answers',
  );
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
  readonly receipt: string;
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
  const isSpentOnce = await isSpent(world, opened, answered);
  await client.decide<SurveyView>(`/surveys/${opened.id}/close`);
  await untilCounted(client, opened.id);
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
  report.prove('a token is good for one answer', isSpentOnce);
}

/** Those who came and care answer; no two questions are answered alike. */
async function answerAll(
  world: World,
  opened: SurveyView,
  invited: readonly Account[],
  wanted: number,
): Promise<Answered> {
  const answered: Answered = { responses: [], seenAtIssue: new Set(), refused: 0 };
  await forEachLimit(invited, 4, async (person, index) => {
    if (answered.responses.length >= wanted && answered.refused > 0) return;
    const { blindedToken, finalise } = await blindedFor(opened.publicKey);
    const issued = await issueTo(person, opened.id, blindedToken);
    if (issued === null) {
      answered.refused += 1;
      return;
    }
    answered.seenAtIssue.add(blindedToken).add(issued.blindSignature);
    const entitlement = await finalise(issued.blindSignature);
    const submission = submissionOf(opened, entitlement, index);
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
  entitlement: Pick<Submission, 'token' | 'signature'>,
  index: number,
): Submission {
  const likert = opened.questions.filter((question) => question.kind === 'likert');
  return {
    ...entitlement,
    receipt: randomBytes(32).toString('base64'),
    answers: {
      ...furtherAnswers(index),
      ...Object.fromEntries(
        likert.map((question, place) => [question.key, 5 - ((index + place) % (2 + (place % 3)))]),
      ),
    },
  };
}

function isTooEarly(world: World, surveyId: string): Promise<boolean> {
  const { client } = officerOf(world, 'officer');
  return isRefused(() => client.get(`/surveys/${surveyId}/results`), 409);
}

async function isSpent(world: World, opened: SurveyView, answered: Answered): Promise<boolean> {
  const used = answered.responses[0];
  if (used === undefined) return false;
  const receipt = randomBytes(32).toString('base64');
  const changed = { ...used, receipt, answers: { ...used.answers, words: '换一种说法' } };
  return isRefused(() => world.nobody.post(`/surveys/${opened.id}/responses`, changed), 409);
}
