import { randomBytes } from 'node:crypto';
import type { Page } from '@gongxiang/contracts/core/contract';
import type {
  EfficacySurveyResultsView,
  EfficacySurveyView,
  MyEfficacyInvitationView,
} from '@gongxiang/contracts/evaluation/seasons/efficacy-survey.contract';
import type { TokenSignature } from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import { blindedFor } from '../tools/blinded-token.js';
import { isRefused } from '../tools/client.js';
import { type Account, idOf, officerOf, unionOf, until, type World } from '../tools/world.js';

const dayMs = 86_400_000;
const kindNames: Readonly<Record<string, string>> = {
  union: '工会',
  enterprise: '企业',
  club: '俱乐部',
  provider: '供给方',
  borrower: '借用方',
  organisation: '社会组织/商家',
  volunteer: '志愿者',
};
/** Each answers for its own parties; the first union gives its name, the others are pooled. */
const answering = ['zhonggong', 'lvyuan', 'hengda', 'shuxiang', 'baiyun', 'officer'] as const;

/** What every kind of party thinks of sharing: a season before, this one, and one that has just been opened. */
export async function judgeTheMechanism(world: World): Promise<void> {
  await world.report.step('各方评价共享机制 / Every kind of party judges the mechanism', async () => {
    const { client } = officerOf(world, 'officer');
    const earlier = await client.get<Page<EfficacySurveyView>>('/efficacy-surveys?limit=200');
    // A season is asked about once: what an earlier run has asked stands.
    if (earlier.items.length > 0) return world.report.figure('seasons', earlier.items.length);
    const before = await ask(world, { from: -180, to: -91 });
    await answerAll(world, before, 3);
    await close(world, before);
    const season = await ask(world, { from: -90, to: 1 });
    await answerAll(world, season, 4);
    world.report.prove('nothing is shown while a season is open', await isSilent(world, season));
    await close(world, season);
    await tell(world, season, before);
    await ask(world, { from: 2, to: 91 });
    await ask(world, { from: 92, to: 181, opensIn: 30 });
  });
}

interface Season {
  /** Days from today. */
  readonly from: number;
  readonly to: number;
  /** At once where absent. */
  readonly opensIn?: number;
}

/** Called by the quarter in which its middle lies. */
function nameOf(from: string, to: string): string {
  const middle = new Date((Date.parse(from) + Date.parse(to)) / 2);
  const quarter = Math.floor(middle.getUTCMonth() / 3) + 1;
  return `${middle.getUTCFullYear()} 年第 ${quarter} 季度共享机制评价`;
}

async function ask(world: World, { from, to, opensIn = 0 }: Season): Promise<EfficacySurveyView> {
  const now = Date.now();
  const day = (days: number): string => new Date(now + days * dayMs).toISOString().slice(0, 10);
  const body = {
    unionId: unionOf(world, 'federation').id,
    name: nameOf(day(from), day(to)),
    indicatorSystemId: idOf(world, 'system'),
    identificationKey: 'identification',
    satisfactionKey: 'satisfaction',
    from: day(from),
    to: day(to),
    opensAt: new Date(now + opensIn * dayMs).toISOString(),
    closesAt: new Date(now + 100 * dayMs).toISOString(),
  };
  return officerOf(world, 'officer').client.post<EfficacySurveyView>('/efficacy-surveys', body);
}

async function answerAll(world: World, season: EfficacySurveyView, step: number): Promise<void> {
  let count = 0;
  for (const [index, login] of answering.entries()) {
    const account = officerOf(world, login);
    const open = (await withKeys(account, season)).filter(
      (one) => one.efficacySurveyId === season.id && !one.answered,
    );
    for (const one of open) {
      const isPooled = index > 0 && one.kind === 'union';
      const given = { season, one, step: step + ((index + count) % 2) };
      await (isPooled ? answerPooled(world, account, given) : answerNamed(account, given));
      count += 1;
    }
  }
  world.report.figure(`answers, ${season.name}`, count);
}

/** What waits for the account; the keys that tokens of pools are signed with are made right after the opening. */
async function withKeys(
  { client }: Account,
  { id }: EfficacySurveyView,
): Promise<MyEfficacyInvitationView[]> {
  let items: MyEfficacyInvitationView[] = [];
  await until(async () => {
    ({ items } = await client.get<Page<MyEfficacyInvitationView>>('/me/efficacy-surveys?limit=200'));
    return items.every(({ efficacySurveyId, pool }) => efficacySurveyId !== id || pool !== null);
  }, 'the keys of a season');
  return items;
}

interface Given {
  readonly season: EfficacySurveyView;
  readonly one: MyEfficacyInvitationView;
  readonly step: number;
}

function answersOf({ season, step }: Given): Record<string, number> {
  const steps = season.questions.map(({ key }, place) => [key, Math.min(5, step + (place % 2))]);
  return Object.fromEntries(steps) as Record<string, number>;
}

async function answerNamed({ client }: Account, given: Given): Promise<void> {
  const { kind, party } = given.one;
  const body = { kind, partyKind: party.kind, partyId: party.id, answers: answersOf(given) };
  await client.post(`/efficacy-surveys/${given.season.id}/answers`, body);
}

/** A token is taken in the party's name, and used in nobody's. */
async function answerPooled(world: World, { client }: Account, given: Given): Promise<void> {
  const { kind, party, pool } = given.one;
  if (pool === null) throw new Error('a pool with keys was awaited');
  const path = `/efficacy-surveys/${given.season.id}`;
  const { blindedToken, finalise } = await blindedFor(pool.publicKey);
  const asked = { kind, partyKind: party.kind, partyId: party.id, blindedToken };
  const { blindSignature } = await client.post<TokenSignature>(`${path}/tokens`, asked);
  await world.nobody.post(`${path}/responses`, {
    poolId: pool.id,
    ...(await finalise(blindSignature)),
    receipt: randomBytes(32).toString('base64'),
    answers: answersOf(given),
  });
}

async function close(world: World, season: EfficacySurveyView): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const path = `/efficacy-surveys/${season.id}`;
  await client.decide(`${path}/close`);
  await until(
    async () => (await client.get<EfficacySurveyView>(path)).state === 'closed',
    'the count of a season',
  );
}

async function isSilent(world: World, season: EfficacySurveyView): Promise<boolean> {
  const { client } = officerOf(world, 'officer');
  const results = await client.get<EfficacySurveyResultsView>(`/efficacy-surveys/${season.id}/results`);
  const file = `/efficacy-surveys/${season.id}/results/file?format=xlsx`;
  return results.kinds.length === 0 && (await isRefused(() => client.get(file), 404));
}

async function tell(world: World, season: EfficacySurveyView, before: EfficacySurveyView): Promise<void> {
  const { client } = officerOf(world, 'officer');
  const results = await client.get<EfficacySurveyResultsView>(`/efficacy-surveys/${season.id}/results`);
  for (const { kind, identification, satisfaction, answers } of results.kinds) {
    const shown = (mean: number | null): string => mean?.toFixed(2) ?? '—';
    world.report.figure(
      `  ${kindNames[kind]}`,
      `认同感 ${shown(identification)}，满意度 ${shown(satisfaction)}，${answers} 份`,
    );
  }
  const pools = await client.get<Page<{ answers: number }>>(
    `/efficacy-surveys/${season.id}/answers?manner=pooled&limit=200`,
  );
  world.report.prove(
    'pooled answers are shown for at least five unions together',
    pools.items.length > 0 && pools.items.every(({ answers }) => answers >= 5),
  );
  world.report.prove('each season stands beside the one before', results.previous?.id === before.id);
}
