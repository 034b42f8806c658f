import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { recordContract } from '@gongxiang/contracts/affairs/records/record.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { noticeRaisedEvents } from '@gongxiang/contracts/notification/notice-raised';
import { type Actor, dayMs, shanghaiDate } from '@gongxiang/domain';
import { eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { enterRecord, recordOf, verifiedRecord } from '../records.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let second: Actor;
let stranger: Actor;
let rootOfficer: Actor;
let member: Actor;
let neighbour: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  second = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  rootOfficer = await plantPerson(affairs, tree.root, 'officer');
  member = await plantPerson(affairs, tree.left);
  neighbour = await plantPerson(affairs, tree.right);
});
afterAll(() => affairs.stop());

const awaits = (id: string, ...kinds: readonly string[]) => untilAwaits(affairs, 'affairs', id, kinds);
const { change, verify, refuse, revoke, share } = recordContract;
const get = (recordId: string, actor: Actor | null) => affairs.ask(recordContract.get, { recordId }, actor);
const listed = async (actor: Actor, filter: object = {}) =>
  (await affairs.ask(recordContract.list, filter, actor)).items.map(({ title }) => title);
const found = async (actor: Actor | null, filter: object = {}) =>
  (await affairs.ask(recordContract.listTalents, filter, actor)).items;
const noticesOf = async (recordId: string) =>
  (await affairs.recorded(noticeRaisedEvents.affairs))
    .filter(({ about }) => about['recordId'] === recordId)
    .map(({ kind, personIds }) => [kind, personIds]);

