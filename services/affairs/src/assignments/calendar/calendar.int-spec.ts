import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assignmentContract,
  type AssignmentContent,
  assignmentPartContract,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import { assignmentCalendarContract } from '@gongxiang/contracts/affairs/assignments/assignment-calendar.contract';
import type { Actor } from '@gongxiang/domain';
import type { ServiceFixture } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let giver: Actor;
let left: Actor;
let right: Actor;
let member: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  giver = await plantPerson(affairs, tree.root, 'officer');
  left = await plantPerson(affairs, tree.left, 'officer');
  right = await plantPerson(affairs, tree.right, 'officer');
  member = await plantPerson(affairs, tree.left);
});
afterAll(() => affairs.stop());

async function given(changes: Partial<AssignmentContent>): Promise<string> {
  const content: AssignmentContent = {
    title: '通知',
    text: '请阅。',
    kind: 'notice',
    questions: [],
    dueOn: '2099-12-15',
    scope: 'chosen',
    unionIds: [tree.left.id],
    ...changes,
  };
  const made = await affairs.ask(assignmentContract.create, { ...content, unionId: tree.root.id }, giver);
  await affairs.ask(assignmentContract.give, { assignmentId: made.id }, giver, { ifMatch: made.version });
  return made.id;
}

const monthOf = (actor: Actor | null, month = '2099-12') =>
  affairs.ask(assignmentCalendarContract.month, { month }, actor);

describe('the calendar', () => {
  it('shows what a union owes, what it gave, and whether it is done', async () => {
    const first = await given({
      title: '元旦值班',
      dueOn: '2099-12-31',
      unionIds: [tree.left.id, tree.right.id],
    });
    await given({ title: '下月的', dueOn: '2100-01-01' });
    await given({ title: '月初的', dueOn: '2099-12-01' });
    const { items } = await monthOf(left);
    expect(items.map(({ title, role, isDone }) => [title, role, isDone])).toEqual([
      ['月初的', 'owed', false],
      ['元旦值班', 'owed', false],
    ]);
    const id = items[1]?.id ?? '';
    const { version } = await affairs.ask(assignmentPartContract.get, { partId: id }, left);
    await affairs.ask(assignmentPartContract.receive, { partId: id }, left, { ifMatch: version });
    expect((await monthOf(left)).items[1]).toMatchObject({ isDone: true, owing: 0 });
    expect((await monthOf(giver)).items.find((one) => one.id === first)).toMatchObject({
      role: 'given',
      isDone: false,
      owing: 1, // 绿源食品 of two
      dueOn: '2099-12-31',
    });
    expect((await monthOf(right)).items).toHaveLength(1);
    expect((await monthOf(left, '2100-01')).items).toMatchObject([{ title: '下月的' }]);
  });

  it('is in the feed of its officers with what the union owes, and of nobody else', async () => {
    await given({ title: '消防检查, 东区', dueOn: '2099-11-30' });
    const feedOf = async ({ personId }: Actor, locale: 'zh-CN' | 'en' = 'zh-CN') => {
      const request = { personId, locale, origin: 'https://portal.example' };
      const { text } = await affairs.ask(assignmentCalendarContract.feed, request, null);
      return text.split('\r\n');
    };
    const lines = await feedOf(left);
    expect(lines).toEqual(
      expect.arrayContaining([
        'SUMMARY:截止：消防检查\\, 东区',
        'DTSTART;VALUE=DATE:20991130',
        'SUMMARY:已完成：元旦值班',
        'DESCRIPTION:江城市总工会下达，江城重工工会办理。',
      ]),
    );
    expect(
      lines.filter((line) => line.startsWith('URL:https://portal.example/assignment-parts/')),
    ).not.toEqual([]);
    expect(await feedOf(left)).toEqual(lines);
    expect(await feedOf(left, 'en')).toContain('SUMMARY:Done: 元旦值班');
    expect(await feedOf(member)).toEqual(['']);
    expect((await feedOf(right)).filter((line) => line.includes('消防检查'))).toEqual([]);
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a plain member', () => member, 'NOT_PERMITTED'],
  ])('is not for %s', async (_who, actor, code) => {
    await expect(monthOf(actor())).rejects.toMatchObject({ code });
  });
});
