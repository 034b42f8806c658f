import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { matterContract } from '@gongxiang/contracts/affairs/matters/matter.contract';
import type { OccasionKind } from '@gongxiang/contracts/affairs/matters/occasion-kind';
import { occasionContract as contract } from '@gongxiang/contracts/affairs/matters/occasion.contract';
import type { ServiceDefinition } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { membershipEvents, type UnionState } from '@gongxiang/contracts/membership/membership-events';
import { consentEvents } from '@gongxiang/contracts/words/consent';
import { affairsErasure, personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { type Actor, newId, shanghaiDate } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantService, plantTree, readMatter, type Tree } from '../matters.fixture.js';
import { serviceTemplates } from '../service-template/service-templates.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let month: string;

const sympathy = (): Partial<ServiceDefinition> =>
  serviceTemplates.find(({ id }) => id === 'sympathy')?.definition ?? {};

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  month = shanghaiDate(affairs.clock.now()).slice(0, 7);
  const designer = await plantPerson(affairs, tree.root, 'officer');
  await plantService(affairs, tree.root.id, designer, sympathy());
});
afterAll(() => affairs.stop());

async function born(
  day: string,
  union: UnionState = tree.left,
  more: { readonly personId?: string; readonly retiredOn?: string } = {},
): Promise<Actor> {
  const { personId = newId() } = more;
  const state = {
    version: 1,
    maskedName: '李*',
    unionId: union.id,
    state: 'active',
    validFrom: '2020-01-01',
    validTo: null,
    birthDate: `1988-${month.slice(5)}-${day}`,
    retiredOn: null,
    ...more,
    personId,
  } as const;
  await affairs.emit(membershipEvents.memberChanged, state);
  await eventually(async () => {
    const rows: unknown[] = await affairs.dataSource.query(
      'SELECT 1 FROM occasion_day d JOIN member_ref m USING (person_id) WHERE d.person_id = $1',
      [personId],
    );
    expect(rows).toHaveLength(1);
  });
  return actorWith({ personId, unionId: union.id, unionPath: union.path });
}

const list = async (actor: Actor, more: object = {}) =>
  (await affairs.ask(contract.list, { unionId: tree.left.id, month, limit: 200, ...more }, actor)).items;
const linesOf = async (whom: Actor, more: object = {}) =>
  (await list(officer, more)).filter(({ personId }) => personId === whom.personId);
const lineFor = (whom: Actor, kind: OccasionKind, day: string) => ({
  unionId: tree.left.id,
  personId: whom.personId,
  kind,
  on: `${month}-${day}`,
});
const open = (whom: Actor, kind: OccasionKind, day: string, actor = officer) =>
  affairs.ask(contract.open, lineFor(whom, kind, day), actor);
const skip = (whom: Actor, kind: OccasionKind, day: string, actor = officer) =>
  affairs.ask(contract.skip, { ...lineFor(whom, kind, day), reason: '已调离' }, actor);

