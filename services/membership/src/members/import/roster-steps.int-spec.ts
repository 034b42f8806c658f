import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  memberImportContract,
  type MemberImportView,
  type RosterColumn,
} from '@gongxiang/contracts/membership/members/member-import.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { membershipEvents, type MemberState } from '@gongxiang/contracts/membership/membership-events';
import { rosterEntryContract } from '@gongxiang/contracts/membership/members/roster-entry.contract';
import type { Actor } from '@gongxiang/domain';
import { briefFilesOf, FileStore } from '@gongxiang/messaging/files';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import {
  callersOf,
  plantPassword,
  plantPerson,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';
import { workbookFile } from './roster-files.fixture.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let officer: Actor;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  officer = actorWith({
    personId: await plantPerson(membership),
    roles: [['officer', trees.left.id, trees.left.path]],
  });
});

afterAll(() => membership.stop());

/** What was published of many members at a time, the oldest first. */
async function publishedInLists(): Promise<MemberState[]> {
  return (await membership.recorded(membershipEvents.membersChanged)).flatMap(({ members }) => members);
}

async function upload(content: string | Buffer): Promise<string> {
  const options = { bytesMax: 50_000_000, types: ['text/csv', 'application/zip'], ownerId: officer.personId };
  return (await membership.app.get(FileStore).put(Readable.from([Buffer.from(content)]), options)).key;
}

function finish(importId: string): Promise<MemberImportView> {
  return eventually(async () => {
    const view = await membership.ask(memberImportContract.get, { importId }, officer);
    if (view.finishedAt === null) throw new Error(view.state);
    return view;
  }, 60_000);
}

async function load(content: string | Buffer, dryRun: boolean): Promise<MemberImportView> {
  const request = { unionId: trees.left.id, fileKey: await upload(content), dryRun };
  return finish((await membership.ask(memberImportContract.create, request, officer)).id);
}

async function rowsOf(importId: string) {
  return (await membership.ask(memberImportContract.rows, { importId, limit: 200 }, officer)).items;
}

async function commit(view: MemberImportView): Promise<MemberImportView> {
  const importId = view.id;
  const { version } = await membership.ask(memberImportContract.get, { importId }, officer);
  await membership.ask(memberImportContract.commit, { importId }, officer, { ifMatch: version });
  return finish(importId);
}

async function memberNamed(q: string) {
  const [member] = (await membership.ask(memberContract.list, { q, union: trees.left.id }, officer)).items;
  if (member === undefined) throw new Error(`${q} is no member`);
  return member;
}

const header = '姓名,证件号码,手机号,入会日期,用工形式';
const line = (name: string, n: number, phone = '', from = '', kind = ''): string =>
  [name, residentNumber(n), phone, from, kind].join(',');

describe('the preview of a roster', () => {
  it('shows ten rows, and the columns as the union assigned them last', async () => {
    const rows = [
      ['称呼', '编号', '电话'],
      ...Array.from({ length: 12 }, (_, n) => [`预览${n}`, residentNumber(n), '']),
    ];
    const file = workbookFile([{ name: '花名册', rows }]);
    const preview = async () => {
      const fileKey = await upload(file);
      const found = await membership.ask(
        memberImportContract.preview,
        { unionId: trees.left.id, fileKey },
        officer,
      );
      return { ...found, fileKey };
    };
    const shown = await preview();
    expect(shown).toMatchObject({
      sheets: [{ name: '花名册', isHidden: false }],
      sheet: 0,
      headerRow: 1,
      columns: [{ field: 'phone', column: 2 }],
      isRemembered: false,
    });
    expect(shown.rows).toHaveLength(10);
    const columns: RosterColumn[] = [
      { field: 'name', column: 0 },
      { field: 'residentNumber', column: 1 },
    ];
    const create = (assigned: RosterColumn[]) =>
      membership.ask(
        memberImportContract.create,
        {
          unionId: trees.left.id,
          fileKey: shown.fileKey,
          dryRun: true,
          layout: { sheet: 0, headerRow: 1, columns: assigned },
        },
        officer,
      );
    await expect(create([...columns, { field: 'name', column: 2 }])).rejects.toMatchObject({
      code: 'IMPORT_COLUMN_TWICE',
    });
    const view = await finish((await create(columns)).id);
    expect(view).toMatchObject({ state: 'checked', sheet: '花名册', progress: { created: 12 } });
    const again = await preview();
    expect(again).toMatchObject({
      isRemembered: true,
      columns: [
        { field: 'name', column: 0 },
        { field: 'residentNumber', column: 1 },
        { field: 'phone', column: 2 },
      ],
    });
    // Nobody imports the second upload: it is deleted after an hour.
    const files = membership.app.get(FileStore);
    membership.clock.advance(3_700_000);
    await eventually(() =>
      expect(files.get(again.fileKey, officer.personId)).rejects.toMatchObject({ code: 'NOT_FOUND' }),
    );
    (await files.get(shown.fileKey, officer.personId)).destroy();
  });
});

