import { describe, expect, it } from '@jest/globals';
import { type ProposalState, proposalStates } from '@gongxiang/contracts/sharing/activities/activity-parts';
import type { ActivityRow } from '../../activities/activity/activity.entity.js';
import { actions } from '../actions.js';
import { awaitsOfProposal, requireProposalStep } from './proposal.model.js';

describe('the life of a proposal', () => {
  const allowed = ['waiting sponsored', 'waiting declined', 'declined waiting', 'declined sponsored'];
  const steps = proposalStates.flatMap((from) =>
    proposalStates.map((to): [ProposalState, ProposalState] => [from, to]),
  );

  it.each(steps)('from %s to %s', (from, to) => {
    const step = (): void => requireProposalStep({ state: 'draft', proposal: { state: from } }, to);
    if (allowed.includes(`${from} ${to}`)) expect(step).not.toThrow();
    else expect(step).toThrow(expect.objectContaining({ code: 'ILLEGAL_TRANSITION' }));
  });

  it.each([
    ['published', { state: 'waiting' as const }],
    ['draft', null],
  ])('has no step where it is %s, or nobody proposed it', (state, proposal) => {
    const step = (): void => requireProposalStep({ state, proposal }, 'sponsored');
    expect(step).toThrow(expect.objectContaining({ code: 'NOT_A_PROPOSAL' }));
  });
});

describe('what a proposal waits for', () => {
  const awaits = (state: ActivityRow['state'], proposal: ProposalState | null, seriesNumber: number | null) =>
    awaitsOfProposal(
      {
        id: 'activity',
        state,
        timeZone: 'Asia/Shanghai',
        startsAt: new Date('2026-11-21T01:00:00Z'),
        unionId: 'union',
        proposal: proposal && ({ state: proposal } as ActivityRow['proposal']),
        seriesNumber,
      },
      actions.sponsorProposal,
    );

  it.each<[ActivityRow['state'], ProposalState | null, number | null, number]>([
    ['draft', 'waiting', null, 1],
    ['draft', 'waiting', 1, 1],
    ['draft', 'waiting', 2, 0],
    ['draft', 'sponsored', null, 0],
    ['draft', 'declined', null, 0],
    ['draft', null, null, 0],
    ['cancelled', 'waiting', null, 0],
  ])('as a %s that is %s, and number %j of a series: %i', (state, proposal, seriesNumber, count) => {
    expect(awaits(state, proposal, seriesNumber)).toHaveLength(count);
  });

  it('is the decision of the officers of its union', () => {
    expect(awaits('draft', 'waiting', null)).toMatchObject([
      {
        kind: 'proposalMade',
        why: 'proposersUnion',
        offices: { roles: ['officer'], unionIds: ['union'], isNearest: true },
        about: { activityId: 'activity' },
        values: { startsAt: '2026-11-21T01:00:00.000Z' },
      },
    ]);
  });
});
