import { membershipEvents, type MemberState } from '@gongxiang/contracts/membership/membership-events';
import { newId } from '@gongxiang/domain';
import { eventually } from './eventually.js';
import type { ServiceFixture } from './service-fixture.js';

type Rows = Record<string, readonly unknown[]>;

const count = 6;
const admitter = 'a'.repeat(43);

/**
 * Publishes the same states of members one by one and in lists, of other people each: also late, out of order and doubled.
 * @param tables what the service keeps of members, each with its columns that are to be equal
 * @returns the rows of both by table, each in the order of the people
 */
export async function copiesOfMembers(
  service: ServiceFixture,
  unionId: string,
  tables: Readonly<Record<string, string>>,
): Promise<{ readonly single: Rows; readonly listed: Rows }> {
  const single = Array.from({ length: count }, () => newId());
  const listed = Array.from({ length: count }, () => newId());
  for (const version of [1, 4, 3]) {
    const states = statesAt(version, unionId, single);
    for (const state of states) await service.emit(membershipEvents.memberChanged, state);
    const members = statesAt(version, unionId, listed);
    const id = newId();
    await service.emit(membershipEvents.membersChanged, { members }, id);
    await service.emit(membershipEvents.membersChanged, { members: [...members].reverse() }, id);
  }
  // A change by hand between two lists, of which the later one is older.
  const byHand = (personIds: readonly string[]) => statesAt(6, unionId, personIds.slice(0, 1));
  for (const state of [...byHand(single), ...byHand(listed), ...statesAt(5, unionId, single)])
    await service.emit(membershipEvents.memberChanged, state);
  await service.emit(membershipEvents.membersChanged, { members: statesAt(5, unionId, listed) });
  const last = [newId()];
  await service.emit(membershipEvents.membersChanged, { members: statesAt(1, unionId, last) });
  for (const table of Object.keys(tables))
    await eventually(async () => {
      if ((await rowsOf(service, table, 'person_id', last)).length === 0) throw new Error('still reading');
    });
  const read = async (personIds: readonly string[]): Promise<Rows> => {
    const rows: Rows = {};
    for (const [table, columns] of Object.entries(tables))
      rows[table] = await rowsOf(service, table, columns, personIds);
    return rows;
  };
  return { single: await read(single), listed: await read(listed) };
}

/** People who differ, and who change with the versions: at some of them they are members no more. */
function statesAt(version: number, unionId: string, personIds: readonly string[]): MemberState[] {
  return personIds.map((personId, place) => ({
    personId,
    version,
    maskedName: `${version}*`,
    unionId,
    state: (version + place) % 3 === 0 ? 'ended' : 'active',
    standing: place === 1 ? 'retained' : 'full',
    validFrom: '2020-01-01',
    validTo: (version + place) % 3 === 0 ? '2026-01-01' : null,
    sex: place % 2 === 0 ? 'female' : null,
    birthDate: `198${place}-0${place + 1}-11`,
    employmentKind: 'regular',
    retiredOn: place === 1 ? '2025-05-01' : null,
    admitter: version === 1 ? null : admitter,
  }));
}

function rowsOf(
  { dataSource }: ServiceFixture,
  table: string,
  columns: string,
  personIds: readonly string[],
): Promise<unknown[]> {
  return dataSource.query(
    `SELECT ${columns} FROM unnest($1::uuid[]) WITH ORDINALITY AS p(id, n) JOIN ${table} ON person_id = p.id ORDER BY p.n`,
    [personIds],
  );
}
