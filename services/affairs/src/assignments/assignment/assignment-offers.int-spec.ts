import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assignmentContract,
  type AssignmentContent,
  assignmentPartContract,
  type AssignmentPartView,
  type AssignmentView,
} from '@gongxiang/contracts/affairs/assignments/assignment.contract';
import { bulletinFileContract } from '@gongxiang/contracts/affairs/bulletins/bulletin-file.contract';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { eventually, type ServiceFixture, unionState } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let below: UnionState;
let giver: Actor;
let left: Actor;
let right: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  below = unionState('1.4.7.', { name: '炼钢车间工会', parentId: tree.left.id });
  await affairs.emit(membershipEvents.unionChanged, below);
  giver = await plantPerson(affairs, tree.root, 'officer');
  left = await plantPerson(affairs, tree.left, 'officer');
  right = await plantPerson(affairs, tree.right, 'officer');
  await plantPerson(affairs, below);
});
afterAll(() => affairs.stop());

const number = { id: 'members', kind: 'number', title: '会员人数', required: true } as const;

function contentOf(changes: Partial<AssignmentContent> = {}): AssignmentContent {
  return {
    title: '会员统计',
    text: '请填报。',
    kind: 'task',
    questions: [number],
    dueOn: '2099-12-31',
    scope: 'chosen',
    unionIds: [tree.left.id],
    ...changes,
  };
}

const draft = (
  changes: Partial<AssignmentContent & { parentPartId: string }> = {},
  actor = giver,
  unionId = tree.root.id,
): Promise<AssignmentView> =>
  affairs.ask(assignmentContract.create, { ...contentOf(), ...changes, unionId }, actor);

const give = ({ id, version }: AssignmentView, actor = giver): Promise<AssignmentView> =>
  affairs.ask(assignmentContract.give, { assignmentId: id }, actor, { ifMatch: version });

async function partOf(actor: Actor, assignmentId: string): Promise<AssignmentPartView> {
  const { items } = await affairs.ask(assignmentPartContract.listMine, { desk: 'all', limit: 100 }, actor);
  const partId = items.find((one) => one.assignmentId === assignmentId)?.id ?? '';
  return affairs.ask(assignmentPartContract.get, { partId }, actor);
}

async function addDocument(actor = giver, unionId = tree.root.id): Promise<string> {
  const bytes = Buffer.from('单位,人数\n一车间,40\n');
  const options = { bytesMax: 1_000, ownerId: actor.personId, types: ['text/csv'] };
  const { key: fileKey } = await affairs.app.get(FileStore).put(Readable.from([bytes]), options);
  const request = { unionId, fileKey, fileName: '口径.csv' };
  return (await affairs.ask(bulletinFileContract.addAttachment, request, actor)).fileId;
}

describe('whom an assignment goes to', () => {
  it('may be a union with all below it, each once', async () => {
    const given = await give(await draft({ unionIds: [below.id, tree.right.id], branchIds: [tree.left.id] }));
    expect(given).toMatchObject({ unions: 3, branchIds: [tree.left.id] }); // 江城重工, its workshop, 绿源食品
  });

  it('is no branch that lies elsewhere', async () => {
    const made = await draft({ unionIds: [], branchIds: [tree.root.id] });
    await expect(give(made)).rejects.toMatchObject({
      code: 'ASSIGNMENT_UNION_NOT_BELOW',
      errors: [{ pointer: '/branchIds' }],
    });
  });
});

