import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { rosterEntryContract } from '@gongxiang/contracts/membership/members/roster-entry.contract';
import { correctionContract } from '@gongxiang/contracts/membership/members/correction.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import {
  erasureContract as contract,
  erasureDelayDays,
  type ErasureView,
} from '@gongxiang/contracts/membership/privacy/erasure.contract';
import {
  evaluationErasure,
  membershipErasure,
  personErasureEvents,
  affairsErasure,
  notificationErasure,
  settlementErasure,
  sharingErasure,
} from '@gongxiang/contracts/words/person-erasure';
import { mergeServices } from '@gongxiang/contracts/words/person-merge';
import { type Actor, dayMs } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { plantComplaint } from '../../joining/kept-complaint/kept-complaint.fixture.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { jetstreamManager } from '@nats-io/jetstream';
import { refusalOf } from '../../access/second-factor/second-factor.fixture.js';
import {
  plantPassword,
  plantPerson,
  plantRole,
  plantSession,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';

/** Nothing else in the database has this character. */
const canary = '犇';

let membership: ServiceFixture;
let trees: Awaited<ReturnType<typeof plantUnions>>;
let officer: Actor;
let next = 100;

beforeAll(async () => {
  membership = await startMembership({ config: { publicUrl: 'https://union.example' } });
  trees = await plantUnions(membership);
  const { id, path } = trees.left;
  const personId = await plantPerson(membership);
  await plantRole(membership, { personId, unionId: id, role: 'officer' });
  officer = actorWith({ personId, unionId: id, unionPath: path, roles: [['officer', id, path]] });
});
afterAll(() => membership.stop());

interface Somebody {
  readonly memberId: string;
  readonly self: Actor;
  readonly password: string;
  readonly number: string;
  readonly phone: string;
}

async function member(name = `${canary}大山`): Promise<Somebody> {
  next += 1;
  const [number, phone] = [residentNumber(next), `1370001${1000 + next}`];
  const request = { unionId: trees.left.id, name, residentNumber: number, phone };
  const { id: memberId, personId } = await membership.ask(memberContract.create, request, officer);
  const password = await plantPassword(membership, personId);
  const sessionId = await plantSession(membership, personId);
  const self = { ...actorWith({ personId, unionId: trees.left.id, unionPath: trees.left.path }), sessionId };
  return { memberId, self, password, number, phone };
}

/** Somebody who was a member. */
async function formerMember(name?: string): Promise<Somebody> {
  const one = await member(name);
  const { memberId } = one;
  await membership.ask(memberContract.end, { memberId, reason: 'left' }, officer);
  return one;
}

const free = mergeServices.map((service) => ({
  service,
  answered: true,
  erased: [],
  kept: [],
  obstacles: [],
}));

function ask({ self, password }: Somebody): Promise<ErasureView> {
  return membership.ask(contract.ask, { proof: { password }, preview: [...free] }, self);
}

/** What the other services say once they have done their part. */
async function othersAreDone(erasureId: string): Promise<void> {
  for (const { applied } of [
    sharingErasure,
    settlementErasure,
    evaluationErasure,
    notificationErasure,
    affairsErasure,
  ])
    await membership.emit(applied, { erasureId, erased: [], kept: [] });
}

const stateOf = async (receipt: string) => (await membership.ask(contract.receipt, { receipt }, null)).state;

/** Everything in the tables that is not sealed. */
async function textOf(...words: readonly string[]): Promise<string[]> {
  const tables: { name: string }[] = await membership.dataSource.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
  );
  const found: string[] = [];
  for (const { name } of tables)
    for (const word of words) {
      const rows: unknown[] = await membership.dataSource.query(
        `SELECT 1 FROM ${name} t WHERE t::text LIKE '%' || $1 || '%' LIMIT 1`,
        [word],
      );
      if (rows.length > 0) found.push(`${name}: ${word}`);
    }
  return found;
}

async function eventsWith(word: string): Promise<number> {
  const { streams } = await jetstreamManager(membership.nats);
  const { state } = await streams.info('evt_membership');
  let found = 0;
  for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
    const message = await streams.getMessage('evt_membership', { seq }).catch(() => null);
    if (message !== null && new TextDecoder().decode(message.data).includes(word)) found += 1;
  }
  return found;
}