describe('ambiguous rows', () => {
  it('E95: name the candidates with reasons, and are loaded as somebody decides', async () => {
    await load(
      [header, line('候选甲', 401, '13800000401'), line('候选乙', 402, '13800000402')].join('\n'),
      false,
    );
    const typo = residentNumber(402).replace(/^42/, '43');
    const file = [
      header,
      line('候选甲', 411, '13800000401'),
      line('候选丙', 412, '13800000402', '2020-01-05'),
      `候选乙,${typo},,2021-01-05,`,
      line('候选丁', 413, '13800000402'),
    ].join('\n');
    const checked = await load(file, true);
    expect(checked.progress).toMatchObject({ ambiguous: 4, created: 0, rejected: 0 });
    // One that was checked before may have waited.
    await eventually(async () => {
      const [awaited] = await untilAwaits(membership, 'membership', trees.left.id, ['rosterChecked']);
      expect(awaited).toMatchObject({
        personIds: [officer.personId],
        about: { importId: checked.id },
        values: { created: '0', updated: '0', ambiguous: '4' },
      });
    });
    const found = await rowsOf(checked.id);
    const [one, two] = [await memberNamed('候选甲'), await memberNamed('候选乙')];
    const unionName = trees.left.name;
    expect(found.map(({ row, code, candidates }) => [row, code, candidates])).toEqual([
      [
        2,
        'MAYBE_KNOWN',
        [{ personId: one.personId, reason: 'SAME_NAME_AND_PHONE', name: '候选甲', unionName }],
      ],
      [3, 'MAYBE_KNOWN', [{ personId: two.personId, reason: 'SAME_PHONE', name: '候选乙', unionName }]],
      [
        4,
        'RESIDENT_NUMBER_CHECK_CHARACTER',
        [{ personId: two.personId, reason: 'NUMBER_TYPO', name: '候选乙', unionName }],
      ],
      [5, 'MAYBE_KNOWN', [{ personId: two.personId, reason: 'SAME_PHONE', name: '候选乙', unionName }]],
    ]);
    const importId = checked.id;
    const decide = (
      choices: { row: number; choice: 'new' | 'same' | 'skip'; personId?: string }[],
      ifMatch = checked.version,
    ) => membership.ask(memberImportContract.decide, { importId, choices }, officer, { ifMatch });
    await expect(decide([{ row: 4, choice: 'new' }])).rejects.toMatchObject({ code: 'IMPORT_NOT_CANDIDATE' });
    await expect(decide([{ row: 2, choice: 'same', personId: two.personId }])).rejects.toMatchObject({
      code: 'IMPORT_NOT_CANDIDATE',
    });
    await expect(decide([{ row: 9, choice: 'skip' }])).rejects.toMatchObject({
      code: 'IMPORT_ROW_NOT_AMBIGUOUS',
    });
    const decided = await decide([
      { row: 2, choice: 'same', personId: one.personId },
      { row: 3, choice: 'new' },
      { row: 4, choice: 'same', personId: two.personId },
    ]);
    expect(decided.version).toBe(checked.version + 1);
    await expect(decide([{ row: 5, choice: 'skip' }])).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await decide([{ row: 5, choice: 'skip' }], decided.version);
    expect((await commit(checked)).progress).toMatchObject({
      created: 1,
      updated: 1,
      unchanged: 1,
      rejected: 1,
    });
    await untilAwaits(membership, 'membership', trees.left.id, []);
    const loaded = await rowsOf(importId);
    expect(loaded.map(({ state, code, warnings }) => [state, code, warnings.map((one) => one.code)])).toEqual(
      [
        ['unchanged', null, ['NUMBER_KEPT']],
        ['created', null, ['PHONE_SHARED']],
        ['updated', null, ['NUMBER_KEPT']],
        ['rejected', 'ROW_SKIPPED', []],
      ],
    );
    expect(loaded[2]?.changes).toEqual([{ field: 'validFrom', before: two.validFrom, after: '2021-01-05' }]);
    expect(await memberNamed('候选乙')).toMatchObject({ personId: two.personId, validFrom: '2021-01-05' });
  });
});

