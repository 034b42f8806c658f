import { expect, it } from '@jest/globals';
import { awaitedFrom, awaitsOfTask } from './maintenance-awaits.model.js';

const keeper = { personIds: ['keeper'] };
const task = {
  state: 'open' as 'open' | 'done' | 'skipped',
  endedAt: null as Date | null,
  dueOn: '2026-12-02' as string | null,
  resourceId: 'hall',
  resourceTitle: '多功能厅',
  ownerKind: 'union' as 'union' | 'person',
  title: '更换滤网',
  pieceLabel: null as string | null,
};
/** Nine o'clock in China on the day before. */
const from = new Date('2026-12-01T01:00:00Z');

it.each<[string, Partial<typeof task>, Date | null]>([
  ['open', {}, from],
  ['done', { state: 'done' }, null],
  ['skipped', { state: 'skipped' }, null],
  ['of a plan that has ended', { endedAt: from }, null],
  ['counted in loans', { dueOn: null }, null],
])('a task that is %s waits from its time on', (_which, changes, expected) => {
  expect(awaitedFrom({ ...task, ...changes })).toEqual(expected);
});

it.each([
  ['2026-12-01T00:59:59Z', 0],
  ['2026-12-01T01:00:00Z', 1],
  ['2026-12-05T00:00:00Z', 1],
])('at %s it waits for %i', (now, count) => {
  expect(awaitsOfTask(task, keeper, new Date(now))).toHaveLength(count);
});

it('waits for whoever keeps the thing until the end of its day, and names the piece', () => {
  expect(awaitsOfTask({ ...task, pieceLabel: '投影仪 3' }, keeper, from)).toMatchObject([
    {
      personIds: ['keeper'],
      kind: 'maintenanceDue',
      about: { resourceId: 'hall' },
      title: '多功能厅',
      values: { taskTitle: '投影仪 3 更换滤网', dueOn: '2026-12-02' },
      dueAt: new Date('2026-12-02T16:00:00Z'),
    },
  ]);
});

it('says nothing that a person wrote', () => {
  expect(awaitsOfTask({ ...task, ownerKind: 'person' }, keeper, from)).toMatchObject([
    { title: null, values: { taskTitle: null, dueOn: '2026-12-02' } },
  ]);
});
