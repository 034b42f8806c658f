import { randomBytes } from 'node:crypto';
import { memberContract } from '@gongxiang/contracts/membership/members/member.contract';
import { operationsContract } from '@gongxiang/contracts/operations/operations.contract';
import { type Actor, newId, rootPath } from '@gongxiang/domain';
import {
  type Cipher,
  dataCipher,
  keptAnswers,
  reseal,
  type ResealOptions,
  type ResealResult,
  Transactions,
} from '@gongxiang/persistence';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  callersOf,
  plantPerson,
  plantUnions,
  residentNumber,
  startMembership,
} from '../../membership.fixture.js';
import { KeptAnswerRow, KeptComplaintRow } from '../../joining/kept-complaint/kept-complaint.entity.js';
import { plantComplaint } from '../../joining/kept-complaint/kept-complaint.fixture.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { sealedPlaces } from './sealed-places.js';

const [present, previous, foreign] = [1, 2, 3].map(() => randomBytes(32).toString('base64')) as [
  string,
  string,
  string,
];
const cipherOf = (dataKey: string, dataKeyPrevious?: string): Cipher =>
  dataCipher({ dataKey, ...(dataKeyPrevious === undefined ? {} : { dataKeyPrevious }) });
const marks = { present: cipherOf(present).mark, previous: cipherOf(previous).mark };
const people = 7;
/**
 * The sealed values: the officer's name; each member's name, number and phone; each of two complaints' text, answer,
 * what was asked again and reason; and the stored answers of entering each member.
 */
const values = 1 + people * 3 + 2 * 4 + people;

let membership: ServiceFixture;
let officer: Actor;
let unionId: string;
let writer: string;
let complaints: string[];
const key = newId<'key'>();
const said = { text: '大巴没有安全带', answer: '已经换车', askedAgain: '还是旧车', closeReason: '解决了' };
const entered = (n: number) => ({
  name: '张小三',
  residentNumber: residentNumber(n),
  phone: `1390000${1000 + n}`,
});

beforeAll(async () => {
  membership = await startMembership({
    config: { dataKey: present, dataKeyPrevious: `${foreign},${previous}` },
  });
  const trees = await plantUnions(membership);
  officer = { ...callersOf(trees).officer, personId: await plantPerson(membership) };
  unionId = trees.left.id;
  const members = [];
  for (let n = 1; n <= people; n += 1) {
    const request = { ...entered(n), unionId };
    members.push(
      await membership.ask(memberContract.create, request, officer, n === 1 ? { idempotencyKey: key } : {}),
    );
  }
  writer = members[0]?.personId ?? '';
  const { text, askedAgain, closeReason } = said;
  const one = { personId: writer, unionId, text, askedAgain, closeReason };
  const answer = { text: said.answer, by: officer.personId };
  complaints = [
    await plantComplaint(membership, { ...one, answer }),
    await plantComplaint(membership, { ...one, answer }),
  ];
});

afterAll(() => membership.stop());

function run(cipher: Cipher, options: Partial<ResealOptions> = {}): Promise<ResealResult> {
  const transactions = new Transactions(membership.dataSource, membership.clock, cipher);
  const places = [...sealedPlaces, keptAnswers];
  return reseal(transactions, { service: 'membership', places, cipher, rowsMax: 3, ...options });
}

/** Counts the texts in the whole database that begin with a mark. */
async function countOf(mark: string): Promise<number> {
  const [found] = (await membership.dataSource.query(
    `SELECT sum((length(line) - length(replace(line, $1, ''))) / length($1))::int AS count FROM (
       SELECT to_jsonb(t)::text AS line FROM person t UNION ALL SELECT to_jsonb(t)::text FROM intake_entry t
       UNION ALL SELECT to_jsonb(t)::text FROM intake_answer t
       UNION ALL SELECT to_jsonb(t)::text FROM intake_follow_up t UNION ALL SELECT to_jsonb(t)::text FROM idempotency t) AS lines`,
    [mark],
  )) as [{ count: number }];
  return found.count;
}

