import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import {
  dataExportContract,
  downloadsPerExport,
  exportsPerDay,
} from '@gongxiang/contracts/membership/privacy/data-export.contract';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { newId, syntheticResidentNumber } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { refusalOf } from '../../access/second-factor/second-factor.fixture.js';
import {
  plantPassword,
  plantPerson,
  plantSession,
  plantUnions,
  startMembership,
} from '../../membership.fixture.js';

const residentNumber = syntheticResidentNumber({ area: '420106', birthDate: '1988-05-04', sequence: 8 });
const { ask, list, open } = dataExportContract;
const { page } = personDataContract('membership');
let membership: ServiceFixture;
let password: string;
let person: ReturnType<typeof actorWith>;

beforeAll(async () => {
  membership = await startMembership();
  const { left } = await plantUnions(membership);
  const officerId = await plantPerson(membership);
  const officer = actorWith({ personId: officerId, roles: [['officer', left.id, left.path]] });
  const { personId } = await membership.ask(
    memberContract.create,
    { unionId: left.id, name: '欧阳娜娜', residentNumber, phone: '13900001234' },
    officer,
  );
  password = await plantPassword(membership, personId);
  person = actorWith({ personId, unionId: left.id, unionPath: left.path });
});
afterAll(() => membership.stop());

async function everything(actor = person) {
  const found: { kind: string; rows: Record<string, unknown>[] }[] = [];
  let after: string | null = null;
  do {
    const answer: { parts: { kind: string; rows: string }[]; next: string | null } = await membership.ask(
      page,
      after === null ? {} : { after },
      actor,
    );
    found.push(
      ...answer.parts.map(({ kind, rows }) => ({
        kind,
        rows: JSON.parse(rows) as Record<string, unknown>[],
      })),
    );
    after = answer.next;
  } while (after !== null);
  return found;
}

describe('a copy of my data', () => {
  it('has my values opened, and none of anybody else', async () => {
    const parts = await everything();
    expect(parts.map(({ kind }) => kind)).toEqual(['record', 'memberships', 'looks']);
    expect(parts[0]?.rows).toEqual([
      expect.objectContaining({ name: '欧阳娜娜', residentNumber, phone: '13900001234' }),
    ]);
    expect(parts[1]?.rows).toEqual([expect.objectContaining({ state: 'imported', until: null })]);
    expect(JSON.stringify(await everything(actorWith({})))).toBe('[]');
  });

  it('comes in pages, with each row once', async () => {
    const personId = await plantPerson(membership);
    for (let count = 0; count < 120; count += 1) await plantSession(membership, personId);
    const parts = await everything(actorWith({ personId }));
    const times = parts.filter(({ kind }) => kind === 'signIn').flatMap(({ rows }) => rows);
    expect(times).toHaveLength(120);
    expect(parts.filter(({ kind }) => kind === 'signIn').map(({ rows }) => rows.length)).toEqual([
      50, 50, 20,
    ]);
  });

  it('is opened to its person alone, for an hour, once they have proved to be themselves', async () => {
    expect(await refusalOf(membership.ask(ask, { proof: { password: 'something else' } }, person))).toBe(
      'PASSWORD_WRONG',
    );
    const asked = await membership.ask(ask, { proof: { password } }, person);
    expect(await refusalOf(membership.ask(open, { exportId: asked.id }, actorWith({})))).toBe('NOT_FOUND');
    const opened = await membership.ask(open, { exportId: asked.id }, person);
    expect(opened.downloadedAt).not.toBeNull();
    expect((await membership.ask(list, {}, person)).items).toEqual([opened]);
    await membership.dataSource.query(
      `UPDATE data_export SET asked_at = asked_at - interval '2 hours', until = until - interval '2 hours'`,
    );
    expect(await refusalOf(membership.ask(open, { exportId: asked.id }, person))).toBe('NOT_FOUND');
  });

  it('is downloaded again where a connection broke off, a few times, by the session that asked for it alone', async () => {
    const own = { ...person, sessionId: newId() };
    const other = { ...person, sessionId: newId() };
    const { id: exportId } = await membership.ask(ask, { proof: { password } }, own);
    expect((await membership.ask(list, {}, other)).items[0]?.id).toBe(exportId);
    for (const stranger of [other, person])
      expect(await refusalOf(membership.ask(open, { exportId }, stranger))).toBe('NOT_FOUND');
    for (let count = 0; count < downloadsPerExport; count += 1)
      expect(await refusalOf(membership.ask(open, { exportId }, own))).toBe('allowed');
    expect(await refusalOf(membership.ask(open, { exportId }, own))).toBe('NOT_FOUND');
    await membership.dataSource.query('DELETE FROM data_export WHERE id = $1', [exportId]);
  });

  it('is refused after ten in a day', async () => {
    for (let count = 1; count < exportsPerDay; count += 1)
      await membership.ask(ask, { proof: { password } }, person);
    expect(await refusalOf(membership.ask(ask, { proof: { password } }, person))).toBe('TOO_MANY_REQUESTS');
  });
});