describe('the list of visits', () => {
  it('has birthdays and days of retiring of the union’s own members, and no year of birth is kept', async () => {
    const [whom, other] = [
      await born('12', tree.left, { retiredOn: `${month}-03` }),
      await born('12', tree.right),
    ];
    expect(await linesOf(whom)).toMatchObject([
      {
        kind: 'retirement',
        on: `${month}-03`,
        state: 'due',
        serviceName: '会员慰问',
        openable: true,
        visits: [],
      },
      { kind: 'birthday', on: `${month}-12`, state: 'due', ownMatters: 0 },
    ]);
    expect(await linesOf(other)).toEqual([]);
    const [row] = await affairs.dataSource.query(
      'SELECT to_jsonb(d)::text AS text FROM occasion_day d WHERE person_id = $1',
      [whom.personId],
    );
    expect(row.text).not.toContain('1988');
  });

  it('is for officers of the very union', async () => {
    const rootOfficer = await plantPerson(affairs, tree.root, 'officer');
    await expect(list(rootOfficer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    for (const actor of [
      await plantPerson(affairs, tree.right, 'officer'),
      await plantPerson(affairs, tree.left),
    ])
      await expect(list(actor)).rejects.toMatchObject({
        code: expect.stringMatching(/NOT_FOUND|NOT_PERMITTED/),
      });
  });

  it('goes on where a page ends', async () => {
    for (const day of ['21', '22', '22']) await born(day);
    const whole = await list(officer);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await affairs.ask(
        contract.list,
        { unionId: tree.left.id, month, limit: 2, ...(cursor === undefined ? {} : { cursor }) },
        officer,
      );
      seen.push(...page.items.map(({ personId, kind }) => `${personId} ${kind}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(whole.map(({ personId, kind }) => `${personId} ${kind}`));
  });

  it('is without whoever has switched it off, in whichever order that is told, and whoever left', async () => {
    const whom = await born('14');
    const said = { personId: whom.personId, purpose: 'occasions', textVersion: 1 } as const;
    await affairs.emit(consentEvents.changed, { ...said, given: false, at: '2026-11-02T00:00:00Z' });
    await eventually(async () => expect(await linesOf(whom)).toEqual([]));
    await affairs.emit(consentEvents.changed, { ...said, given: true, at: '2026-11-01T00:00:00Z' });
    await affairs.emit(consentEvents.changed, {
      ...said,
      purpose: 'proposals',
      given: true,
      at: '2026-11-09T00:00:00Z',
    });
    expect((await affairs.ask(contract.listMine, {}, whom)).record).toMatchObject({ inUse: false });
    await expect(open(whom, 'birthday', '14')).rejects.toMatchObject({ code: 'OCCASION_NOT_DUE' });
    await affairs.emit(consentEvents.changed, { ...said, given: true, at: '2026-11-03T00:00:00Z' });
    await eventually(async () => expect(await linesOf(whom)).toHaveLength(1));
    await affairs.emit(membershipEvents.memberChanged, {
      personId: whom.personId,
      version: 2,
      maskedName: '李*',
      unionId: tree.left.id,
      state: 'ended',
      validFrom: '2020-01-01',
      validTo: '2026-11-01',
      birthDate: '1988-11-14',
    });
    await eventually(async () => expect(await linesOf(whom)).toEqual([]));
  });
});

describe('a visit', () => {
  it('is a matter that is filled in and in the hands of who opened it, once for an occasion', async () => {
    const whom = await born('15');
    const line = await open(whom, 'birthday', '15');
    expect(line).toMatchObject({ state: 'opened', openable: false, doneByName: '张*' });
    const matterId = line.matterId ?? '';
    const matter = await readMatter(affairs, matterId, officer);
    expect(matter).toMatchObject({
      state: 'inWork',
      source: 'occasion',
      handlerId: officer.personId,
      answers: { occasion: 'birthday', on: `${month}-15` },
      contact: null,
    });
    expect(await readMatter(affairs, matterId, whom)).toMatchObject({ mine: true });
    await expect(open(whom, 'birthday', '15')).rejects.toMatchObject({ code: 'OCCASION_DONE' });
    await expect(skip(whom, 'birthday', '15')).rejects.toMatchObject({ code: 'OCCASION_DONE' });
    const visit = { kind: 'birthday', on: `${month}-15`, matterState: 'inWork' };
    expect(await linesOf(whom, { state: 'opened' })).toMatchObject([{ visits: [visit], ownMatters: 0 }]);
    expect(await linesOf(whom, { state: 'due' })).toEqual([]);
  });

  it('of two officers at once is one', async () => {
    const whom = await born('16');
    const second = await plantPerson(affairs, tree.left, 'officer');
    const results = await Promise.allSettled([
      open(whom, 'birthday', '16'),
      open(whom, 'birthday', '16', second),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const rows: unknown[] = await affairs.dataSource.query('SELECT 1 FROM matter WHERE person_id = $1', [
      whom.personId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is not needed, with a reason that is sealed; a matter can still be opened', async () => {
    const whom = await born('17');
    expect(await skip(whom, 'birthday', '17')).toMatchObject({ state: 'skipped', reason: '已调离' });
    const [row] = await affairs.dataSource.query('SELECT sealed_reason FROM occasion WHERE person_id = $1', [
      whom.personId,
    ]);
    expect(row.sealed_reason).not.toContain('已调离');
    expect(await open(whom, 'birthday', '17')).toMatchObject({ state: 'opened', reason: null });
  });

  it('is not opened for what the member has brought themselves, of which others see that there is something', async () => {
    const whom = await born('18');
    const [service] = await affairs.dataSource.query(`SELECT id FROM service_item WHERE name = '会员慰问'`);
    const answers = { occasion: 'birthday', on: `${month}-18` };
    const contact = { name: '李小四' };
    await affairs.ask(matterContract.send, { serviceId: service.id, answers, contact }, whom);
    expect(await linesOf(whom)).toMatchObject([{ state: 'due', ownMatters: 1, visits: [] }]);
    await expect(open(whom, 'birthday', '18')).rejects.toMatchObject({ code: 'MATTER_ALLOWANCE_USED' });
  });

  it('to an officer is arranged by another', async () => {
    const personId = newId();
    const whom = await born('19', tree.left, { personId });
    const self = actorWith({
      personId,
      unionId: tree.left.id,
      unionPath: tree.left.path,
      roles: [['officer', tree.left.id, tree.left.path]],
    });
    await expect(open(whom, 'birthday', '19', self)).rejects.toMatchObject({ code: 'OCCASION_OWN' });
    await open(whom, 'birthday', '19');
  });

  it('that is not on the list is refused', async () => {
    const whom = await born('20');
    await expect(open(whom, 'birthday', '21')).rejects.toMatchObject({ code: 'OCCASION_NOT_DUE' });
    await expect(open(whom, 'wedding', '20')).rejects.toMatchObject({ code: 'OCCASION_NOT_DUE' });
  });
});

const tell = (whom: Actor, kind: 'wedding' | 'birth' | 'hospital', day: string) =>
  affairs.ask(contract.tell, { kind, on: `${month}-${day}` }, whom);

describe('what a member tells', () => {
  it('is sealed, stands on the list of their own union, and is told once a year', async () => {
    const whom = await plantPerson(affairs, tree.left);
    expect(await tell(whom, 'hospital', '05')).toMatchObject({
      items: [{ kind: 'hospital', state: 'due' }],
      record: { inUse: true, birthday: null },
    });
    await expect(tell(whom, 'hospital', '06')).rejects.toMatchObject({
      code: 'OCCASION_TOLD',
      errors: [{ pointer: '/kind' }],
    });
    const [row] = await affairs.dataSource.query(
      'SELECT to_jsonb(o)::text AS text FROM occasion o WHERE person_id = $1',
      [whom.personId],
    );
    expect(row.text).not.toContain('hospital');
    expect(await linesOf(whom)).toMatchObject([{ kind: 'hospital', on: `${month}-05`, state: 'due' }]);
    const { matterId } = await open(whom, 'hospital', '05');
    expect(await affairs.ask(contract.listMine, {}, whom)).toMatchObject({
      items: [{ kind: 'hospital', state: 'opened', matterId }],
    });
  });

  it('is taken back without a trace, until somebody has taken it up', async () => {
    const whom = await plantPerson(affairs, tree.left);
    const stranger = await plantPerson(affairs, tree.left);
    const { items } = await tell(whom, 'birth', '07');
    const occasionId = items[0]?.id ?? '';
    await expect(affairs.ask(contract.takeBack, { occasionId }, stranger)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await affairs.ask(contract.takeBack, { occasionId }, whom)).toMatchObject({ items: [] });
    await expect(affairs.ask(contract.takeBack, { occasionId }, whom)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const again = (await tell(whom, 'birth', '07')).items[0]?.id ?? '';
    await open(whom, 'birth', '07');
    await expect(affairs.ask(contract.takeBack, { occasionId: again }, whom)).rejects.toMatchObject({
      code: 'OCCASION_TAKEN_UP',
    });
  });

  it('is erased with the person, as the days of their record are', async () => {
    const whom = await born('08');
    await tell(whom, 'wedding', '08');
    const { personId } = whom;
    await affairs.emit(consentEvents.changed, {
      personId,
      purpose: 'occasions',
      textVersion: 1,
      given: false,
      at: '2026-11-02T00:00:00Z',
    });
    const left = async (): Promise<number> => {
      const [row] = await affairs.dataSource.query(
        `SELECT (SELECT count(*) FROM occasion WHERE person_id = $1) + (SELECT count(*) FROM occasion_day WHERE person_id = $1)
           + (SELECT count(*) FROM occasion_choice WHERE person_id = $1) AS count`,
        [personId],
      );
      return Number(row.count);
    };
    await eventually(async () => expect(await left()).toBe(3));
    await affairs.emit(personErasureEvents.erased, { erasureId: newId(), personId });
    await eventually(async () => expect(await left()).toBe(0));
    expect(await affairs.recorded(affairsErasure.applied)).not.toEqual([]);
  });
});

describe('officers of the union', () => {
  const until = (kinds: readonly string[], union = tree.right) =>
    untilAwaits(affairs, 'affairs', union.id, kinds);
  const belongs = (whom: Actor, version: number, union: UnionState, state: 'active' | 'ended' = 'active') =>
    affairs.emit(membershipEvents.memberChanged, {
      personId: whom.personId,
      version,
      maskedName: '张*',
      unionId: union.id,
      state,
      validFrom: '2020-01-01',
      validTo: state === 'active' ? null : '2026-11-01',
    });
  let rightOfficer: Actor;
  const lineOf = (whom: Actor, kind: OccasionKind, day: string) => ({
    ...lineFor(whom, kind, day),
    unionId: tree.right.id,
  });
  const toldTo = async (actor: Actor, union: UnionState, more: object = {}) =>
    (await affairs.ask(contract.list, { unionId: union.id, told: true, limit: 200, ...more }, actor)).items;

  beforeAll(async () => {
    rightOfficer = await plantPerson(affairs, tree.right, 'officer');
  });

  it('are awaited once for all that is told, and nobody and nothing is named', async () => {
    const [first, second] = [await plantPerson(affairs, tree.right), await plantPerson(affairs, tree.right)];
    await tell(first, 'hospital', '02');
    const [waits] = await until(['occasionTold']);
    expect(waits).toMatchObject({
      why: 'visitsMembers',
      personIds: [],
      offices: { roles: ['officer'], unionIds: [tree.right.id], isNearest: false, exceptIds: [] },
      about: { unionId: tree.right.id },
      title: null,
      values: {},
    });
    await tell(second, 'wedding', '03');
    expect(JSON.stringify(waits)).not.toMatch(new RegExp(`hospital|${first.personId}`));
    await affairs.ask(contract.open, lineOf(first, 'hospital', '02'), rightOfficer);
    await until(['occasionTold']);
    await affairs.ask(contract.skip, { ...lineOf(second, 'wedding', '03'), reason: '已看望' }, rightOfficer);
    await until([]);
  });

  it('see what was told of whichever month, and birthdays in none', async () => {
    const whom = await born('09', tree.right);
    const before = new Date(`${month}-01T00:00:00Z`);
    before.setUTCMonth(before.getUTCMonth() - 5);
    const on = before.toISOString().slice(0, 10);
    await affairs.ask(contract.tell, { kind: 'birth', on }, whom);
    expect(await toldTo(rightOfficer, tree.right, { state: 'due' })).toMatchObject([
      { personId: whom.personId, kind: 'birth', on, state: 'due', visits: [] },
    ]);
    const opened = await affairs.ask(
      contract.open,
      { unionId: tree.right.id, personId: whom.personId, kind: 'birth', on },
      rightOfficer,
    );
    expect(await toldTo(rightOfficer, tree.right, { state: 'opened' })).toContainEqual(
      expect.objectContaining({ kind: 'birth', matterId: opened.matterId, visits: [expect.anything()] }),
    );
    await expect(toldTo(officer, tree.right)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are not awaited for what is taken back, nor for what they alone have told', async () => {
    const whom = await plantPerson(affairs, tree.right);
    const { items } = await tell(whom, 'birth', '07');
    await until(['occasionTold']);
    await affairs.ask(contract.takeBack, { occasionId: items[0]?.id ?? '' }, whom);
    await until([]);
    await tell(rightOfficer, 'birth', '07');
    const [waits] = await until(['occasionTold']);
    expect(waits?.offices?.exceptIds).toEqual([rightOfficer.personId]);
    const own = (await affairs.ask(contract.listMine, {}, rightOfficer)).items[0]?.id ?? '';
    await affairs.ask(contract.takeBack, { occasionId: own }, rightOfficer);
    await until([]);
  });

  it('of the union to which the member goes are awaited, and nobody once they are no member or erased', async () => {
    const whom = await born('10', tree.right);
    await tell(whom, 'wedding', '10');
    await until(['occasionTold']);
    await belongs(whom, 2, tree.root);
    await until([]);
    await until(['occasionTold'], tree.root);
    await belongs(whom, 3, tree.root, 'ended');
    await until([], tree.root);
    await belongs(whom, 4, tree.right);
    await until(['occasionTold']);
    await affairs.emit(personErasureEvents.erased, { erasureId: newId(), personId: whom.personId });
    await until([]);
  });

  it('of two who are told at once are awaited once, and of two who take up what is left nobody is', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => plantPerson(affairs, tree.right)));
    await Promise.all(people.map((whom) => tell(whom, 'hospital', '11')));
    await until(['occasionTold']);
    await Promise.all(
      people.map((whom) => affairs.ask(contract.open, lineOf(whom, 'hospital', '11'), rightOfficer)),
    );
    await until([]);
  });
});