describe('erasing what is kept of a person', () => {
  it('is refused to a member, and says what is in the way', async () => {
    const one = await member();
    const { obstacles } = await membership.ask(membershipErasure.preview, {}, one.self);
    expect(obstacles).toEqual([{ obstacle: 'member', count: 1 }]);
    const { personId } = one.self;
    expect(await membership.ask(membershipErasure.obstacles, { personId }, officer)).toEqual({ obstacles });
    const preview = free.map((part) =>
      part.service === 'membership' ? { ...part, obstacles: [...obstacles] } : part,
    );
    const asked = membership.ask(contract.ask, { proof: { password: one.password }, preview }, one.self);
    expect(await refusalOf(asked)).toBe('ERASURE_IN_THE_WAY');
    expect((await membership.ask(contract.getOwn, {}, one.self)).erasure).toBeNull();
  });

  it('takes the password, and is asked for once', async () => {
    const one = await formerMember();
    expect(await refusalOf(ask({ ...one, password: 'not the right one' }))).toBe('PASSWORD_WRONG');
    await ask(one);
    expect(await refusalOf(ask(one))).toBe('ERASURE_UNDER_WAY');
  });

  it('can be taken back for seven days, and leaves everything as it was', async () => {
    const begin = membership.clock.now();
    const one = await formerMember();
    await ask(one);
    const { state } = await membership.ask(contract.withdraw, {}, one.self);
    expect(state).toBe('withdrawn');
    membership.clock.advance(erasureDelayDays * dayMs);
    await eventually(async () => expect(await textOf(canary)).not.toEqual([]));
    expect((await membership.ask(memberContract.get, { memberId: one.memberId }, officer)).name).toContain(
      canary,
    );
    membership.clock.set(begin);
  });

  it('does not happen to somebody who is a member again by then, and tells them', async () => {
    const begin = membership.clock.now();
    const one = await formerMember();
    const { receipt } = await ask(one);
    await membership.ask(
      memberContract.create,
      { unionId: trees.left.id, name: `${canary}大山`, residentNumber: one.number, phone: one.phone },
      officer,
    );
    membership.clock.advance(erasureDelayDays * dayMs);
    await eventually(async () => expect(await stateOf(receipt)).toBe('lapsed'));
    membership.clock.set(begin);
  });

  it('E123: leaves no value of theirs in any table or event, and is done once every service is', async () => {
    const begin = membership.clock.now();
    const one = await formerMember('猋大山');
    const { id, receipt } = await ask(one);
    expect(await textOf('猋')).toEqual(expect.arrayContaining(['person: 猋', 'outbox: 猋']));
    await eventually(async () => expect(await eventsWith('猋')).toBeGreaterThan(0));
    membership.clock.advance(erasureDelayDays * dayMs);
    await eventually(async () => expect(await stateOf(receipt)).toBe('erasing'));
    expect(await membership.recorded(personErasureEvents.erased)).toContainEqual({
      erasureId: id,
      personId: one.self.personId,
    });
    await othersAreDone(id);
    await eventually(async () => expect(await stateOf(receipt)).toBe('erased'));
    const { progress } = await membership.ask(contract.receipt, { receipt }, null);
    const { erased, kept } = progress.find(({ service }) => service === 'membership') ?? {};
    expect(erased).toContainEqual({ kind: 'record', count: 1 });
    expect(kept?.map(({ kind }) => kind)).not.toContain('record');
    expect(await textOf('猋', one.phone, one.number)).toEqual([]);
    expect(await eventsWith('猋')).toBe(0);
    const told = await membership.recorded(membershipEvents.memberChanged);
    expect(told.filter(({ personId }) => personId === one.self.personId)).toMatchObject([
      { maskedName: '已注销', sex: null, birthDate: null, employmentKind: null },
    ]);
    const [person] = await membership.dataSource.query<Record<string, unknown>[]>(
      `SELECT masked_name, account, password_hash, resident_number, resident_number_hash, phone, phone_hash
       FROM person WHERE id = $1`,
      [one.self.personId],
    );
    expect(person).toEqual({
      masked_name: '已注销',
      account: null,
      password_hash: null,
      resident_number: null,
      resident_number_hash: null,
      phone: null,
      phone_hash: null,
    });
    membership.clock.set(begin);
  });

  it('E123: leaves nothing of them in events about many members, in which the others are told anew', async () => {
    const begin = membership.clock.now();
    const [number, phone] = [residentNumber(next + 1), '13700019876'];
    const { results } = await membership.ask(
      rosterEntryContract.put,
      {
        unionId: trees.left.id,
        entries: [
          { key: 'goes', name: '飍大山', residentNumber: number, phone },
          { key: 'stays', name: '留下来', residentNumber: residentNumber(next + 2) },
        ],
      },
      officer,
    );
    next += 2;
    const [goes, stays] = results.map(({ personId }) => personId ?? '') as [string, string];
    await eventually(async () => expect(await eventsWith('飍')).toBe(1));
    const [found] = (await membership.ask(memberContract.list, { q: '飍大山' }, officer)).items;
    await membership.ask(memberContract.end, { memberId: found?.id ?? '', reason: 'left' }, officer);
    const password = await plantPassword(membership, goes);
    const sessionId = await plantSession(membership, goes);
    const self = {
      ...actorWith({ personId: goes, unionId: trees.left.id, unionPath: trees.left.path }),
      sessionId,
    };
    const { id, receipt } = await ask({ memberId: found?.id ?? '', self, password, number, phone });
    membership.clock.advance(erasureDelayDays * dayMs);
    await eventually(async () => expect(await stateOf(receipt)).toBe('erasing'));
    await othersAreDone(id);
    await eventually(async () => expect(await stateOf(receipt)).toBe('erased'));
    expect(await textOf('飍', phone, number)).toEqual([]);
    expect(await eventsWith('飍')).toBe(0);
    const lists = await membership.recorded(membershipEvents.membersChanged);
    // What the outbox keeps of the first event, and what was published instead of it.
    expect(lists.map(({ members }) => members.map(({ personId }) => personId))).toEqual([[stays], [stays]]);
    await eventually(async () => expect(await eventsWith('留**')).toBe(1));
    membership.clock.set(begin);
  });

  it('closes what they wrote that has not moved to the matters yet, and leaves none of its words', async () => {
    const begin = membership.clock.now();
    const one = await formerMember();
    const { personId } = one.self;
    const id = await plantComplaint(membership, { personId, unionId: trees.left.id, text: '会员证怎么退？' });
    const { receipt } = await ask(one);
    membership.clock.advance(erasureDelayDays * dayMs);
    await eventually(async () => expect(await stateOf(receipt)).toBe('erasing'));
    const [row] = (await membership.dataSource.query('SELECT state, text FROM intake_entry WHERE id = $1', [
      id,
    ])) as [{ state: string; text: string }];
    expect(row.state).toBe('closed');
    expect(membership.app.get(PersonalData).open(personId, 'intake', row.text)).not.toContain('会员证');
    membership.clock.set(begin);
  });

  it('lets nobody put values back', async () => {
    const begin = membership.clock.now();
    const one = await formerMember();
    const { receipt } = await ask(one);
    membership.clock.advance(erasureDelayDays * dayMs);
    await eventually(async () => expect(await stateOf(receipt)).toBe('erasing'));
    const correction = membership.ask(
      correctionContract.create,
      { memberId: one.memberId, phone: '13900001234' },
      officer,
    );
    expect(await refusalOf(correction)).toBe('PERSON_ERASED');
    membership.clock.set(begin);
  });

  it('is in the record of the union, without a name, and not in that of another', async () => {
    const one = await formerMember();
    const { id } = await ask(one);
    const { items } = await membership.ask(contract.list, {}, officer);
    expect(items.find((item) => item.id === id)).toMatchObject({ state: 'waiting', progress: [] });
    expect(JSON.stringify(items)).not.toContain(one.self.personId);
    const { id: unionId, path } = trees.right;
    const other = actorWith({ personId: await plantPerson(membership), roles: [['officer', unionId, path]] });
    expect((await membership.ask(contract.list, {}, other)).items).toEqual([]);
    expect(await refusalOf(membership.ask(contract.list, {}, one.self))).toBe('NOT_PERMITTED');
    expect(await refusalOf(membership.ask(contract.receipt, { receipt: 'a'.repeat(20) }, null))).toBe(
      'NOT_FOUND',
    );
  });
});
