import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signUpFormContract } from '@gongxiang/contracts/sharing/activities/sign-up-form.contract';
import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import {
  type ListFormat,
  listFileContract,
  type RenderListRequest,
} from '@gongxiang/contracts/sharing/papers/list-file.contract';
import { registrationContract } from '@gongxiang/contracts/sharing/seats/registration.contract';
import { type Actor, type Locale, newId } from '@gongxiang/domain';
import { briefFilesOf, FileStore } from '@gongxiang/messaging/files';
import type { ServiceFixture } from '@gongxiang/testing';
import { readXlsx } from 'hucre/xlsx';
import { MemberRef } from '../../reference/reference.entity.js';
import { RegistrationRow } from '../../seats/registration/registration.entity.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { question, shirt } from '../../activities/sign-up-form/sign-up-form.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;
let guest: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
  guest = await stage.union();
});
afterAll(() => sharing.stop());

type Asked = Pick<RenderListRequest, 'activityId' | 'list'> & Partial<RenderListRequest>;

async function bytesFor(asked: Asked, format: ListFormat, who: Actor, locale: Locale = 'zh-CN') {
  const view = await sharing.ask(listFileContract.render, { ...asked, format }, who, { locale });
  const content = await new FileStore(sharing.store, briefFilesOf('sharing')).get(view.key, who.personId);
  return { ...view, bytes: Buffer.concat((await content.toArray()) as Buffer[]) };
}

async function rowsOf(
  asked: Asked,
  who: Actor = host.officer,
  locale: Locale = 'zh-CN',
): Promise<unknown[][]> {
  const { bytes } = await bytesFor(asked, 'xlsx', who, locale);
  return (await readXlsx(bytes)).sheets[0]?.rows ?? [];
}

async function textOf(asked: Asked, who: Actor = host.officer): Promise<string> {
  return (await bytesFor(asked, 'csv', who)).bytes.toString('utf8');
}

/** Two of the union's own pool, one of them waiting, and one of another union's. */
async function scene() {
  const activityId = await stage.activity(host, { title: '=工厂/一日游' });
  const common = await stage.pool(activityId, host, 1);
  const theirs = await stage.pool(activityId, host, 5, guest);
  const people = await stage.members(host, 2, { maskedName: '=张*' } as Partial<MemberRef>);
  const [other] = (await stage.members(guest, 1)) as [Actor];
  const registrations = await stage.line(activityId, [...people, other]);
  return { activityId, common, theirs, registrations };
}

