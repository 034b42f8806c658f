import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  censusContract,
  type CensusDimension,
  censusDimensions,
} from '@gongxiang/contracts/membership/census/census.contract';
import { memberContract, type MemberView } from '@gongxiang/contracts/membership/members/member.contract';
import { employmentKinds } from '@gongxiang/contracts/membership/membership-events';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import {
  type Actor,
  ageOn,
  birthDateOf,
  newId,
  sexOf,
  shanghaiDate,
  syntheticResidentNumber,
} from '@gongxiang/domain';
import { Transactions } from '@gongxiang/persistence';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import fc from 'fast-check';
import { callersOf, plantPerson, plantUnions, startMembership } from '../membership.fixture.js';
import { PersonalData } from '../persons/crypto/personal-data.js';
import type { UnionRow } from '../unions/union/union.entity.js';
import { CensusFold } from './counting/census-fold.due.js';

let membership: ServiceFixture;
let trees: { root: UnionRow; left: UnionRow; right: UnionRow };
let callers: Record<'member' | 'stranger' | 'officer', Actor>;
let above: Actor;
let numbers = 0;

beforeAll(async () => {
  membership = await startMembership({ replicas: 2 });
  trees = await plantUnions(membership);
  callers = callersOf(trees);
  const personId = await plantPerson(membership);
  above = actorWith({ personId, roles: [['officer', trees.root.id, trees.root.path]] });
});

afterAll(() => membership.stop());

const years = [1955, 1962, 1968, 1975, 1985, 1995, 2001, 2004];

function nextNumber(year: number): string {
  numbers += 1;
  return syntheticResidentNumber({
    area: '420106',
    birthDate: `${year}-11-${String((numbers % 28) + 1).padStart(2, '0')}`,
    sequence: numbers % 1_000,
  });
}

function admit(unionId: string, part: object = {}): Promise<MemberView> {
  const residentNumber = nextNumber(years[numbers % years.length] ?? 1990);
  return membership.ask(
    memberContract.create,
    { unionId, name: '张小三', residentNumber, validFrom: '2026-03-02', ...part },
    above,
  );
}

async function attend(personId: string, activityId: string, revision: number, heads: number): Promise<void> {
  const fact = { activityId, personId, unionId: newId(), heads, revision, walkIn: false };
  await membership.emit(sharingEvents.attendanceRecorded, {
    activityId,
    pageNumber: 1,
    facts: [{ ...fact, checkedInAt: membership.clock.now().toISOString() }],
  });
  await eventually(async () => {
    const rows: unknown[] = await membership.dataSource.query(
      `SELECT 1 FROM census_attendance WHERE activity_id = $1 AND person_id = $2 AND version = $3`,
      [activityId, personId, revision],
    );
    if (rows.length === 0) throw new Error('not heard yet');
  });
}

/** Waits until every change is in the totals. */
async function counted(): Promise<void> {
  membership.clock.advance(2_000);
  await eventually(async () => {
    const [row]: { pending: number; day: string }[] = await membership.dataSource.query(
      `SELECT (SELECT count(*)::int FROM census_change) AS pending, (SELECT aged_to::text FROM census_day) AS day`,
    );
    if (row?.pending !== 0 || row.day !== shanghaiDate(membership.clock.now())) {
      membership.clock.advance(2_000);
      throw new Error(`${row?.pending ?? 0} changes are left`);
    }
  });
}

interface Scanned {
  path: string;
  personId: string;
  state: string;
  employment: string | null;
  standing: string;
  validFrom: string;
  validTo: string | null;
  number: string | null;
  tookPart: boolean;
}

/** Counts again from the rows themselves, by rules written down a second time. */
async function scan(path: string, today: string): Promise<Record<string, number>> {
  const rows: Scanned[] = await membership.dataSource.query(
    `SELECT u.path, m.person_id AS "personId", m.state, m.employment_kind AS employment, m.standing, m.valid_from::text AS "validFrom",
       m.valid_to::text AS "validTo", p.resident_number AS number,
       EXISTS (SELECT 1 FROM census_attendance a WHERE a.person_id = p.id AND a.heads > 0) AS "tookPart"
     FROM union_membership m JOIN labour_union u ON u.id = m.union_id JOIN person p ON p.id = m.person_id`,
  );
  const found: Record<string, number> = {};
  const add = (dimension: string, value: string): void => {
    found[`${dimension} ${value}`] = (found[`${dimension} ${value}`] ?? 0) + 1;
  };
  const personalData = membership.app.get(PersonalData);
  for (const row of rows.filter((one) => one.path.startsWith(path))) {
    add('joined', row.validFrom.slice(0, 7));
    if (row.validTo !== null) add('left', row.validTo.slice(0, 7));
    if (row.state === 'ended') continue;
    const number = row.number === null ? null : personalData.open(row.personId, 'residentNumber', row.number);
    const birthDate = number === null ? null : birthDateOf(number);
    const age = birthDate === null ? null : ageOn(today, birthDate);
    const bands = [
      [60, 'from60'],
      [55, '55to59'],
      [45, '45to54'],
      [35, '35to44'],
      [25, '25to34'],
      [0, 'to24'],
    ] as const;
    add('sex', (number === null ? null : sexOf(number)) ?? 'unknown');
    add('age', age === null ? 'unknown' : (bands.find(([start]) => age >= start)?.[1] ?? ''));
    add('employment', row.employment ?? 'unknown');
    add('activation', row.state);
    add('standing', row.standing);
    add('participation', row.tookPart ? 'tookPart' : 'never');
    add('sizeClass', 'none');
  }
  return found;
}

