import { expect, it } from '@jest/globals';
import type { MatchState } from '@gongxiang/contracts/sharing/finding/match.contract';
import type { NeedState } from '@gongxiang/contracts/sharing/lending/need.contract';
import { actions } from '../../lending/actions.js';
import { awaitsOfMatch } from './match-awaits.model.js';

const expiresAt = new Date('2026-11-21T10:00:00Z');
const need = {
  id: 'need',
  title: '找场地',
  state: 'open' as NeedState,
  partyKind: 'union' as 'union' | 'person',
  partyId: 'seeker',
  unionId: 'seeker',
  expiresAt,
};
const awaits = (state: MatchState, changes: Partial<typeof need> = {}, ownerPersonId: string | null = null) =>
  awaitsOfMatch(
    { ...need, ...changes },
    { state, offerTitle: '多功能厅', ownerPersonId },
    actions.manageNeed,
  );

it.each<[MatchState, NeedState, number]>([
  ['suggested', 'open', 0],
  ['proposed', 'open', 1],
  ['proposed', 'answered', 1],
  ['proposed', 'closed', 0],
  ['proposed', 'expired', 0],
  ['accepted', 'answered', 0],
  ['declined', 'open', 0],
])('a match that is %s to a need that is %s waits for %i answers', (match, state, count) => {
  expect(awaits(match, { state })).toHaveLength(count);
});

it('waits for whoever seeks, a union or a person by name, and for who acts for them', () => {
  expect(awaits('proposed')).toMatchObject([
    {
      kind: 'offerProposed',
      offices: { roles: ['officer', 'organiser'], unionIds: ['seeker'], isNearest: true },
      about: { needId: 'need' },
      title: '找场地',
      values: { offerTitle: '多功能厅' },
      dueAt: expiresAt,
    },
  ]);
  const [mine] = awaits('proposed', { partyKind: 'person', partyId: 'worker' });
  expect(mine).toMatchObject({ personIds: ['worker'] });
  expect(mine?.offices).toMatchObject({ unionIds: [], matters: [{ kind: 'person', id: 'worker' }] });
});

it.each<[string, Partial<typeof need>, string | null, string | null, string | null]>([
  ['a union seeks of a union', {}, null, '找场地', '多功能厅'],
  ['a person seeks', { partyKind: 'person' }, null, null, '多功能厅'],
  ['a person offers', {}, 'owner', '找场地', null],
])('where %s, nobody is told what a person wrote', (_who, changes, owner, title, offerTitle) => {
  expect(awaits('proposed', changes, owner)).toMatchObject([{ title, values: { offerTitle } }]);
});
