import { describe, expect, it } from '@jest/globals';
import type { KeptComplaint } from '@gongxiang/contracts/affairs/matters/complaint-move';
import { checkDefinition } from '../service-item/service-item.model.js';
import { complaintDefinition } from './complaint-definition.js';
import { movedMatter } from './complaint-move.model.js';

const one: KeptComplaint = {
  ...{ id: '1', kind: 'question', state: 'open', isWithdrawn: false, personId: '2', homeUnionId: '3' },
  ...{ unionId: '3', text: '几点开门', page: null, createdAt: '2026-11-01T00:00:00Z' },
  ...{ dueAt: '2026-11-08T00:00:00Z', closedAt: null, closeReason: null, said: [] },
};
const answer = {
  ...{ text: '九点', at: '2026-11-02T00:00:00Z' },
  answer: { unionId: '3', answeredBy: '4' },
};
const again = { text: '周末呢', at: '2026-11-03T00:00:00Z', answer: null };
const closedAt = '2026-11-04T00:00:00Z';

describe('a complaint as a matter', () => {
  it.each<[string, Partial<KeptComplaint>, object]>([
    ['was not answered', {}, { state: 'sent', outcome: null, isReopened: false }],
    ['was answered', { state: 'answered', said: [answer] }, { state: 'decided', reasons: '九点' }],
    ['was asked again', { said: [answer, again] }, { state: 'sent', outcome: null, isReopened: true }],
    [
      'was answered again',
      { state: 'answered', said: [answer, again, { ...answer, text: '十点' }] },
      { state: 'decided', reasons: '十点', isReopened: true },
    ],
    ['was resolved', { state: 'closed', said: [answer], closedAt }, { state: 'closed', outcome: 'answered' }],
    [
      'was withdrawn',
      { state: 'closed', isWithdrawn: true, closedAt },
      { state: 'withdrawn', outcome: null },
    ],
    ['was closed without an answer', { state: 'closed', closedAt }, { state: 'closed', outcome: null }],
  ])('that %s', (_how, changes, expected) => {
    expect(movedMatter({ ...one, ...changes })).toMatchObject(expected);
  });

  it('keeps what was said in its order, and who has answered', () => {
    const { entries } = movedMatter({
      ...one,
      state: 'closed',
      closedAt,
      closeReason: '好',
      said: [answer, again],
    });
    expect(entries.map(({ event, text, actorId }) => [event, text, actorId])).toEqual([
      ['sent', null, null],
      ['decided', '九点', '4'],
      ['reopened', '周末呢', null],
      ['closed', '好', null],
    ]);
  });
});

it('the service for complaints is one that an officer could have designed', () => {
  expect(checkDefinition(complaintDefinition, null, new Date('2026-11-29T00:00:00Z'))).toEqual([]);
});
