import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipJobContract } from '@gongxiang/contracts/membership/members/job.contract';
import {
  memberImportContract,
  type MemberImportView,
} from '@gongxiang/contracts/membership/members/member-import.contract';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { membershipEvents, type MemberState } from '@gongxiang/contracts/membership/membership-events';
import type { Actor } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import {
  actorWith,
  eventually,
  recordQueries,
  type ServiceFixture,
  watchEventLoop,
} from '@gongxiang/testing';
import {
  callersOf,
  plantPerson,
  plantRole,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import type { UnionRow } from '../../unions/union/union.entity.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let officer: Actor;

beforeAll(async () => {
  membership = await startMembership();
  trees = await plantUnions(membership);
  officer = actorWith({
    personId: await plantPerson(membership),
    roles: [['officer', trees.root.id, trees.root.path]],
  });
});

afterAll(() => membership.stop());

/** What was published of many members at a time, the oldest first. */
async function publishedInLists(): Promise<MemberState[]> {
  return (await membership.recorded(membershipEvents.membersChanged)).flatMap(({ members }) => members);
}

/** Thousands of rows on a busy machine. */
const longestImportMs = 120_000;

async function upload(content: string | Buffer, owner = officer): Promise<string> {
  const options = {
    bytesMax: 50_000_000,
    types: ['text/csv', 'application/zip'],
    ownerId: owner.personId,
  };
  return (await membership.app.get(FileStore).put(Readable.from([Buffer.from(content)]), options)).key;
}

async function begin(
  content: string | Buffer,
  dryRun = false,
  unionId = trees.root.id,
): Promise<MemberImportView> {
  return membership.ask(
    memberImportContract.create,
    { unionId, fileKey: await upload(content), dryRun },
    officer,
  );
}

function finish(importId: string): Promise<MemberImportView> {
  return eventually(async () => {
    const view = await membership.ask(memberImportContract.get, { importId }, officer);
    if (view.finishedAt === null) throw new Error(`${view.state}, ${view.progress.done} rows`);
    return view;
  }, longestImportMs);
}

async function load(content: string | Buffer, dryRun = false): Promise<MemberImportView> {
  return finish((await begin(content, dryRun)).id);
}

async function reportOf(importId: string) {
  const page = await membership.ask(memberImportContract.rows, { importId, limit: 200 }, officer);
  return page.items.map(({ row, state, code, field }) => [row, state, code, field]);
}

async function hintAt(importId: string, row: number) {
  const page = await membership.ask(memberImportContract.rows, { importId, limit: 200 }, officer);
  return page.items.find((one) => one.row === row)?.hint;
}

/** The progress of an import: the number of rows by outcome. */
function counts(created: number, updated: number, unchanged: number, rejected: number, warned = 0) {
  const total = created + updated + unchanged + rejected;
  return { total, done: total, created, updated, unchanged, rejected, ambiguous: 0, ended: 0, warned };
}

const header = '姓名,证件号码,手机号,工会,入会日期';

describe('an import', () => {
  it('reports each row without a personal value, and loads the good ones', async () => {
    const number = residentNumber(1);
    const rows = [
      header,
      `张三,${number},13800000001,,2020-01-05`,
      `李四,${residentNumber(2)},,青山区总工会,2020/1/5`,
      `,${residentNumber(3)},,,`,
      '王五,1.10105E+17,,,',
      '',
      '赵六,110105491231002,,,',
      `钱七,${number},,,`,
      `孙八,${residentNumber(4)},12,,`,
      `周九,${residentNumber(5)},,不存在的工会,`,
      `吴十,${residentNumber(6)},,,44197`,
    ];
    const view = await load(rows.join('\r\n'));
    expect(view).toMatchObject({
      state: 'done',
      encoding: 'utf-8',
      delimiter: ',',
      progress: counts(2, 0, 0, 7),
    });
    expect(await reportOf(view.id)).toEqual([
      [2, 'created', null, null],
      [3, 'created', null, null],
      [4, 'rejected', 'NAME_REQUIRED', 'name'],
      [5, 'rejected', 'RESIDENT_NUMBER_ROUNDED', 'residentNumber'], // E114
      [7, 'rejected', 'RESIDENT_NUMBER_FIFTEEN', 'residentNumber'], // E112
      [8, 'rejected', 'DUPLICATE_IN_FILE', 'residentNumber'],
      [9, 'rejected', 'PHONE_FORMAT', 'phone'],
      [10, 'rejected', 'UNION_UNKNOWN', 'union'],
      [11, 'rejected', 'DATE_FORMAT', 'validFrom'],
    ]);
    // The row that has the number first.
    expect(await hintAt(view.id, 8)).toBe('2');
    const found = await membership.ask(memberContract.list, { q: '李四' }, officer);
    expect(found.items[0]).toMatchObject({
      unionId: trees.left.id,
      state: 'imported',
      validFrom: '2020-01-05',
    });
    const job = await membership.ask(membershipJobContract.get, { jobId: view.id }, officer);
    expect(job).toMatchObject({
      kind: 'member-import',
      state: 'done',
      resource: `/member-imports/${view.id}`,
    });
  });

  it('E96: of the same file changes nothing, and of a changed one what changed', async () => {
    const line = (n: number, phone: string): string => `会员,${residentNumber(100 + n)},${phone},,2020-01-05`;
    const file = [header, line(1, '13800000101'), line(2, '13800000102')].join('\n');
    expect((await load(file)).progress).toEqual(counts(2, 0, 0, 0));
    const published = (await publishedInLists()).length;
    expect((await load(file)).progress).toEqual(counts(0, 0, 2, 0));
    expect(await publishedInLists()).toHaveLength(published);
    const changed = [header, line(1, '13800000101'), line(2, '13800000199')].join('\n');
    expect((await load(changed)).progress).toEqual(counts(0, 1, 1, 0));
    const renamed = `${header}\n别人,${residentNumber(101)},,,`;
    const view = await load(renamed);
    expect(await reportOf(view.id)).toEqual([[2, 'rejected', 'MEMBER_NAME_DIFFERS', 'name']]); // E95
  });

  it('takes over the kind of employment where there is a column of it', async () => {
    const file = (kind: string): string => `姓名,证件号码,用工形式\n冯骑手,${residentNumber(150)},${kind}`;
    expect((await load(file('外卖骑手'))).progress).toEqual(counts(1, 0, 0, 0));
    expect((await load(file('合同制'))).progress).toEqual(counts(0, 1, 0, 0));
    expect((await load(file(''))).progress).toEqual(counts(0, 0, 1, 0));
    const found = await membership.ask(memberContract.list, { q: '冯骑手' }, officer);
    expect(found.items).toMatchObject([{ employmentKind: 'regular' }]);
    const refused = await load(file('临时'));
    expect(await reportOf(refused.id)).toEqual([
      [2, 'rejected', 'EMPLOYMENT_KIND_UNKNOWN', 'employmentKind'],
    ]);
  });

  it('reports what somebody should look at, and loads it: an age, a sex, a phone that two give', async () => {
    const phone = '13800000160';
    const rows = [
      '姓名,证件号码,性别,手机号,入会日期',
      `祖孙甲,${residentNumber(161)},男,${phone},`,
      `祖孙乙,${residentNumber(162)},男,+86 ${phone},`,
      `祖孙丙,${residentNumber(163)},男,13800000163,1970-05-01`,
    ];
    const warningsOf = async (importId: string) => {
      const filter = { importId, warned: true };
      const { items } = await membership.ask(memberImportContract.rows, filter, officer);
      return items.map(({ row, warnings }) => [row, ...warnings.map(({ code }) => code)]);
    };
    const checked = await load(rows.join('\n'), true);
    expect(checked.progress).toEqual(counts(3, 0, 0, 0, 3));
    const expected = [
      [2, 'PHONE_SHARED'],
      [3, 'SEX_DIFFERS', 'PHONE_SHARED'],
      [4, 'JOINED_YOUNG'],
    ];
    expect(await warningsOf(checked.id)).toEqual(expected);
    const loaded = await load(rows.join('\n'));
    expect(loaded.progress).toEqual(counts(3, 0, 0, 0, 3));
    expect(await warningsOf(loaded.id)).toEqual(expected);
    const later = await load(`${header}\n邻居,${residentNumber(164)},${phone},,`);
    // On record it is more than a second row with the same phone: somebody is asked.
    expect(await reportOf(later.id)).toEqual([[2, 'ambiguous', 'MAYBE_KNOWN', 'phone']]);
    expect((await load(rows[0] + `\n祖孙丙,${residentNumber(163)},,13800000163,`)).progress).toEqual(
      counts(0, 0, 1, 0),
    );
  });

  it('E124: does not tell of thousands of numbers whether somebody is on record by them', async () => {
    const curious = actorWith({
      personId: await plantPerson(membership),
      roles: [['officer', trees.left.id, trees.left.path]],
    });
    const known = Array.from(
      { length: 700 },
      (_, n) => `别处的人,${residentNumber(60_000 + n)},,江岸区总工会,`,
    );
    await load([header, ...known].join('\n'));
    const asked = known.map((line) => line.replace('江岸区总工会', ''));
    const ask = async () => {
      const fileKey = await upload([header, ...asked].join('\n'), curious);
      const request = { unionId: trees.left.id, fileKey, dryRun: true };
      const { id } = await membership.ask(memberImportContract.create, request, curious);
      return finish(id);
    };
    expect((await ask()).progress).toEqual(counts(0, 0, 0, 700));
    const refused = await ask();
    expect(refused).toMatchObject({ state: 'failed', failure: 'MEMBER_REFUSALS_TOO_MANY' });
    expect(refused.progress.done).toBeLessThan(700);
    membership.clock.advance(86_400_000);
    expect((await ask()).state).toBe('checked');
  });

  it('E124: says nothing of a phone that somebody of another union has', async () => {
    await load(`${header}\n右边人,${residentNumber(166)},13800000166,江岸区总工会,`);
    const left = actorWith({
      personId: await plantPerson(membership),
      roles: [['officer', trees.left.id, trees.left.path]],
    });
    const fileKey = await upload(`${header}\n左边人,${residentNumber(167)},13800000166,,`, left);
    const request = { unionId: trees.left.id, fileKey, dryRun: true };
    const { id } = await membership.ask(memberImportContract.create, request, left);
    expect((await finish(id)).progress).toEqual(counts(1, 0, 0, 0));
  });

  it('leaves the phone of whoever was given an office: the code that lets into it goes there', async () => {
    const file = (phone: string): string => `${header}\n待任人,${residentNumber(168)},${phone},,`;
    await load(file('13800000168'));
    const [member] = (await membership.ask(memberContract.list, { q: '待任人' }, officer)).items;
    await plantRole(membership, {
      personId: member?.personId ?? '',
      unionId: trees.left.id,
      role: 'finance',
    });
    const view = await load(file('13800000169'));
    expect(await reportOf(view.id)).toEqual([[2, 'unchanged', 'PHONE_KEPT', 'phone']]);
  });

  it('E116: reads what spreadsheets write: a BOM, GB18030, semicolons, any order of columns', async () => {
    const bom = `\uFEFF手机号码;备注;*身份证号（必填）;姓 名\n13800000201;"a;b";="${residentNumber(201)}";买买提·江`;
    expect(await load(bom)).toMatchObject({
      delimiter: ';',
      encoding: 'utf-8',
      progress: counts(1, 0, 0, 0),
    });
    // 姓名,证件号码 and 张三 in GB18030
    const words = { 姓名: 'd0d5c3fb', 证件号码: 'd6a4bcfebac5c2eb', 张三: 'd5c5c8fd' };
    const bytes = (word: keyof typeof words): Buffer => Buffer.from(words[word], 'hex');
    const gb = Buffer.concat([
      bytes('姓名'),
      Buffer.from(','),
      bytes('证件号码'),
      Buffer.from('\r\n'),
      bytes('张三'),
      Buffer.from(`,${residentNumber(202)}\r\n`),
    ]);
    expect(await load(gb)).toMatchObject({ encoding: 'gb18030', progress: counts(1, 0, 0, 0) });
    const found = await membership.ask(memberContract.list, { q: residentNumber(202) }, officer);
    expect(found.items[0]?.name).toBe('张三');
  });

  it.each([
    ['has no column of the number', '姓名\n张三', 'IMPORT_COLUMNS_MISSING'],
    ['has no rows', header, 'IMPORT_EMPTY'],
    ['is a workbook', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]), 'IMPORT_FORMAT'],
    ['is 20 MB of commas', Buffer.alloc(20 * 1024 * 1024, ','), 'IMPORT_LINE_TOO_LONG'],
    ['has a line of commas', `${header}\n${','.repeat(70_000)}`, 'IMPORT_LINE_TOO_LONG'],
    ['has a thousand columns', `${header}${',x'.repeat(1_000)}\n`, 'IMPORT_TOO_WIDE'],
    ['is 20 MB of blank rows', `${header}\n${',,\n'.repeat(7 * 1024 * 1024)}`, 'IMPORT_TOO_LONG'],
  ])('of a file that %s fails as a whole', async (_name, content, failure) => {
    expect(await load(content)).toMatchObject({ state: 'failed', failure });
  });

  it('of 4 MB lets everybody in meanwhile: the event loop keeps going round while it is read', async () => {
    // Blank rows, whose cells are all parsed before the last one is refused.
    const rows = `${','.repeat(95)}\n`.repeat(40_000);
    const { id } = await begin(`${header}\n${rows}${',x'.repeat(200)}\n`);
    const { rounds, longestShare } = await watchEventLoop(async () => {
      expect(await finish(id)).toMatchObject({ failure: 'IMPORT_TOO_WIDE' });
    });
    expect(longestShare).toBeLessThan(1 / 4);
    expect(rounds).toBeGreaterThan(20);
  });

  it('is one at a time for a union: a second is refused in words', async () => {
    const lines = Array.from({ length: 2_000 }, (_, n) => `先来,${residentNumber(40_000 + n)},,,`);
    const first = await begin([header, ...lines].join('\n'));
    await expect(begin(`${header}\n后到,${residentNumber(43_000)},,,`)).rejects.toMatchObject({
      code: 'IMPORT_UNDER_WAY',
    });
    await finish(first.id);
    expect(await load(`${header}\n后到,${residentNumber(43_000)},,,`)).toMatchObject({ state: 'done' });
  });

  it('does not read a file that someone else uploaded', async () => {
    const fileKey = await upload(`${header}\n张三,${residentNumber(1)},,,`, actorWith());
    const { id } = await membership.ask(
      memberImportContract.create,
      { unionId: trees.root.id, fileKey },
      officer,
    );
    expect(await finish(id)).toMatchObject({ state: 'failed', failure: 'IMPORT_FILE_MISSING' });
  });

  it('only reports in a dry run, loads when it is committed, and takes back what nobody has used', async () => {
    const file = `${header}\n试一试,${residentNumber(301)},,,\n坏,1,,,`;
    const checked = await load(file, true);
    expect(checked).toMatchObject({ state: 'checked', progress: counts(1, 0, 0, 1) });
    expect((await membership.ask(memberContract.list, { q: '试一试' }, officer)).items).toEqual([]);
    const commit = (ifMatch: number | null) =>
      membership.ask(memberImportContract.commit, { importId: checked.id }, officer, { ifMatch });
    await expect(commit(null)).rejects.toMatchObject({ code: 'VERSION_REQUIRED' });
    await expect(commit(checked.version - 1)).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await commit(checked.version);
    expect(await finish(checked.id)).toMatchObject({
      state: 'done',
      dryRun: false,
      progress: counts(1, 0, 0, 1),
    });
    await expect(
      membership.ask(memberImportContract.commit, { importId: checked.id }, officer),
    ).rejects.toMatchObject({
      code: 'IMPORT_NOT_CHECKED',
    });
    // A client with the version of the check has not seen the load.
    const unseen = membership.ask(memberImportContract.undo, { importId: checked.id }, officer, {
      ifMatch: checked.version,
    });
    await expect(unseen).rejects.toMatchObject({ code: 'VERSION_STALE' });
    await membership.ask(memberImportContract.undo, { importId: checked.id }, officer);
    const [member] = (await membership.ask(memberContract.list, { q: '试一试' }, officer)).items;
    expect(member).toMatchObject({ state: 'ended', endedReason: 'importUndone' });
    const [published] = (await publishedInLists()).slice(-1);
    expect(published).toMatchObject({ personId: member?.personId, state: 'ended', version: 2 });
  });

  it('admits in the name of whoever began it, as if they had entered each by hand', async () => {
    await load(`${header}\n名册甲,${residentNumber(321)},,,`);
    await membership.ask(
      memberContract.create,
      { unionId: trees.right.id, name: '名册乙', residentNumber: residentNumber(322) },
      officer,
    );
    const byRoster = (await publishedInLists()).at(-1);
    const byHand = (await membership.recorded(membershipEvents.memberChanged)).at(-1);
    expect(byRoster?.admitter).toMatch(/^\S{43}$/);
    expect(byHand?.admitter).toBe(byRoster?.admitter);
  });

  it('takes back no membership that the person got since', async () => {
    const view = await load(`${header}\n又来了,${residentNumber(302)},,,`);
    const [made] = (await membership.ask(memberContract.list, { q: '又来了' }, officer)).items;
    membership.clock.advance(1_000);
    await membership.ask(memberContract.end, { memberId: made?.id ?? '' }, officer);
    const again = await membership.ask(
      memberContract.create,
      { unionId: trees.right.id, name: '又来了', residentNumber: residentNumber(302) },
      officer,
    );
    await membership.ask(memberImportContract.undo, { importId: view.id }, officer);
    expect((await membership.ask(memberContract.get, { memberId: again.id }, officer)).state).toBe(
      'imported',
    );
  });

  it('by shifted names locks nobody out: once it is undone the right roster is taken, and so is one who pads names', async () => {
    const wrong = await load(`${header}\n诸葛亮,${residentNumber(311)},,,\n关羽,${residentNumber(312)},,,`);
    await membership.ask(memberImportContract.undo, { importId: wrong.id }, officer);
    const right = await load(
      `${header}\n关\u3000羽,${residentNumber(311)},,,\n诸葛亮,${residentNumber(312)},,,`,
    );
    expect(right.progress).toEqual(counts(2, 0, 0, 0));
    const published = (await publishedInLists()).slice(-2);
    expect(published).toMatchObject([{ maskedName: '关*' }, { maskedName: '诸**' }]);
    // The same people, with their names as other rosters write them.
    const again = await load(`${header}\n关羽,${residentNumber(311)},,,\n诸 葛 亮,${residentNumber(312)},,,`);
    expect(again.progress).toEqual(counts(0, 0, 2, 0));
  });

  it('E119: does not say which person of another union it was that a row was refused for', async () => {
    await load(`${header}\n外人,${residentNumber(303)},,江岸区总工会,`);
    const left = actorWith({
      personId: await plantPerson(membership),
      roles: [['officer', trees.left.id, trees.left.path]],
    });
    const fileKey = await upload(
      `${header}\n外人,${residentNumber(303)},,,\n别人,${residentNumber(303)},,,`,
      left,
    );
    const request = { unionId: trees.left.id, fileKey, dryRun: true };
    const { id: importId } = await membership.ask(memberImportContract.create, request, left);
    await finish(importId);
    const { items } = await membership.ask(memberImportContract.rows, { importId }, left);
    const refused = { code: 'MEMBER_ELSEWHERE_OR_DIFFERS', field: 'residentNumber', personId: null };
    expect(items[0]).toMatchObject(refused);
  });
});

