import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  complaintMoveEvents,
  type KeptComplaint,
  type SealedComplaint,
} from '@gongxiang/contracts/affairs/matters/complaint-move';
import { matterContract } from '@gongxiang/contracts/affairs/matters/matter.contract';
import { serviceItemContract } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { complaintServiceId } from '@gongxiang/domain/complaints';
import { contentProof } from '@gongxiang/persistence';
import { actorWith, eventually, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import sodium from 'libsodium-wrappers';
import { startAffairs } from '../../affairs.fixture.js';
import { plantPerson, plantTree, readMatter, sendMatter, type Tree } from '../matters.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let person: Actor;

beforeAll(async () => {
  await sodium.ready;
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  person = await plantPerson(affairs, tree.left);
  await eventually(() => affairs.ask(serviceItemContract.get, { serviceId: complaintServiceId }, person));
});
afterAll(() => affairs.stop());

const answers = { kind: 'complaint', text: '大巴没有安全带', page: '/activities' };

describe('the service for complaints', () => {
  it('is there as soon as the federation is known, and anybody may use it, also without a name', async () => {
    const service = await affairs.ask(serviceItemContract.get, { serviceId: complaintServiceId }, person);
    expect(service).toMatchObject({ unionId: tree.root.id, state: 'open', anonymous: true });
    const receipt = await sendMatter(affairs, complaintServiceId, person, answers);
    expect(receipt.unionName).toBe(tree.left.name);
    const stranger = actorWith({ personId: newId() });
    const other = await sendMatter(affairs, complaintServiceId, stranger, answers);
    expect(other.unionName).toBe(tree.root.name);
    const nameless = { id: newId(), code: 'ABCD-EFGH-JKMN', serviceId: complaintServiceId, answers };
    const sent = await affairs.ask(matterContract.sendAnonymously, nameless, null);
    expect(sent.unionName).toBe(tree.root.name);
  });

  it('stays closed where the federation closes it, however often that is told of', async () => {
    const head = await plantPerson(affairs, tree.root, 'officer');
    const before = await affairs.ask(serviceItemContract.get, { serviceId: complaintServiceId }, head);
    const request = { serviceId: complaintServiceId, reason: '改用热线' };
    const closed = await affairs.ask(serviceItemContract.close, request, head, { ifMatch: before.version });
    await affairs.emit(membershipEvents.unionChanged, {
      ...tree.root,
      version: 2,
      name: '江城市总工会（新）',
    });
    await eventually(async () => {
      const now = await affairs.ask(serviceItemContract.get, { serviceId: complaintServiceId }, head);
      expect(now).toMatchObject({ unionName: '江城市总工会（新）', state: 'closed' });
    });
    await affairs.ask(serviceItemContract.open, { serviceId: complaintServiceId }, head, {
      ifMatch: closed.version,
    });
  });
});

describe('complaints of before there were matters', () => {
  const proofKey = 'a key of whoever kept them';

  /** As the migration schedules it, by the clock of this service. */
  beforeAll(() =>
    affairs.dataSource.query(
      `INSERT INTO due (kind, key, due_at, payload) VALUES ('complaints-awaited', '', $1, '{}')
       ON CONFLICT (kind, key) DO UPDATE SET due_at = excluded.due_at`,
      [affairs.clock.now()],
    ),
  );

  async function publicKey(): Promise<Uint8Array> {
    const [told] = await eventually(async () => {
      const all = await affairs.recorded(complaintMoveEvents.awaited);
      expect(all).not.toEqual([]);
      return all;
    });
    return Buffer.from(told?.publicKey ?? '', 'base64');
  }

  function complaintOf(changes: Partial<KeptComplaint>): KeptComplaint {
    return {
      ...{ id: newId(), kind: 'complaint', state: 'open', isWithdrawn: false },
      ...{ personId: person.personId, homeUnionId: tree.left.id, unionId: tree.left.id },
      ...{ text: '大巴没有安全带', page: '/activities' },
      ...{ createdAt: '2026-11-01T01:00:00.000Z', dueAt: '2099-11-08T01:00:00.000Z' },
      ...{ closedAt: null, closeReason: null, said: [] },
      ...changes,
    };
  }

  async function move(complaint: KeptComplaint): Promise<string> {
    const plain: SealedComplaint = { complaint, proofKey };
    const sealed = sodium.crypto_box_seal(JSON.stringify(plain), await publicKey());
    const before = (await proofsOf(complaint.id)).length;
    await affairs.emit(complaintMoveEvents.moved, {
      id: complaint.id,
      sealed: Buffer.from(sealed).toString('base64'),
    });
    const proofs = await eventually(async () => {
      const told = await proofsOf(complaint.id);
      expect(told).toHaveLength(before + 1);
      return told;
    });
    return proofs.at(-1) ?? '';
  }

  async function proofsOf(id: string): Promise<string[]> {
    const told = await affairs.recorded(complaintMoveEvents.kept);
    return told.filter((event) => event.id === id).map(({ proof }) => proof);
  }

  function proofOf(complaint: KeptComplaint): string {
    const { state: _state, isWithdrawn: _is, dueAt: _due, closedAt: _closed, said, ...same } = complaint;
    return contentProof(proofKey, { ...same, said: said.map(({ text }) => text) });
  }

  const answer = {
    ...{ text: '已经换车', at: '2026-11-02T01:00:00.000Z' },
    answer: { unionId: '', answeredBy: '' },
  };
  const again = { text: '还是旧车', at: '2026-11-03T01:00:00.000Z', answer: null };

  it('become matters with their ids, times and words, and prove what is kept', async () => {
    const by = { unionId: tree.left.id, answeredBy: officer.personId };
    const open = complaintOf({});
    const asked = complaintOf({ said: [{ ...answer, answer: by }, again] });
    const answered = complaintOf({ state: 'answered', said: [{ ...answer, answer: by }] });
    const withdrawn = complaintOf({
      ...{ state: 'closed', isWithdrawn: true, closedAt: '2026-11-02T01:00:00.000Z', closeReason: '不用了' },
    });
    for (const one of [open, asked, answered, withdrawn]) expect(await move(one)).toBe(proofOf(one));
    expect(await readMatter(affairs, open.id, person)).toMatchObject({
      ...{ state: 'sent', sentAt: open.createdAt, answers: { text: open.text, page: '/activities' } },
      ...{ serviceName: '投诉与建议', unionName: tree.left.name },
    });
    await untilAwaits(affairs, 'affairs', open.id, ['matterReceived']);
    const again1 = await readMatter(affairs, asked.id, person);
    expect([again1.state, again1.entries.map(({ event, text }) => [event, text])]).toEqual([
      'sent',
      [
        ['sent', null],
        ['decided', '已经换车'],
        ['reopened', '还是旧车'],
      ],
    ]);
    expect(await readMatter(affairs, answered.id, person)).toMatchObject({
      ...{ state: 'decided', reasons: '已经换车' },
      outcome: '已答复',
    });
    expect(await readMatter(affairs, withdrawn.id, person)).toMatchObject({ state: 'withdrawn' });
    // An officer of the union takes it, as anything else that is brought there.
    const taken = await affairs.ask(matterContract.take, { matterId: open.id }, officer, { ifMatch: 1 });
    expect(taken.state).toBe('inWork');
  });

  it('that come twice are the same matter, also once somebody deals with it', async () => {
    const one = complaintOf({ text: '食堂太咸' });
    const first = await move(one);
    await affairs.ask(matterContract.take, { matterId: one.id }, officer, { ifMatch: 1 });
    expect(await move(one)).toBe(first);
    expect(await readMatter(affairs, one.id, person)).toMatchObject({ state: 'inWork', version: 2 });
  });

  it('that were overdue are brought before the union above at once', async () => {
    const yesterday = new Date(affairs.clock.now().getTime() - dayMs).toISOString();
    const late = complaintOf({ dueAt: yesterday });
    await move(late);
    await untilAwaits(affairs, 'affairs', late.id, ['matterReceived', 'matterEscalated']);
  });
});
