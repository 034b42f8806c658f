import { randomBytes } from 'node:crypto';
import type { MatterView } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { CallVote, VoteView } from '@gongxiang/contracts/evaluation/votes/vote.contract';
import { blindedFor } from '../../demo/tools/blinded-token.js';
import { isRefused } from '../../demo/tools/client.js';
import { until } from '../../demo/tools/world.js';
import type { AccessWorld } from '../access-world.js';
import type { AnswerBody } from '../ask.js';
import type { Person } from '../fixtures.js';
import { rowsOf } from '../rows.js';
import { openService, rowWhen } from './chaos-affairs.js';
import type { Violation } from './chaos-checks.js';
import type { Steps } from './chaos-steps.js';

/** A vote is open for a minute at least. */
const openMs = 62_000;
const countedWithinMs = 150_000;
/** One of each person on the roll. */
const said = ['yes', 'yes', 'no', 'yes', 'yes', 'yes'] as const;
const yes = said.filter((one) => one === 'yes').length;

/** Six of the crowd decide a motion in secret. @returns it once it is open */
export async function openVote(world: AccessWorld, crowd: readonly Person[]): Promise<VoteView> {
  const { client } = world.people.keeper;
  let voteId = '';
  const call = async (): Promise<void> => {
    const now = Date.now();
    const motion: CallVote = {
      unionId: world.network.near.id,
      title: '集体合同草案',
      text: '是否通过？',
      kind: 'motion',
      roll: 'named',
      personIds: votersOf(crowd).map(({ personId }) => personId),
      quorum: 'twoThirds',
      majority: 'all',
      showTo: 'roll',
      opensAt: new Date(now).toISOString(),
      closesAt: new Date(now + openMs).toISOString(),
    };
    voteId = (await client.post<VoteView>('/votes', motion)).id;
  };
  // It is a moment until evaluation knows them.
  await until(async () => !(await isRefused(call, 422)), 'members who may vote');
  return until(async () => {
    const vote = await client.get<VoteView>(`/votes/${voteId}`);
    return vote.state === 'open' && vote;
  }, 'the opening of the vote');
}

/** Each takes a token under their name and casts a ballot without it. */
export async function castBallots(steps: Steps, vote: VoteView, crowd: readonly Person[]): Promise<void> {
  const path = `/votes/${vote.id}`;
  await Promise.all(
    votersOf(crowd).map(async (person, index) => {
      const { blindedToken, finalise } = await blindedFor(vote.publicKey ?? {});
      const { blindSignature = '' } = await steps.take<AnswerBody & { readonly blindSignature?: string }>({
        person,
        path: `${path}/tokens`,
        body: { blindedToken },
      });
      const ballot = { receipt: randomBytes(32).toString('base64'), choices: [said[index]] };
      const entitled = await finalise(blindSignature);
      await steps.take({
        person: null,
        path: `${path}/ballots`,
        body: { ...entitled, ...ballot },
        statusAgain: 200,
      });
    }),
  );
}

/**
 * Evaluation counts and tells it while affairs is dead; then it is written in the step of a matter.
 * @returns what is not as it was voted
 */
export async function countedViolations(
  world: AccessWorld,
  { id: voteId }: VoteView,
  person: Person,
): Promise<Violation[]> {
  const { platform, people } = world;
  await platform.kill('affairs');
  const told = `SELECT 1 FROM evaluation.outbox WHERE subject = 'evt.evaluation.motion.counted.v1'
                AND envelope->'data'->>'id' = $1 AND published_at IS NOT NULL`;
  await rowWhen(world, told, [voteId], countedWithinMs);
  await platform.start('affairs');
  await rowWhen(world, 'SELECT 1 FROM affairs.motion_ref WHERE id = $1', [voteId], countedWithinMs);
  const assembly = { id: 'assembly', kind: 'ballot', label: '职工大会', quorum: 'half', majority: 'all' };
  const serviceId = await openService(world, { name: '集体合同', pays: null, steps: [assembly] });
  const body = { serviceId, answers: {}, contact: { name: '张三' } };
  const { id } = await person.client.post<{ readonly id: string }>('/matters', body);
  const { client } = people.keeper;
  await client.post(`/matters/${id}/take`, {}, { ifMatch: 1 });
  const { steps } = await client.decide<MatterView>(
    `/matters/${id}/steps/assembly`,
    { voteId },
    { sees: `/matters/${id}` },
  );
  await client.decide(`/matters/${id}/decide`, { outcome: 'issued', reasons: '已通过' });
  const words = steps[0]?.marks[0]?.words;
  const counted = [words?.entitled, words?.present, words?.yes, words?.no];
  const cast = [said.length, said.length, yes, said.length - yes];
  const tokens = await rowsOf(
    platform,
    'SELECT 1 FROM evaluation.vote_voter WHERE vote_id = $1 AND blinded_hash IS NOT NULL',
    [voteId],
  );
  return [
    ...(String(counted) === String(cast) ? [] : [`wrong: ${String(counted)} are counted of ${String(cast)}`]),
    ...(tokens.length === said.length ? [] : [`wrong: ${tokens.length} tokens of ${said.length} people`]),
  ];
}

/** Behind those who bring matters and read bulletins. */
function votersOf(crowd: readonly Person[]): readonly Person[] {
  return crowd.slice(10, 10 + said.length);
}