describe('a record', () => {
  it('is entered by its person, seen by officers of their union and above, and by nobody else', async () => {
    const made = await enterRecord(affairs, member);
    expect(made).toMatchObject({
      state: 'entered',
      version: 1,
      selfDeclared: true,
      shared: false,
      number: '14201202410001',
      unionName: '江城重工工会',
      enteredAtName: '江城重工工会',
      acts: [{ act: 'change' }, { act: 'share' }],
    });
    await awaits(made.id, 'recordToVerify');
    for (const actor of [officer, rootOfficer])
      expect(await get(made.id, actor)).toMatchObject({
        number: '14201202410001',
        personName: '张*',
        acts: [{ act: 'verify' }, { act: 'refuse' }],
      });
    for (const actor of [neighbour, stranger])
      await expect(get(made.id, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(get(made.id, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('has what is sensitive sealed at rest', async () => {
    const { id } = await verifiedRecord(affairs, { person: member, officer });
    await affairs.ask(revoke, { recordId: id, reason: '已注销' }, officer, { ifMatch: 2 });
    const rows: Record<string, unknown>[] = await affairs.dataSource.query(
      `SELECT to_jsonb(r)::text AS text FROM person_record r WHERE id = $1`,
      [id],
    );
    for (const said of ['14201202410001', '已注销']) expect(rows[0]?.['text']).not.toContain(said);
  });

  it('of an assessment is said by officers, and is nobody’s to share or to change', async () => {
    const assessment = {
      kind: 'assessment' as const,
      title: '年度考核',
      issuer: '江城重工工会',
      number: null,
      details: { year: 2025, result: '称职' },
    };
    for (const actor of [member, officer])
      await expect(enterRecord(affairs, actor, assessment)).rejects.toMatchObject({
        code: 'RECORD_KIND_BY_OFFICERS',
        errors: [{ pointer: '/kind' }],
      });
    const made = await enterRecord(affairs, officer, { ...assessment, personId: member.personId });
    expect(await get(made.id, member)).toMatchObject({ own: true, acts: [] });
    const ifMatch = { ifMatch: made.version };
    const sharing = { recordId: made.id, shared: true, name: '张三' };
    await expect(affairs.ask(share, sharing, member, ifMatch)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const content = { recordId: made.id, ...recordOf() };
    await expect(affairs.ask(change, content, member, ifMatch)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('of an insurance has its policy sealed, and is nobody’s to be found by', async () => {
    const insurance = {
      kind: 'insurance' as const,
      title: '住院医疗互助保障',
      issuer: '职工互助保障会',
      number: 'H20250001',
      validUntil: shanghaiDate(new Date(affairs.clock.now().getTime() + 90 * dayMs)),
      details: { from: '2025-01-01', payer: 'shared' as const },
    };
    const { id, version } = await enterRecord(affairs, member, insurance);
    expect(await get(id, officer)).toMatchObject({
      number: 'H20250001',
      own: false,
      details: { payer: 'shared' },
    });
    const rows: Record<string, unknown>[] = await affairs.dataSource.query(
      `SELECT to_jsonb(r)::text AS text FROM person_record r WHERE id = $1`,
      [id],
    );
    expect(rows[0]?.['text']).not.toContain('H20250001');
    const sharing = { recordId: id, shared: true, name: '张三' };
    await expect(affairs.ask(share, sharing, member, { ifMatch: version })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
  });

  it('is verified by an officer who has not entered it, and tells its person', async () => {
    const made = await enterRecord(affairs, officer, { personId: member.personId });
    expect(made).toMatchObject({ selfDeclared: false, personName: '张*', acts: [{ act: 'change' }] });
    await expect(affairs.ask(verify, { recordId: made.id }, officer, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(affairs.ask(verify, { recordId: made.id }, member, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const done = await affairs.ask(verify, { recordId: made.id }, second, { ifMatch: 1 });
    expect(done).toMatchObject({ state: 'verified', verifiedByName: '张*', acts: [{ act: 'revoke' }] });
    await awaits(made.id);
    await eventually(async () =>
      expect(await noticesOf(made.id)).toEqual([['recordVerified', [member.personId]]]),
    );
    await expect(affairs.ask(verify, { recordId: made.id }, second, { ifMatch: 2 })).rejects.toMatchObject({
      code: 'RECORD_STATE',
    });
  });

  it('of an officer themselves is verified by another one', async () => {
    const made = await enterRecord(affairs, officer);
    await expect(affairs.ask(verify, { recordId: made.id }, officer, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const done = await affairs.ask(verify, { recordId: made.id }, rootOfficer, { ifMatch: 1 });
    expect(done.state).toBe('verified');
  });

  it('is refused with a reason, changed, and waits again', async () => {
    const { id } = await enterRecord(affairs, member);
    const refused = await affairs.ask(refuse, { recordId: id, reason: '发证日期不清楚' }, officer, {
      ifMatch: 1,
    });
    expect(refused).toMatchObject({ state: 'refused', acts: [] });
    expect(await get(id, member)).toMatchObject({ reason: '发证日期不清楚' });
    const words = { ...recordOf({ issuedOn: '2024-05-01' }), recordId: id };
    await expect(affairs.ask(change, words, second, { ifMatch: 2 })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(affairs.ask(change, words, member, { ifMatch: 1 })).rejects.toMatchObject({
      code: 'VERSION_STALE',
    });
    const changed = await affairs.ask(change, words, member, { ifMatch: 2 });
    expect(changed).toMatchObject({ state: 'entered', reason: null, issuedOn: '2024-05-01' });
    expect(await listed(officer, { state: 'entered', kind: 'certificate' })).toContain('律师执业证');
  });

  it('is revoked for good, and says why', async () => {
    const { id, version } = await verifiedRecord(affairs, { person: member, officer });
    const gone = await affairs.ask(revoke, { recordId: id, reason: '执业证已注销' }, second, {
      ifMatch: version,
    });
    expect(gone).toMatchObject({ state: 'revoked', reason: '执业证已注销', verifiedByName: '张*' });
    for (const act of [change, verify] as const)
      await expect(
        affairs.ask<object, unknown>(act, { ...recordOf(), recordId: id }, member, { ifMatch: 3 }),
      ).rejects.toMatchObject({ code: expect.stringMatching(/^(RECORD_STATE|NOT_PERMITTED)$/) });
    await eventually(async () => {
      const kinds = (await noticesOf(id)).map(([kind]) => kind);
      expect(kinds).toEqual(['recordVerified', 'recordRevoked']);
    });
  });

  it('is entered for members alone, by officers of theirs', async () => {
    const about = { ...recordOf(), personId: member.personId };
    await expect(affairs.ask(recordContract.enter, about, stranger)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(affairs.ask(recordContract.enter, about, neighbour)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(affairs.ask(recordContract.enter, about, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
    const made = await affairs.ask(recordContract.enter, about, rootOfficer);
    expect(made.enteredAtName).toBe('江城市总工会');
    await expect(
      enterRecord(affairs, member, { kind: 'honour', number: null, details: {} }),
    ).rejects.toMatchObject({
      code: 'RECORD_INVALID',
      errors: [{ pointer: '/details/honourLevel' }, { pointer: '/details/year' }],
    });
  });

  it('goes with its person: the officers of the union to which they belong now see it', async () => {
    const mover = await plantPerson(affairs, tree.left);
    const { id } = await enterRecord(affairs, mover, { title: '高级焊工证' });
    const moved = { personId: mover.personId, maskedName: '张*', state: 'active' as const };
    const dates = { validFrom: '2020-01-01', validTo: null };
    await affairs.emit(membershipEvents.memberChanged, {
      ...moved,
      ...dates,
      version: 2,
      unionId: tree.right.id,
    });
    await eventually(async () => expect(await listed(stranger, { q: '焊工' })).toEqual(['高级焊工证']));
    await expect(get(id, officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await affairs.emit(membershipEvents.memberChanged, {
      ...moved,
      ...dates,
      version: 3,
      unionId: null,
      state: 'ended',
    });
    await eventually(async () => expect(await listed(rootOfficer, { q: '焊工' })).toEqual([]));
    const alone = { ...mover, unionId: null, unionPath: null };
    expect(await get(id, alone)).toMatchObject({ unionName: null });
    await expect(enterRecord(affairs, alone)).rejects.toMatchObject({ code: 'RECORD_NO_UNION' });
  });
});

describe('the officers’ list', () => {
  it('has those of their members, by kind, state, words and pinyin, page by page', async () => {
    for (const title of ['茶艺师一', '茶艺师二', '茶艺师三'])
      await enterRecord(affairs, member, { kind: 'skill', title, issuer: null, number: null });
    const skills = { kind: 'skill', q: '茶艺师' };
    expect(await listed(officer, skills)).toEqual(['茶艺师三', '茶艺师二', '茶艺师一']);
    expect(await listed(rootOfficer, { q: 'chayishi', limit: 1 })).toEqual(['茶艺师三']);
    expect(await listed(officer, { ...skills, state: 'verified' })).toEqual([]);
    expect(await listed(stranger, skills)).toEqual([]);
    const first = await affairs.ask(recordContract.list, { kind: 'skill', q: '茶艺师', limit: 2 }, officer);
    expect(await listed(officer, { ...skills, cursor: first.nextCursor ?? '' })).toEqual(['茶艺师一']);
    await expect(affairs.ask(recordContract.list, {}, member)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const mine = await affairs.ask(recordContract.listMine, { kind: 'skill' }, member);
    expect(mine.items).toHaveLength(3);
    expect((await affairs.ask(recordContract.listMine, {}, neighbour)).items).toEqual([]);
  });

  it('has those of one of them, and nothing of a member of another union', async () => {
    const somebody = await plantPerson(affairs, tree.left);
    await enterRecord(affairs, somebody, { title: '叉车证' });
    await enterRecord(affairs, neighbour, { title: '焊工证' });
    for (const actor of [officer, rootOfficer])
      expect(await listed(actor, { personId: somebody.personId })).toEqual(['叉车证']);
    expect(await listed(officer, { personId: neighbour.personId })).toEqual([]);
  });
});

describe('talents', () => {
  it('are found once verified and consented to, with name and union, and never with the number', async () => {
    const { id, version } = await verifiedRecord(
      affairs,
      { person: member, officer },
      { title: '心理咨询师证' },
    );
    expect(await found(neighbour, { q: '心理' })).toEqual([]);
    const consent = { recordId: id, shared: true, name: '张小三' };
    await expect(affairs.ask(share, consent, officer, { ifMatch: version })).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const shown = await affairs.ask(share, consent, member, { ifMatch: version });
    expect(shown.shared).toBe(true);
    const [talent, ...others] = await found(neighbour, { q: 'xinli' });
    expect(others).toEqual([]);
    expect(talent).toEqual({
      id,
      kind: 'certificate',
      title: '心理咨询师证',
      issuer: '省司法厅',
      issuedOn: null,
      validUntil: null,
      details: {},
      name: '张小三',
      unionName: '江城重工工会',
    });
    expect(await found(neighbour, { q: '心理', unionId: tree.root.id, kind: 'certificate' })).toHaveLength(1);
    expect(await found(neighbour, { q: '心理', unionId: tree.right.id })).toEqual([]);
    await expect(found(null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await affairs.ask(share, { ...consent, shared: false }, member, { ifMatch: shown.version });
    expect(await found(neighbour, { q: '心理' })).toEqual([]);
    const names: { sealed: unknown }[] = await affairs.dataSource.query(
      'SELECT sealed_name AS sealed FROM person_record WHERE id = $1',
      [id],
    );
    expect(names).toEqual([{ sealed: null }]);
  });

  it('are nobody who is not verified, whose record is over or was revoked', async () => {
    const entered = await enterRecord(affairs, member, { title: '潜水员证' });
    const consent = { recordId: entered.id, shared: true, name: '张小三' };
    await affairs.ask(share, consent, member, { ifMatch: 1 });
    expect(await found(neighbour, { q: '潜水' })).toEqual([]);
    const done = await affairs.ask(verify, { recordId: entered.id }, officer, { ifMatch: 2 });
    expect(await found(neighbour, { q: '潜水' })).toHaveLength(1);
    const request = { recordId: entered.id, reason: '已注销' };
    await affairs.ask(revoke, request, officer, { ifMatch: done.version });
    expect(await found(neighbour, { q: '潜水' })).toEqual([]);
    const over = await verifiedRecord(
      affairs,
      { person: member, officer },
      { title: '到期证', validUntil: '2020-01-01' },
    );
    await affairs.ask(share, { ...consent, recordId: over.id }, member, { ifMatch: over.version });
    expect(await found(neighbour, { q: '到期' })).toEqual([]);
  });
});

describe('a record that ends', () => {
  it('is listed 60 days before, and notifies its person once', async () => {
    const now = affairs.clock.now().getTime();
    const validUntil = shanghaiDate(new Date(now + 100 * dayMs));
    const { id } = await verifiedRecord(
      affairs,
      { person: member, officer },
      { title: '健康证', validUntil },
    );
    const expiring = { expiring: true, q: '健康证' };
    expect(await listed(officer, expiring)).toEqual([]);
    affairs.clock.advance(41 * dayMs);
    expect(await listed(officer, expiring)).toEqual(['健康证']);
    await eventually(async () => {
      expect(await noticesOf(id)).toEqual([
        ['recordVerified', [member.personId]],
        ['recordExpiring', [member.personId]],
      ]);
    });
    await affairs.ask(share, { recordId: id, shared: true, name: '张小三' }, member, { ifMatch: 2 });
    expect(await found(neighbour, { q: '健康证' })).toHaveLength(1);
    affairs.clock.advance(60 * dayMs);
    expect(await listed(officer, expiring)).toEqual([]);
    await eventually(async () => expect(await found(neighbour, { q: '健康证' })).toEqual([]));
  });
});