describe('a long import', () => {
  it('of 2,000 rows is loaded whole', async () => {
    const lines = Array.from(
      { length: 2_000 },
      (_, n) => `会员,${residentNumber(10_000 + n)},1391${1_000_000 + n},,2020-01-05`,
    );
    const { progress } = await load([header, ...lines].join('\n'));
    expect(progress).toMatchObject({ total: 2_000, created: 2_000, rejected: 0 });
  });

  it('takes twelve statements for 500 rows, each with few parameters, though every table has grown', async () => {
    const lines = Array.from(
      { length: 2_000 },
      (_, n) => `少数,${residentNumber(15_000 + n)},1371${1_000_000 + n},,2020-01-05`,
    );
    const { id } = await begin([header, ...lines].join('\n'));
    const queries = await recordQueries(membership.dataSource, () => finish(id));
    // Those of the rows: whoever asks how far it is reads none of these tables.
    const ofRows = queries.filter(({ sql }) =>
      /\b(person|union_membership|member_import_row|member_import_choice|role_grant)\b|INTO outbox\b/.test(
        sql,
      ),
    );
    expect(ofRows.length).toBeLessThanOrEqual(4 * 12);
    expect(ofRows.length).toBeGreaterThanOrEqual(4 * 6);
    expect(Math.max(...ofRows.map(({ params }) => params.length))).toBeLessThan(20);
  });

  it('goes on after a crash where it stopped, and loads every row once', async () => {
    const lines = Array.from({ length: 3_000 }, (_, n) => `续传,${residentNumber(20_000 + n)},,,2020-01-05`);
    const { id } = await begin([header, ...lines].join('\n'));
    // The import is taken from its worker half-way, as if its process had died.
    await eventually(async () => {
      const leasedUntil = new Date(membership.clock.now().getTime() + 30_000);
      const [, stolen] = await membership.dataSource.query(
        `UPDATE member_import SET worker = gen_random_uuid(), leased_until = $2
         WHERE id = $1 AND position BETWEEN 1 AND 2500 RETURNING id`,
        [id, leasedUntil],
      );
      expect(stolen).toBe(1);
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const stuck = await membership.ask(memberImportContract.get, { importId: id }, officer);
    expect(stuck.state).toBe('running');
    expect(stuck.progress.done).toBeLessThan(3_000);
    membership.clock.advance(31_000);
    expect((await finish(id)).progress).toMatchObject({ total: 3_000, done: 3_000, created: 3_000 });
  });

  it('of the same people in two files at once makes each of them once', async () => {
    const lines = Array.from(
      { length: 600 },
      (_, n) => `并发,${residentNumber(30_000 + n)},,${trees.left.name},2020-01-05`,
    );
    const [one, two] = await Promise.all([
      begin([header, ...lines].join('\n')),
      begin([header, ...lines.reverse()].join('\n'), false, trees.left.id),
    ]);
    const timer = setInterval(() => membership.clock.advance(1_000), 200);
    const views = [await finish(one.id), await finish(two.id)];
    clearInterval(timer);
    expect(views.map((view) => view.progress.created + view.progress.unchanged)).toEqual([600, 600]);
    expect(views.reduce((sum, view) => sum + view.progress.created, 0)).toBe(600);
  });
});

describe('the file of an import', () => {
  it('is there for a week after its end, and then deleted', async () => {
    const { id } = await load(`${header}\n一周,${residentNumber(305)},,,`);
    const [row] = await membership.dataSource.query<[{ key: string }]>(
      `SELECT file_key AS key FROM member_import WHERE id = $1`,
      [id],
    );
    const files = membership.app.get(FileStore);
    (await files.get(row.key, officer.personId)).destroy();
    membership.clock.advance(7 * 86_400_000);
    await eventually(() =>
      expect(files.get(row.key, officer.personId)).rejects.toMatchObject({ code: 'NOT_FOUND' }),
    );
    await eventually(async () => {
      const left: unknown[] = await membership.dataSource.query(
        `SELECT 1 FROM due WHERE kind = 'roster-file' AND key = $1`,
        [id],
      );
      expect(left).toEqual([]);
    });
  });
});

describe('who may import', () => {
  it('is said to an auditor, who sees it', async () => {
    const auditor = actorWith({ roles: [['auditor', trees.root.id, trees.root.path]] });
    const { id: importId } = await load(`${header}\n审计,${residentNumber(306)},,,`, true);
    await membership.ask(memberImportContract.get, { importId }, auditor);
    for (const verb of ['commit', 'undo'] as const)
      await expect(membership.ask(memberImportContract[verb], { importId }, auditor)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
  });

  it.each([
    ['nobody', 'NOT_SIGNED_IN', 'NOT_SIGNED_IN'],
    ['member', 'NOT_PERMITTED', 'NOT_FOUND'],
    ['stranger', 'NOT_PERMITTED', 'NOT_FOUND'],
  ] as const)('not %s', async (who, toCreate, toSee) => {
    const actor = { nobody: null, ...callersOf(trees) }[who];
    const request = { unionId: trees.left.id, fileKey: 'any' };
    await expect(membership.ask(memberImportContract.create, request, actor)).rejects.toMatchObject({
      code: toCreate,
    });
    const { id: importId } = await membership.ask(memberImportContract.create, request, officer);
    for (const verb of ['get', 'rows', 'commit', 'undo'] as const) {
      await expect(
        membership.ask(memberImportContract[verb] as typeof memberImportContract.get, { importId }, actor),
      ).rejects.toMatchObject({ code: toSee });
    }
    // One at a time for a union.
    await finish(importId);
  });
});