describe('the registrations as a file', () => {
  it('are what the page shows: masked, numbers as numbers, times on the clock of the activity', async () => {
    const { activityId, registrations } = await scene();
    const [head, ...rows] = await rowsOf({ activityId, list: 'registrations' });
    expect(head?.[0]).toBe('姓名');
    expect(head?.[6]).toBe('报名时间（Asia/Shanghai）');
    expect(rows).toHaveLength(3);
    const own = rows.filter((row) => row[0] === "'=张*");
    expect(own.map((row) => row.slice(1, 6))).toEqual([
      ['已报上', null, '公共名额', 1, '否'],
      ['候补', 1, '公共名额', 1, '否'],
    ]);
    expect(own[0]?.[6]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
    expect(own[0]?.[7]).toBe(registrations[0]?.id);
    expect(JSON.stringify(rows)).not.toContain(registrations[0]?.personId);
  });

  it('E115: have no formula in .csv either, and a name under which a file can be saved', async () => {
    const { activityId } = await scene();
    const { bytes, fileName, contentType } = await bytesFor(
      { activityId, list: 'registrations' },
      'csv',
      host.officer,
    );
    expect(fileName).toBe('=工厂_一日游 报名名单.csv');
    expect(contentType).toBe('text/csv');
    const lines = bytes.toString('utf8').split('\r\n');
    expect(lines[0]?.startsWith('\uFEFF姓名,')).toBe(true);
    expect(lines.filter((line) => line.startsWith("'=张*,"))).toHaveLength(2);
  });

  it('can be those in one state, or of one pool, and speak the reader’s language', async () => {
    const { activityId, theirs } = await scene();
    const asked = { activityId, list: 'registrations' } as const;
    expect(await rowsOf({ ...asked, state: 'waitlisted' })).toHaveLength(2);
    expect(await rowsOf({ ...asked, pool: theirs.id })).toHaveLength(2);
    expect((await rowsOf(asked, host.officer, 'en'))[0]?.[0]).toBe('Name');
  });

  it('are for whoever may see the list: an officer of a pool’s union its own, a member nothing', async () => {
    const { activityId } = await scene();
    const [member] = (await stage.members(host, 1)) as [Actor];
    expect(await rowsOf({ activityId, list: 'registrations' }, guest.officer)).toHaveLength(2);
    for (const list of ['registrations', 'attendance', 'answers'] as const) {
      await expect(rowsOf({ activityId, list }, member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      await expect(rowsOf({ activityId: newId(), list }, member)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    const draft = await stage.activity(host, { state: 'draft', publishedAt: null });
    await expect(rowsOf({ activityId: draft, list: 'registrations' }, member)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('are written page by page, 20,000 of them, and no more', async () => {
    const activityId = await stage.activity(host);
    const pool = await stage.pool(activityId, host, 1);
    await stage.register(activityId, ((await stage.members(host, 1)) as [Actor])[0]);
    const copies = async (count: number): Promise<void> => {
      const columns = sharing.dataSource
        .getMetadata(RegistrationRow)
        .columns.map((column) => column.databaseName);
      const values = columns.map((name) => {
        if (name === 'id' || name === 'person_id') return 'gen_random_uuid()';
        if (name === 'rank') return 'rank + n';
        return name === 'check_in_code' ? `substr(md5(n::text || random()), 1, 10)` : name;
      });
      await sharing.dataSource.query(
        `INSERT INTO registration (${columns.join(', ')}) SELECT ${values.join(', ')} FROM (
           SELECT * FROM registration WHERE activity_id = $1 ORDER BY rank LIMIT 1) one, generate_series(1, $2::int) n`,
        [activityId, count],
      );
    };
    await copies(19_999);
    const { bytes } = await bytesFor({ activityId, list: 'registrations' }, 'xlsx', host.officer);
    expect((await readXlsx(bytes)).sheets[0]?.rows).toHaveLength(20_001);
    expect(pool.id).toBeDefined();
  });
});

describe('the other lists as files', () => {
  it('attendance names the union, and says who walked in', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 5);
    const [person] = (await stage.members(host, 1)) as [Actor];
    const { id: registrationId } = await stage.register(activityId, person);
    sharing.clock.advance(25 * 3_600_000);
    const items = [{ operationId: newId(), registrationId, at: sharing.clock.now().toISOString() }];
    await sharing.ask(checkInContract.checkIn, { activityId, items }, host.officer);
    const [head, row] = await rowsOf({ activityId, list: 'attendance' });
    expect(head).toEqual(['姓名', '工会', '人数', '现场加入', '签到时间（Asia/Shanghai）']);
    expect(row?.slice(0, 4)).toEqual(['张*', `工会 ${host.path}`, 1, '否']);
    expect(await textOf({ activityId, list: 'attendance' })).toContain('张*,');
  });

  it('answers have a column for each question, and labels in place of ids', async () => {
    const activityId = await stage.activity(host);
    await stage.pool(activityId, host, 5);
    const questions = [
      shirt,
      question({ id: 'height', kind: 'number', title: '身高', unit: '厘米' }),
      question({ id: 'note', title: '=备注' }),
    ];
    await sharing.ask(signUpFormContract.save, { activityId, questions }, host.officer, { ifMatch: 0 });
    const [person] = (await stage.members(host, 1)) as [Actor];
    const answers = { shirt: ['m'], height: 172, note: '@SUM(A1)' };
    await sharing.ask(registrationContract.register, { activityId, answers }, person);
    expect(await rowsOf({ activityId, list: 'answers' })).toEqual([
      ['姓名', '名额池', '状态', '文化衫尺码', '身高', "'=备注"],
      ['张*', '公共名额', '已报上', '中码', 172, "'@SUM(A1)"],
    ]);
  });
});
