import { randomBytes } from 'node:crypto';
import type {
  ResponseReceived,
  TokenSignature,
} from '@gongxiang/contracts/evaluation/surveys/survey.contract';
import type { CallVote, VoteView } from '@gongxiang/contracts/evaluation/votes/vote.contract';
import type { MeView } from '@gongxiang/contracts/membership/members/me.contract';
import { blindedFor } from '../tools/blinded-token.js';
import { isRefused } from '../tools/client.js';
import {
  type Account,
  forEachLimit,
  idOf,
  officerOf,
  passwords,
  signIn,
  unionOf,
  until,
  type World,
} from '../tools/world.js';

const dayMs = 86_400_000;
/** As in a hall; other steps go on meanwhile. */
const hallMs = 75_000;
const countedWithinMs = 180_000;
const deputies = 9;

/** Of nine, seven say yes, one no, and one stays away. */
const said = ['yes', 'yes', 'yes', 'no', 'yes', 'yes', 'yes', 'yes'] as const;

/** Two secret votes: one that nine deputies decide while the demo runs, and an election that is open for a week. */
export async function voteInSecret(world: World): Promise<void> {
  await world.report.step('无记名表决 / A secret vote of deputies, and an election', async () => {
    const people = (world.members.get('zhonggong') ?? []).slice(0, deputies);
    const motion = await opened(world, {
      ...callOf(world, people, hallMs),
      title: '集体合同草案（第二稿）',
      text: '是否通过集体合同草案（第二稿）？\n\n- 高温津贴每人每天 **15 元**\n- 年度体检一次',
      kind: 'motion',
      showTo: 'members',
    });
    const ballots = await forEachLimit(people.slice(0, said.length), 4, (person, index) =>
      castBy(world, motion, person, said[index] ?? 'abstain'),
    );
    const again = { ...ballots[0], receipt: randomBytes(32).toString('base64') };
    const { report } = world;
    report.prove(
      'a ballot is cast once',
      await isRefused(() => world.nobody.post(`/votes/${motion.id}/ballots`, again), 409),
    );
    world.ids.set('vote', motion.id);
    const worker = await signIn(world.nobody, 'worker', passwords.member);
    await opened(world, {
      ...callOf(world, [worker, ...people], 7 * dayMs),
      title: '工会小组长选举',
      text: '从候选人里选出两位工会小组长。',
      kind: 'election',
      candidates: await forEachLimit(people.slice(0, 3), 3, async ({ personId, client }) => {
        const { name } = await client.get<MeView>('/me');
        return { personId, name };
      }),
      seats: 2,
      majority: 'present',
    });
  });
}

/** What the deputies have decided. */
export async function countTheVote(world: World): Promise<void> {
  await world.report.step('表决结果 / What the deputies have decided', async () => {
    const { client } = officerOf(world, 'officer');
    const path = `/votes/${idOf(world, 'vote')}`;
    const { result } = await until(
      async () => {
        const vote = await client.get<VoteView>(path);
        return vote.state === 'closed' && vote;
      },
      'the count of the vote',
      countedWithinMs,
    );
    world.report.figure('ballots', `${result?.voted} of ${result?.entitled}`);
    const yes = result?.counts?.find(({ key }) => key === 'yes')?.count;
    // Seven of nine are more than half of all; eight of nine are more than two thirds.
    world.report.prove('the motion is carried by seven of nine', yes === 7 && result?.carried === true);
  });
}

function callOf(
  world: World,
  people: readonly Account[],
  openMs: number,
): Omit<CallVote, 'title' | 'text' | 'kind'> {
  const now = Date.now();
  return {
    unionId: unionOf(world, 'zhonggong').id,
    roll: 'named',
    personIds: [...new Set(people.map(({ personId }) => personId))],
    quorum: 'twoThirds',
    majority: 'all',
    showTo: 'roll',
    opensAt: new Date(now).toISOString(),
    closesAt: new Date(now + openMs).toISOString(),
  };
}

/** It opens a moment after it is called. */
async function opened(world: World, call: CallVote): Promise<VoteView> {
  const { client } = officerOf(world, 'officer');
  const { id } = await client.post<VoteView>('/votes', call);
  return until(async () => {
    const vote = await client.get<VoteView>(`/votes/${id}`);
    return vote.state === 'open' && vote;
  }, 'the opening of the vote');
}

async function castBy(world: World, vote: VoteView, person: Account, choice: string): Promise<object> {
  const { blindedToken, finalise } = await blindedFor(vote.publicKey ?? {});
  const path = `/votes/${vote.id}`;
  const issued = await person.client.post<TokenSignature>(`${path}/tokens`, { blindedToken });
  const entitlement = await finalise(issued.blindSignature);
  const ballot = { ...entitlement, receipt: randomBytes(32).toString('base64'), choices: [choice] };
  // Without sign-in: nothing in the request says who it is.
  await world.nobody.post<ResponseReceived>(`${path}/ballots`, ballot);
  return ballot;
}
