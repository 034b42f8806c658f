import { describe, expect, it } from '@jest/globals';
import { type ProposalState, proposalStates } from '@gongxiang/contracts/sharing/activities/activity-parts';
import { requireProposalStep } from './proposal.model.js';

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
