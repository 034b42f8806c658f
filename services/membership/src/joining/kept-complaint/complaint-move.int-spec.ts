import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type ComplaintContent,
  complaintMoveEvents,
  type SealedComplaint,
} from '@gongxiang/contracts/affairs/matters/complaint-move';
import { newId } from '@gongxiang/domain';
import { contentProof } from '@gongxiang/persistence';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import sodium from 'libsodium-wrappers';
import { plantPerson, plantUnions, startMembership } from '../../membership.fixture.js';
import { plantComplaint } from './kept-complaint.fixture.js';

let membership: ServiceFixture;
let writer: string;
let officer: string;
let unionId: string;
/** As affairs has it. */
let keys: { readonly publicKey: Uint8Array; readonly privateKey: Uint8Array };

beforeAll(async () => {
  await sodium.ready;
  keys = sodium.crypto_box_keypair();
  membership = await startMembership();
  unionId = (await plantUnions(membership)).left.id;
  writer = await plantPerson(membership);
  officer = await plantPerson(membership);
});
afterAll(() => membership.stop());

async function moved(ids: readonly string[]): Promise<SealedComplaint[]> {
  const publicKey = Buffer.from(keys.publicKey).toString('base64');
  await membership.emit(complaintMoveEvents.awaited, { publicKey });
  const events = await eventually(async () => {
    const told = await membership.recorded(complaintMoveEvents.moved);
    const ours = told.filter(({ id }) => ids.includes(id));
    expect(ours.length).toBeGreaterThanOrEqual(ids.length);
    return ours;
  });
  return ids.map((id) => {
    const sealed = Buffer.from(events.findLast((event) => event.id === id)?.sealed ?? '', 'base64');
    const plain = sodium.crypto_box_seal_open(sealed, keys.publicKey, keys.privateKey);
    return JSON.parse(Buffer.from(plain).toString()) as SealedComplaint;
  });
}

async function left(ids: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await membership.dataSource.query(
    'SELECT id FROM intake_entry WHERE id = ANY($1) ORDER BY id',
    [ids],
  );
  return rows.map(({ id }) => id);
}

function contentOf({ complaint }: SealedComplaint): ComplaintContent {
  const { state: _state, isWithdrawn: _withdrawn, dueAt: _due, closedAt: _closed, said, ...same } = complaint;
  return { ...same, said: said.map(({ text }) => text) };
}

describe('complaints of before there were matters', () => {
  it('that a replica of the release before still took are looked for after an hour', async () => {
    const id = await plantComplaint(membership, { personId: writer, unionId, text: '先到的' });
    const [first] = await moved([id]);
    // The first is there still, as affairs has not said that it keeps it.
    await eventually(async () => {
      const [due] = (await membership.dataSource.query(
        `SELECT due_at AS at FROM due WHERE kind = 'complaints-move'`,
      )) as { at: Date }[];
      expect(due?.at.getTime()).toBeGreaterThan(membership.clock.now().getTime());
    });
    const later = await plantComplaint(membership, { personId: writer, unionId, text: '后到的' });
    membership.clock.advance(60 * 60 * 1_000);
    await eventually(async () => {
      const ids = (await membership.recorded(complaintMoveEvents.moved)).map((event) => event.id);
      expect(ids.filter((one) => one === later)).toHaveLength(1);
      expect(ids.filter((one) => one === id).length).toBeGreaterThan(1);
    });
    expect(first?.complaint.text).toBe('先到的');
  });

  it('go to affairs sealed, with all that was said in them, and are deleted once it has the same words', async () => {
    const [answered, open] = [
      await plantComplaint(membership, {
        ...{ personId: writer, unionId, text: '大巴没有安全带' },
        answer: { text: '已经换车', by: officer },
        askedAgain: '还是旧车',
        closeReason: '解决了',
      }),
      await plantComplaint(membership, { personId: writer, unionId, text: '班车几点' }),
    ];
    const [one, other] = await moved([answered, open]);
    expect(one?.complaint).toMatchObject({
      ...{ id: answered, kind: 'complaint', state: 'closed', isWithdrawn: false, personId: writer, unionId },
      ...{ text: '大巴没有安全带', page: '/activities', closeReason: '解决了' },
      said: [
        { text: '已经换车', answer: { unionId, answeredBy: officer } },
        { text: '还是旧车', answer: null },
      ],
    });
    expect(other?.complaint).toMatchObject({ state: 'open', text: '班车几点', said: [], closedAt: null });
    expect(await left([answered, open])).toHaveLength(2);
    for (const sealed of [one, other])
      await membership.emit(complaintMoveEvents.kept, {
        id: sealed?.complaint.id ?? '',
        proof: sealed === undefined ? '' : contentProof(sealed.proofKey, contentOf(sealed)),
      });
    await eventually(async () => expect(await left([answered, open])).toEqual([]));
    expect(
      await membership.dataSource.query('SELECT 1 FROM intake_answer WHERE entry_id = $1', [answered]),
    ).toEqual([]);
  });

  it('are in no event in words', async () => {
    await moved([
      await plantComplaint(membership, { personId: writer, unionId, text: '食堂第三窗口的账目' }),
    ]);
    const [{ found }] = (await membership.dataSource.query(
      `SELECT count(*)::int AS found FROM outbox WHERE envelope::text LIKE '%第三窗口%'`,
    )) as [{ found: number }];
    expect(found).toBe(0);
  });

  it('stay where another proof comes back, and where one is proved that nobody has', async () => {
    const id = await plantComplaint(membership, { personId: writer, unionId, text: '热水不够' });
    const [sealed] = await moved([id]);
    const wrong = sealed === undefined ? null : { ...contentOf(sealed), text: '热水够了' };
    await membership.emit(complaintMoveEvents.kept, {
      id,
      proof: contentProof(sealed?.proofKey ?? '', wrong),
    });
    const stranger = await plantComplaint(membership, { personId: writer, unionId, text: '后来的' });
    await membership.emit(complaintMoveEvents.kept, { id: newId(), proof: '00' });
    const [later] = await moved([stranger]);
    await membership.emit(complaintMoveEvents.kept, {
      id: stranger,
      proof: later === undefined ? '' : contentProof(later.proofKey, contentOf(later)),
    });
    await eventually(async () => expect(await left([stranger])).toEqual([]));
    expect(await left([id])).toEqual([id]);
  });
});