describe('what the platform can count', () => {
  it('is offered to the union that answers, and to nobody else', async () => {
    const figures = [{ questionId: 'members', figure: 'members' as const }];
    const { id } = await give(await draft({ figures }));
    const part = await partOf(left, id);
    const { count } = (
      await affairs.dataSource.query(
        `SELECT count(*)::int AS count FROM member_ref WHERE union_id IN ($1, $2) AND state = 'active'`,
        [tree.left.id, below.id],
      )
    )[0];
    expect(part.counted).toEqual([{ questionId: 'members', figure: 'members', value: count }]);
    expect(count).toBe(2); // the officer of 江城重工, and a member of its workshop
    const seen = await affairs.ask(assignmentPartContract.get, { partId: part.id }, giver);
    expect(seen.counted).toEqual([]);
  });

  it.each<['unions' | 'officers', number]>([
    ['unions', 1], // the workshop
    ['officers', 1],
  ])('are %s as well', async (figure, value) => {
    const { id } = await give(await draft({ figures: [{ questionId: 'members', figure }] }));
    expect((await partOf(left, id)).counted).toEqual([{ questionId: 'members', figure, value }]);
  });

  it('answers a question that asks for a number alone', async () => {
    const questions = [number, { id: 'note', kind: 'shortText' as const, title: '说明', required: false }];
    const figures = [
      { questionId: 'members', figure: 'members' as const },
      { questionId: 'note', figure: 'unions' as const },
    ];
    await expect(draft({ questions, figures })).rejects.toMatchObject({
      code: 'ASSIGNMENT_INVALID',
      errors: [{ pointer: '/figures/1/questionId', code: 'ASSIGNMENT_FIGURE_NO_NUMBER' }],
    });
  });
});

describe('the documents of an assignment', () => {
  it('are for those who give it and those who have a part in it', async () => {
    const fileId = await addDocument();
    const attachments = [{ fileId, title: '统计口径' }];
    const { id } = await give(await draft({ attachments }));
    const part = await partOf(left, id);
    expect(part.attachments).toMatchObject([{ fileId, title: '统计口径', kind: 'csv' }]);
    const request = { assignmentId: id, fileId };
    const ofPart = { partId: part.id, fileId };
    expect(await affairs.ask(assignmentContract.attachment, request, giver)).toMatchObject({
      fileName: '口径.csv',
    });
    expect(await affairs.ask(assignmentPartContract.attachment, ofPart, left)).toMatchObject({
      fileName: '口径.csv',
    });
    for (const [contract, asked, actor] of [
      [assignmentContract.attachment, request, left],
      [assignmentPartContract.attachment, ofPart, right],
      [assignmentContract.attachment, { assignmentId: id, fileId: newId() }, giver],
    ] as const)
      await expect(affairs.ask<object, object>(contract, asked, actor)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
  });

  it('are those of the union that gives it, or came with what it hands on', async () => {
    const fileId = await addDocument();
    const attachments = [{ fileId, title: '统计口径' }];
    const { id } = await give(await draft({ attachments }));
    const { id: parentPartId } = await partOf(left, id);
    const content = { unionIds: [below.id], attachments };
    await expect(draft(content, left, tree.left.id)).rejects.toMatchObject({
      code: 'BULLETIN_FILE_UNKNOWN',
      errors: [{ pointer: '/attachments/0/fileId' }],
    });
    expect(await draft({ ...content, parentPartId }, left, tree.left.id)).toMatchObject({
      attachments: [{ fileId }],
    });
  });

  it('stay as long as something shows them, and a day longer', async () => {
    const fileId = await addDocument();
    const made = await draft({ attachments: [{ fileId, title: '统计口径' }] });
    const isThere = async (): Promise<boolean> =>
      (await affairs.dataSource.query(`SELECT 1 FROM bulletin_file WHERE id = $1`, [fileId])).length > 0;
    affairs.clock.advance(2 * dayMs);
    await eventually(async () => {
      const due = await affairs.dataSource.query(
        `SELECT 1 FROM due WHERE kind = 'bulletin-file-unshown' AND key = $1 AND due_at < 'infinity'`,
        [fileId],
      );
      expect(due).toEqual([]);
    });
    expect(await isThere()).toBe(true);
    const request = { assignmentId: made.id, ...contentOf() };
    const { attachments } = await affairs.ask(assignmentContract.change, request, giver, {
      ifMatch: made.version,
    });
    expect(attachments).toEqual([]);
    affairs.clock.advance(2 * dayMs);
    await eventually(async () => expect(await isThere()).toBe(false));
  });
});

describe('templates', () => {
  it('are four, each of which can be given as it is', async () => {
    const { items } = await affairs.ask(assignmentContract.templates, {}, giver);
    expect(items.map(({ id }) => id)).toEqual([
      'quarterly-report',
      'meeting-notice',
      'visit-statistics',
      'term-change',
    ]);
    for (const { content } of items) expect(await draft(content)).toMatchObject({ title: content.title });
  });
});
