import { randomBytes } from 'node:crypto';
import type { CallVote, VoteView } from '@gongxiang/contracts/evaluation/votes/vote.contract';
import { Refusal } from '../demo/tools/client.js';
import { until } from '../demo/tools/world.js';
import { blinded } from './access-evaluation.js';
import { type AccessRow, type AccessWorld, idOf, type RowRequest } from './access-world.js';
import { inDays, makePerson } from './fixtures.js';

const callOf = (world: AccessWorld, opensAt: string): CallVote => ({
  unionId: world.network.near.id,
  title: '集体合同草案',
  text: '是否通过？',
  kind: 'motion',
  roll: 'all',
  quorum: 'twoThirds',
  majority: 'all',
  showTo: 'roll',
  opensAt,
  closesAt: inDays(7),
});

/** It opens a moment after it is called. */
async function opened(world: AccessWorld): Promise<void> {
  const path = `/votes/${idOf(world, 'voteId')}`;
  await until(
    async () => (await world.people.keeper.client.get<VoteView>(path)).state === 'open',
    'the opening of the vote',
  );
}

/** One that has not opened. It needs five members, of whom the fifth has to be known to evaluation first. */
async function callAnother(world: AccessWorld): Promise<void> {
  await makePerson(world.platform, world.network, world.network.near);
  await until(async () => {
    try {
      const { id } = await world.people.keeper.client.post<VoteView>('/votes', callOf(world, inDays(1)));
      world.ids.set('laterVoteId', id);
      return true;
    } catch (error) {
      if (error instanceof Refusal && error.status === 422) return false;
      throw error;
    }
  }, 'five members of the union');
}

const later = (world: AccessWorld): RowRequest => ({ params: { voteId: idOf(world, 'laterVoteId') } });

/** Votes are called by officers, seen by whoever is on the roll, and taken part in by them alone. */
export const voteRows: readonly AccessRow[] = [
  {
    route: 'POST /votes',
    expected: [401, 403, 403, 201],
    before: callAnother,
    request: (world) => ({ body: callOf(world, inDays(-0.01)) }),
    keep: 'voteId',
  },
  { route: 'GET /votes', expected: [401, 200, 200, 200] },
  { route: 'GET /votes/{voteId}', expected: [401, 200, 404, 200], before: opened },
  { route: 'GET /me/votes', expected: [401, 200, 200, 200] },
  {
    route: 'POST /votes/{voteId}/tokens',
    expected: [401, 201, 404, 201],
    request: () => ({ body: { blindedToken: blinded() } }),
  },
  {
    route: 'POST /votes/{voteId}/ballots',
    expected: [422, 422, 422, 422],
    request: () => ({
      body: {
        token: randomBytes(32).toString('base64'),
        signature: blinded(),
        receipt: randomBytes(32).toString('base64'),
        choices: ['yes'],
      },
    }),
    why: 'open to all, and what counts is the signed token: this one nobody has signed',
  },
  {
    route: 'GET /public/votes/{voteId}/keys',
    expected: [200, 200, 200, 200],
    why: 'keys that are the same for everybody',
  },
  {
    route: 'POST /votes/{voteId}/withdraw',
    expected: [401, 404, 404, 200],
    request: later,
  },
];