async function seen(): Promise<unknown> {
  const members = await membership.ask(memberContract.list, { q: '张小三', limit: 50 }, officer);
  const { manager } = membership.dataSource;
  const row = await manager.findOneByOrFail(KeptComplaintRow, { id: complaints[0] ?? '' });
  const answer = await manager.findOneByOrFail(KeptAnswerRow, { entryId: row.id });
  const personalData = membership.app.get(PersonalData);
  const open = (sealed: string | null): string => personalData.open(writer, 'intake', sealed ?? '');
  const replayed = await membership.send(memberContract.create, { ...entered(1), unionId }, officer, {
    idempotencyKey: key,
  });
  return [
    members.items.map(({ name, phone }) => `${name} ${phone}`).sort(),
    [open(row.text), open(answer.text), open(row.closeReason)],
    [replayed.replayed, replayed.body.personId],
  ];
}

const everything = () => [
  Array.from({ length: people }, (_one, index) => `张小三 139****${1001 + index}`),
  [said.text, said.answer, said.closeReason],
  [true, writer],
];

describe('what was sealed under an earlier key', () => {
  let total: number;

  beforeAll(async () => {
    total = await countOf(marks.present);
    // As before the key rotation: the same values, and nothing under the present key.
    expect(await run(cipherOf(previous, present))).toEqual({ resealed: values, left: 0, problems: [] });
    expect([await countOf(marks.present), await countOf(marks.previous)]).toEqual([0, total]);
  });

  it('opens with it, and nothing new is sealed under it', async () => {
    expect(await seen()).toEqual(everything());
    await plantComplaint(membership, { personId: writer, unionId, text: '多备雨衣' });
    expect(await countOf(marks.previous)).toBe(total);
    expect(await countOf(marks.present)).toBeGreaterThan(0);
  });

  it('stays as it is without that key, which is named', async () => {
    const { resealed, left, problems } = await run(cipherOf(present, foreign));
    expect([resealed, left]).toEqual([0, values]);
    const keyId = marks.previous.split('.')[1] ?? '';
    expect(problems[0]).toMatch(
      new RegExp(`^person\\.name of [0-9a-f-]{36} does not open: no key ${keyId} for aes-256-gcm$`),
    );
    expect(await countOf(marks.previous)).toBe(total);
  });

  it('is sealed anew in runs that are broken off, while the service works, and then needs the earlier key no more', async () => {
    const before = await membership.dataSource.query('SELECT id, version FROM person ORDER BY id');
    const ring = cipherOf(present, previous);
    let resealed = 0;
    for (const parts of [1, 3]) {
      const stop = new AbortController();
      let left = parts;
      const onProgress: ResealOptions['onProgress'] = (progress) => {
        resealed = progress.resealed;
        left -= 1;
        if (left === 0) stop.abort();
      };
      await expect(run(ring, { onProgress, signal: stop.signal })).rejects.toThrow(/aborted/);
      expect(resealed).toBeGreaterThan(0);
      expect(await countOf(marks.previous)).toBeGreaterThan(0);
      // Half of the values are under one key and half under the other.
      expect(await seen()).toEqual(everything());
    }
    const [last] = await Promise.all([run(ring), seen()]);
    expect(last).toMatchObject({ left: 0, problems: [] });
    expect(await countOf(marks.previous)).toBe(0);
    // With only the present key, everything turns out to be sealed under it.
    expect(await run(cipherOf(present))).toEqual({ resealed: 0, left: 0, problems: [] });
    expect(await seen()).toEqual(everything());
    expect(await membership.dataSource.query('SELECT id, version FROM person ORDER BY id')).toEqual(before);
  });

  it('leaves a record of each whole run in the trail, which names no value', async () => {
    const auditor = actorWith({ roles: [['auditor', newId(), rootPath]] });
    const { items } = await membership.ask(
      operationsContract('membership').listAudit,
      { noun: 'data-key' },
      auditor,
    );
    expect(items.map(({ subjectId, action }) => [subjectId, action])).toEqual([
      [marks.present.slice(0, -1), 'membership.data-key.reseal'],
      [marks.previous.slice(0, -1), 'membership.data-key.reseal'],
    ]);
    expect(items[0]?.after).toEqual({ resealed: expect.any(Number), left: 0 });
  });

  it('that somebody has changed is named and left, and stops nobody else', async () => {
    const [person] = (await membership.dataSource.query(
      `UPDATE person SET name = (SELECT name FROM person ORDER BY id DESC LIMIT 1) WHERE id = $1 RETURNING id`,
      [writer],
    )) as [[{ id: string }], number];
    const { left, problems } = await run(cipherOf(previous, present));
    expect([left, problems.map((one) => one.split(' does not open')[0])]).toEqual([
      1,
      [`person.name of ${person[0].id}`],
    ]);
    expect(await countOf(marks.present)).toBe(1);
  });
});