describe('members who are not in the file', () => {
  it('stay unless they are ticked one by one, and come back with the undo', async () => {
    await load([header, line('留下', 501), line('离开', 502), line('读错', 503)].join('\n'), false);
    // A row that is not loaded is in the file all the same.
    const checked = await load([header, line('留下', 501), line('读错', 503, '12')].join('\n'), true);
    const importId = checked.id;
    const listed = async () => {
      const { items } = await membership.ask(memberImportContract.leaving, { importId, limit: 200 }, officer);
      return items.filter(({ name }) => ['留下', '离开', '读错'].includes(name));
    };
    const [leaving, ...others] = await listed();
    expect([leaving?.name, leaving?.ends, others]).toEqual(['离开', false, []]);
    const tick = (memberId: string, ifMatch: number, ends = true) =>
      membership.ask(memberImportContract.chooseLeaving, { importId, memberId, ends }, officer, { ifMatch });
    const stays = await memberNamed('留下');
    await expect(tick(stays.id, checked.version)).rejects.toMatchObject({ code: 'IMPORT_NOT_LEAVING' });
    const ticked = await tick(leaving?.id ?? '', checked.version);
    expect(ticked.progress.ended).toBe(1);
    const unticked = await tick(leaving?.id ?? '', ticked.version, false);
    expect(unticked.progress.ended).toBe(0);
    await tick(leaving?.id ?? '', unticked.version);
    const done = await commit(checked);
    expect(await memberNamed('离开')).toMatchObject({ state: 'ended', endedReason: 'other' });
    expect((await memberNamed('留下')).state).toBe('imported');
    await membership.ask(memberImportContract.undo, { importId }, officer, { ifMatch: done.version });
    expect(await memberNamed('离开')).toMatchObject({ state: 'imported', validTo: null });
    const [published] = (await publishedInLists()).slice(-1);
    expect(published).toMatchObject({ personId: leaving?.personId, state: 'imported' });
  });
});

describe('an undo', () => {
  it('goes row by row: restores what nothing depends on, and lists the rest with reasons', async () => {
    await load(
      [header, line('改一', 601, '13800000601', '2019-01-01', '合同制'), line('改二', 602)].join('\n'),
      false,
    );
    const file = [
      header,
      line('改一', 601, '13800000699', '2020-02-02', '退休'),
      line('改二', 602, '', '2020-02-02'),
      line('新一', 603),
      line('新二', 604),
    ].join('\n');
    const checked = await load(file, true);
    const [updated] = await rowsOf(checked.id);
    expect(updated?.changes).toEqual([
      { field: 'phone', before: null, after: null },
      { field: 'validFrom', before: '2019-01-01', after: '2020-02-02' },
      { field: 'employmentKind', before: 'regular', after: 'retired' },
    ]);
    const done = await commit(checked);
    const activated = await memberNamed('新二');
    await plantPassword(membership, activated.personId);
    await membership.dataSource.query('UPDATE person SET version = version + 1 WHERE id = $1', [
      activated.personId,
    ]);
    const second = await memberNamed('改二');
    const change = { memberId: second.id, employmentKind: 'retired' } as const;
    await membership.ask(memberContract.change, change, officer, { ifMatch: second.version });
    const undone = await membership.ask(memberImportContract.undo, { importId: done.id }, officer, {
      ifMatch: done.version,
    });
    expect(undone.state).toBe('undone');
    const kept = await membership.ask(memberImportContract.rows, { importId: done.id, kept: true }, officer);
    expect(kept.items.map(({ row, keptBecause }) => [row, keptBecause])).toEqual([
      [3, 'CHANGED_SINCE'],
      [5, 'ACTIVATED'],
    ]);
    expect(await memberNamed('改一')).toMatchObject({ validFrom: '2019-01-01', employmentKind: 'regular' });
    const byOldPhone = await membership.ask(memberContract.list, { q: '13800000601' }, officer);
    expect(byOldPhone.items.map(({ name }) => name)).toEqual(['改一']);
    expect(await memberNamed('改二')).toMatchObject({ validFrom: '2020-02-02' });
    expect((await memberNamed('新一')).state).toBe('ended');
    expect((await memberNamed('新二')).state).toBe('imported');
  });
});