/** The same as the service shows it to an officer of the union. */
async function shown(union: UnionRow): Promise<Record<string, number>> {
  const officer = actorWith({ roles: [['officer', union.id, union.path]] });
  const view = await membership.ask(censusContract.statistics, { unionId: union.id }, officer);
  const found: Record<string, number> = {};
  for (const { by, values } of view.dimensions)
    for (const { value, members } of values) if (members !== 0) found[`${by} ${value}`] = members ?? -1;
  for (const { month, joined, left } of view.months) {
    if (joined !== 0) found[`joined ${month}`] = joined ?? -1;
    if (left !== 0) found[`left ${month}`] = left ?? -1;
  }
  return found;
}

async function expectSame(): Promise<void> {
  await counted();
  const today = shanghaiDate(membership.clock.now());
  for (const union of [trees.root, trees.left, trees.right])
    expect(await shown(union)).toEqual(await scan(union.path, today));
}

type Step = 'admit' | 'end' | 'move' | 'employ' | 'correct' | 'attend' | 'absent' | 'day';
const steps: readonly Step[] = [
  'admit',
  'admit',
  'end',
  'move',
  'employ',
  'correct',
  'attend',
  'absent',
  'day',
];

describe('the census', () => {
  it('comes to the same as a scan, whatever happens to memberships', async () => {
    const open: { memberId: string; personId: string; number: string; unionId: string }[] = [];
    const last: { personId: string; activityId: string; revision: number }[] = [];
    const places = (): string[] => [trees.left.id, trees.right.id, trees.root.id];
    const admitTo = async (unionId: string, number = nextNumber(years[numbers % 8] ?? 1990)) => {
      const view = await admit(unionId, { residentNumber: number });
      open.push({ memberId: view.id, personId: view.personId, number, unionId });
    };
    const endOf = (memberId: string): Promise<unknown> =>
      membership.ask(memberContract.end, { memberId }, above);
    const doStep = async (step: Step, pick: number): Promise<void> => {
      const index = open.length === 0 ? 0 : pick % open.length;
      const one = open[index];
      if (step === 'day') return membership.clock.advance((1 + (pick % 3)) * 86_400_000);
      if (step === 'admit' || one === undefined) return admitTo(places()[pick % 3] ?? '');
      if (step === 'end' || step === 'move') {
        await endOf(one.memberId);
        open.splice(index, 1);
        if (step === 'move') await admitTo(places()[(pick + 1) % 3] ?? '', one.number);
        return;
      }
      if (step === 'employ') {
        const employmentKind = employmentKinds[pick % employmentKinds.length] ?? null;
        const { memberId } = one;
        const { version: ifMatch } = await membership.ask(memberContract.get, { memberId }, above);
        await membership.ask(memberContract.change, { memberId, employmentKind }, above, { ifMatch });
        return;
      }
      if (step === 'correct') {
        const number = nextNumber(years[pick % years.length] ?? 1990);
        const personalData = membership.app.get(PersonalData);
        await membership.dataSource.query(
          `UPDATE person SET resident_number = $2, resident_number_hash = $3, version = version + 1 WHERE id = $1`,
          [
            one.personId,
            personalData.seal(one.personId, 'residentNumber', number),
            personalData.hash('residentNumber', number),
          ],
        );
        open[index] = { ...one, number };
        return;
      }
      const before = last.at(-1);
      if (step === 'attend' || before === undefined) {
        last.push({ personId: one.personId, activityId: newId(), revision: 1 });
        return attend(one.personId, last.at(-1)?.activityId ?? '', 1, 1 + (pick % 2));
      }
      last.splice(-1);
      return attend(before.personId, before.activityId, before.revision + 1, 0);
    };
    const runs = fc.array(fc.tuple(fc.constantFrom(...steps), fc.nat(1_000)), {
      minLength: 5,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(runs, async (run) => {
        for (const [step, pick] of run) await doStep(step, pick);
        await expectSame();
      }),
      { numRuns: 6 },
    );
  }, 120_000);

  it('loses nothing and counts nothing twice where its connections are killed', async () => {
    // Twelve thousand memberships in one statement, as if a roster had been loaded: several transactions of the fold.
    const personId = await plantPerson(membership);
    await membership.dataSource.query(
      `INSERT INTO union_membership (id, person_id, union_id, state, valid_from, valid_to, created_at)
       SELECT gen_random_uuid(), $1, $2, 'ended', '2026-04-01', '2026-05-01', now() FROM generate_series(1, 12000)`,
      [personId, trees.left.id],
    );
    membership.clock.advance(2_000);
    for (let kills = 0; kills < 5; kills += 1) {
      await new Promise((resolve) => setTimeout(resolve, 60));
      await membership.dataSource.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE usename = current_user AND datname = current_database() AND pid <> pg_backend_pid()`,
      );
    }
    await expectSame();
  }, 60_000);

  it('is not changed by a fold that fails', async () => {
    await admit(trees.left.id);
    const folded = membership.app
      .get(Transactions)
      .system('00-00000000000000000000000000000001-0000000000000001-00', async (tx) => {
        await membership.app.get(CensusFold).fold(tx, 'all');
        throw new Error('killed');
      });
    await expect(folded).rejects.toThrow('killed');
    await expectSame();
  });
});

describe('who sees the census', () => {
  it('are officers and auditors of the union and above', async () => {
    const auditor = actorWith({ roles: [['auditor', trees.root.id, trees.root.path]] });
    for (const actor of [callers.officer, above, auditor])
      expect(
        await membership.ask(censusContract.statistics, { unionId: trees.left.id }, actor),
      ).toMatchObject({
        unionName: trees.left.name,
      });
    for (const actor of [callers.member, callers.stranger])
      for (const asked of [
        membership.ask(censusContract.statistics, { unionId: trees.left.id }, actor),
        membership.ask(censusContract.get, { union: trees.left.id, by: 'sex' }, actor),
      ])
        await expect(asked).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(membership.ask(censusContract.get, { by: 'sex' }, callers.member)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await expect(
      membership.ask(censusContract.statistics, { unionId: newId() }, above),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('see their own union whole, and of unions below no number under five, nor one that follows from others', async () => {
    const small = await below(trees.right, '小班组工会', '1.2.1.');
    const large = await below(trees.right, '大车间工会', '1.2.2.');
    const other = await below(trees.right, '第二车间工会', '1.2.3.');
    for (let one = 0; one < 3; one += 1) await admit(small.id);
    for (let one = 0; one < 9; one += 1) await admit(large.id);
    for (let one = 0; one < 11; one += 1) await admit(other.id);
    await counted();
    const chief = actorWith({ roles: [['officer', trees.right.id, trees.right.path]] });
    const rowsOf = async (by: CensusDimension) =>
      (await membership.ask(censusContract.get, { union: trees.right.id, by }, chief)).rows;
    const members = new Map((await rowsOf('sex')).map((row) => [row.unionId, row.members]));
    expect(members.get(small.id)).toBeNull();
    // 3 would follow from the total and the others: the next smallest is hidden as well.
    expect([...members.values()].filter((number) => number === null).length).toBeGreaterThan(1);
    for (const by of censusDimensions)
      for (const row of (await rowsOf(by)).filter(({ isItself }) => !isItself))
        for (const { members: number } of row.values)
          expect(number === null || number === 0 || number >= 5).toBe(true);
    // Going down shows no more than the row above.
    const down = await membership.ask(censusContract.statistics, { unionId: small.id }, chief);
    expect(down).toMatchObject({ members: null, isOwn: false, aboveId: trees.right.id });
    expect(
      down.dimensions.flatMap(({ values }) => values.map(({ members: number }) => number)),
    ).not.toContain(3);
    const own = actorWith({ roles: [['auditor', small.id, small.path]] });
    expect(await membership.ask(censusContract.statistics, { unionId: small.id }, own)).toMatchObject({
      members: 3,
      isOwn: true,
      aboveId: null,
    });
  });

  it('see members by the size class of the enterprise, also of unions below that of the enterprise', async () => {
    const firm = await below(trees.left, '中铁重工工会', '1.1.1.');
    const workshop = await below(firm, '总装车间分会', '1.1.1.1.');
    const enterpriseId = newId();
    await membership.dataSource.query(
      `INSERT INTO enterprise (id, version, name, uscc, uscc_check, size_class, size_basis, keeper_union_id, active, created_at)
       VALUES ($1, 1, '中铁重工', '91420100MA4KLX3U3F', 'passed', 'large', '{}', $2, true, now())`,
      [enterpriseId, trees.left.id],
    );
    await membership.dataSource.query(`UPDATE labour_union SET enterprise_id = $1 WHERE id = $2`, [
      enterpriseId,
      firm.id,
    ]);
    await admit(workshop.id);
    await counted();
    const chief = actorWith({ roles: [['officer', firm.id, firm.path]] });
    const view = await membership.ask(censusContract.get, { union: firm.id, by: 'sizeClass' }, chief);
    expect(view.members).toBe(1);
    const { dimensions } = await membership.ask(censusContract.statistics, { unionId: firm.id }, chief);
    expect(dimensions.find(({ by }) => by === 'sizeClass')?.values).toContainEqual({
      value: 'large',
      members: 1,
    });
  });
});

async function below(parent: UnionRow, name: string, path: string): Promise<UnionRow> {
  const row = { ...parent, id: newId(), parentId: parent.id, path, name, nextChild: 1 };
  await membership.dataSource.query(
    `INSERT INTO labour_union (id, version, parent_id, path, name, active, created_at) VALUES ($1, 1, $2, $3, $4, true, now())`,
    [row.id, parent.id, path, name],
  );
  return row;
}