describe('the file of results', () => {
  async function contentOf(importId: string, actor = officer): Promise<{ name: string; bytes: Buffer }> {
    const print = await membership.ask(memberImportContract.render, { importId }, actor);
    const chunks: Buffer[] = [];
    const store = new FileStore(membership.store, briefFilesOf('membership'));
    for await (const chunk of await store.get(print.key, actor.personId)) chunks.push(chunk as Buffer);
    return { name: print.fileName, bytes: Buffer.concat(chunks) };
  }

  it('is their own, with what became of each row; an auditor does not get the numbers', async () => {
    const checked = await load(
      `${header}\n${line('结果', 701)}\n坏,${residentNumber(702).slice(0, 17)}A,12,44317,`,
      true,
    );
    const { name, bytes } = await contentOf(checked.id);
    expect(name).toMatch(/^名册结果 \d{4}-\d\d-\d\d\.csv$/);
    const lines = bytes.toString().split('\n');
    expect(lines[0]).toBe(`${header},结果`);
    expect(lines[1]).toBe(`${line('结果', 701)},新增`);
    expect(lines[2]).toMatch(/,未载入：证件号码含有不允许的字符；手机号/);
    const auditor = actorWith({ roles: [['auditor', trees.left.id, trees.left.path]] });
    await expect(contentOf(checked.id, auditor)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    const { stranger } = callersOf(trees);
    await expect(contentOf(checked.id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('entries of a program', () => {
  const put = (
    entries: { key: string; name: string; residentNumber: string; phone?: string }[],
    actor = officer,
  ) => membership.ask(rosterEntryContract.put, { unionId: trees.left.id, entries }, actor);

  it('are answered one by one, and change nothing when they are sent again', async () => {
    const right = { key: 'a-1', name: '程序甲', residentNumber: residentNumber(801), phone: '13800000801' };
    const entries = [right, { key: 'a-2', name: '程序乙', residentNumber: '1' }];
    const first = await put(entries);
    expect(first.results).toMatchObject([
      { key: 'a-1', state: 'created', code: null },
      { key: 'a-2', state: 'rejected', code: 'RESIDENT_NUMBER_LENGTH', field: 'residentNumber' },
    ]);
    const published = (await publishedInLists()).length;
    expect((await put(entries)).results).toMatchObject([
      { key: 'a-1', state: 'unchanged', personId: first.results[0]?.personId },
      { key: 'a-2', state: 'rejected' },
    ]);
    expect(await publishedInLists()).toHaveLength(published);
    const changed = await put([{ ...right, phone: '13800000802' }]);
    expect(changed.results).toMatchObject([{ state: 'updated' }]);
    const other = await put([{ key: 'a-1', name: '程序丙', residentNumber: residentNumber(803) }]);
    expect(other.results).toMatchObject([{ state: 'rejected', code: 'ENTRY_KEY_OF_ANOTHER' }]);
    await expect(put([right, right])).rejects.toMatchObject({ code: 'ENTRY_KEY_TWICE' });
  });

  it.each([
    ['nobody', 'NOT_SIGNED_IN'],
    ['member', 'NOT_PERMITTED'],
    ['stranger', 'NOT_PERMITTED'],
  ] as const)('are not taken of %s', async (who, code) => {
    const actor = { nobody: null, ...callersOf(trees) }[who];
    const request = {
      unionId: trees.left.id,
      entries: [{ key: 'b', name: '某', residentNumber: residentNumber(804) }],
    };
    await expect(membership.ask(rosterEntryContract.put, request, actor)).rejects.toMatchObject({ code });
  });
});
