import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { settlementEvents } from '@gongxiang/contracts/settlement/settlement-events';
import { activityTaskContract } from '@gongxiang/contracts/sharing/activities/activity-task.contract';
import {
  activityContract,
  type ActivityView,
  type CreateActivityRequest,
} from '@gongxiang/contracts/sharing/activities/activity.contract';
import { agreementContract } from '@gongxiang/contracts/sharing/activities/agreement.contract';
import { coHostContract } from '@gongxiang/contracts/sharing/activities/co-host.contract';
import { poolContract } from '@gongxiang/contracts/sharing/activities/pool.contract';
import { type ChecklistView, draftContract } from '@gongxiang/contracts/sharing/organising/draft.contract';
import { sharingEvents } from '@gongxiang/contracts/sharing/sharing-events';
import { type Actor, newId, rootPath } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import {
  activityRequest,
  draftOf,
  memberOf,
  publishedWithSeats,
  seatsFor,
  type TestUnion,
  unionAt,
  withRole,
} from '../../activities/activity/activity.fixture.js';
import { knownMembers, startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let host: TestUnion;
let guest: TestUnion;
let other: TestUnion;

beforeAll(async () => {
  sharing = await startSharing();
  sharing.clock.set(today);
  [host, guest, other] = await Promise.all([
    unionAt(sharing, '1.4.'),
    unionAt(sharing, '1.5.'),
    unionAt(sharing, '1.6.'),
  ]);
});

afterAll(() => sharing.stop());

const today = '2026-03-02T09:00:00+08:00';

/** Saturday 27 September 2025, from 9:00 to 16:00 in Shanghai. */
const lastYear: Partial<CreateActivityRequest> = {
  startsAt: '2025-09-27T09:00:00+08:00',
  endsAt: '2025-09-27T16:00:00+08:00',
  signUpOpensAt: '2025-09-07T08:00:00+08:00',
  signUpClosesAt: '2025-09-25T18:00:00+08:00',
};

function heldLastYear(fields: Partial<CreateActivityRequest> = {}): Promise<ActivityView> {
  return draftOf(sharing, host, { ...lastYear, ...fields });
}

async function join(activityId: string, union: TestUnion): Promise<void> {
  const party = { kind: 'union' as const, id: union.id };
  const { id: invitationId } = await sharing.ask(coHostContract.invite, { activityId, party }, host.officer);
  await sharing.ask(coHostContract.accept, { invitationId }, union.officer);
}

describe('the copy of an activity', () => {
  it('has what was planned and nothing that happened', async () => {
    sharing.clock.set('2025-09-01T09:00:00+08:00'); // before it took place
    const original = await heldLastYear({ kind: 'diy', companionsMax: 2, timeZone: 'Asia/Urumqi' });
    await join(original.id, guest);
    const pools = [
      { activityId: original.id, name: '公共名额', unionId: null, capacity: 12 },
      { activityId: original.id, name: '友会名额', unionId: guest.id, capacity: 8 },
    ];
    for (const pool of pools) await sharing.ask(poolContract.create, pool, host.officer);
    await sharing.ask(activityContract.cancel, { activityId: original.id, reason: '雨天' }, host.officer);
    sharing.clock.set(today);

    const request = { activityId: original.id };
    const { activity, moved, holidaysUnknown, invite } = await sharing.ask(
      draftContract.copy,
      request,
      host.officer,
    );
    const planned = [
      'title',
      'description',
      'kind',
      'function',
      'business',
      'venue',
      'timeZone',
      'companionsMax',
    ];
    expect(fieldsOf(activity, planned)).toEqual(fieldsOf(original, planned));
    expect(activity).toMatchObject({
      version: 1,
      state: 'draft',
      organiser: original.organiser,
      unionId: host.id,
      coHosts: [],
      loanId: null,
      agreementId: null,
      agreementRequired: false,
      cancelReason: null,
      startsAt: '2026-09-19T01:00:00.000Z',
    });
    expect(activity.id).not.toBe(original.id);
    expect(invite).toEqual([{ kind: 'union', id: guest.id, name: guest.name }]);
    expect([moved.length, holidaysUnknown]).toEqual([4, null]);
    const copied = await sharing.ask(poolContract.list, { activityId: activity.id }, host.officer);
    expect(
      copied.items.map(({ name, unionId, seats }) => [name, unionId, seats.capacity, seats.confirmed]),
    ).toEqual([
      ['公共名额', null, 12, 0],
      ['友会名额', guest.id, 8, 0],
    ]);
    const received = await sharing.recorded(sharingEvents.activityChanged);
    expect(received.filter(({ id }) => id === activity.id)).toMatchObject([{ version: 1, state: 'draft' }]);
  });

  it("has the organiser's own tasks, to be done anew, as many days before", async () => {
    const { id: activityId } = await heldLastYear();
    const add = (title: string, dueOn: string | null) =>
      sharing.ask(activityTaskContract.add, { activityId, title, dueOn }, host.officer);
    const { id: taskId } = await add('订大巴', '2025-09-10');
    await sharing.ask(activityTaskContract.finish, { activityId, taskId }, host.officer);
    const dropped = await add('买气球', null);
    await sharing.ask(activityTaskContract.drop, { activityId, taskId: dropped.id }, host.officer, {
      ifMatch: dropped.version,
    });
    const { activity } = await sharing.ask(draftContract.copy, { activityId }, host.officer);
    const { items } = await sharing.ask(activityTaskContract.list, { activityId: activity.id }, host.officer);
    const [start, task] = [activity.startsAt, items[0]];
    expect(items.map(({ title, state }) => [title, state])).toEqual([['订大巴', 'open']]);
    const daysBefore = (day: string, other: string): number =>
      (Date.parse(other) - Date.parse(day)) / 86_400_000;
    expect(daysBefore(task?.dueOn ?? '', start.slice(0, 10))).toBe(
      daysBefore('2025-09-10', (await original(activityId)).slice(0, 10)),
    );
  });

  it('E36: goes to the asked day, and off a public holiday with the reason; the plan says the same beforehand', async () => {
    const { id: activityId } = await heldLastYear();
    const request = { activityId, startsAt: '2026-10-03T09:00:00+08:00' };
    const plan = await sharing.ask(draftContract.planCopy, request, host.officer);
    const copy = await sharing.ask(draftContract.copy, { ...request, title: '第二届' }, host.officer);
    expect(copy.moved[0]).toEqual({
      field: 'startsAt',
      from: '2026-10-03T01:00:00.000Z',
      to: '2026-10-11T01:00:00.000Z',
      reason: 'publicHoliday',
      holiday: 'nationalDay',
    });
    expect(copy.activity).toMatchObject({
      title: '第二届',
      startsAt: '2026-10-11T01:00:00.000Z',
      endsAt: '2026-10-11T08:00:00.000Z',
      signUpOpensAt: '2026-09-21T00:00:00.000Z',
      signUpClosesAt: '2026-10-09T10:00:00.000Z',
    });
    const { startsAt, endsAt, signUpOpensAt, signUpClosesAt, timeZone } = copy.activity;
    const { moved, holidaysUnknown, invite } = copy;
    expect(plan).toEqual({
      startsAt,
      endsAt,
      signUpOpensAt,
      signUpClosesAt,
      timeZone,
      moved,
      holidaysUnknown,
      invite,
    });
    const retained = await sharing.ask(draftContract.copy, { ...request, keepDay: true }, host.officer);
    expect([retained.activity.startsAt, retained.moved]).toEqual(['2026-10-03T01:00:00.000Z', []]);
  });

  it('says where the holidays of the year are not known', async () => {
    const { id: activityId } = await heldLastYear();
    const request = { activityId, startsAt: '2027-10-02T09:00:00+08:00' };
    expect(await sharing.ask(draftContract.planCopy, request, host.officer)).toMatchObject({
      startsAt: '2027-10-02T01:00:00.000Z',
      moved: [],
      holidaysUnknown: 2027,
    });
  });

  it('E86: is made once for a key', async () => {
    const { id: activityId } = await heldLastYear();
    const call = { idempotencyKey: 'copy once' };
    const first = await sharing.send(draftContract.copy, { activityId }, host.officer, call);
    const again = await sharing.send(draftContract.copy, { activityId }, host.officer, call);
    expect(again).toEqual({ ...first, replayed: true });
  });

  it('of a published one is for whoever drafts for its organiser, and of a draft for nobody else', async () => {
    const draft = await heldLastYear();
    const published = await publishedWithSeats(sharing, host, (await draftOf(sharing, host)).id);
    const rows: [Actor | null, ofDraft: string | null, ofPublished: string | null][] = [
      [null, 'NOT_SIGNED_IN', 'NOT_SIGNED_IN'],
      [memberOf(host), 'NOT_FOUND', 'NOT_PERMITTED'],
      [other.officer, 'NOT_FOUND', 'NOT_PERMITTED'],
      [withRole('auditor', host), 'NOT_PERMITTED', 'NOT_PERMITTED'],
      [withRole('organiser', host), null, null],
      [withRole('officer', { id: newId(), path: rootPath }), null, null],
    ];
    for (const [actor, ofDraft, ofPublished] of rows) {
      for (const [activityId, code] of [
        [draft.id, ofDraft],
        [published.id, ofPublished],
      ] as const) {
        await outcome(sharing.ask(draftContract.planCopy, { activityId }, actor), code);
        await outcome(sharing.ask(draftContract.copy, { activityId }, actor), code);
      }
    }
    await outcome(sharing.ask(draftContract.copy, { activityId: newId() }, host.officer), 'NOT_FOUND');
  });

  it("of a worker's own is the worker's alone", async () => {
    const [personId = ''] = await knownMembers(sharing, host.id, 1);
    const worker = actorWith({ personId, unionId: host.id, unionPath: host.path });
    const request = activityRequest(host, { organiser: { kind: 'person', id: personId }, ...lastYear });
    const { id: activityId } = await sharing.ask(activityContract.create, request, worker);
    const { activity } = await sharing.ask(draftContract.copy, { activityId }, worker);
    expect(activity.organiser.id).toBe(personId);
    await outcome(sharing.ask(draftContract.copy, { activityId }, host.officer), 'NOT_PERMITTED');
  });
});

async function original(activityId: string): Promise<string> {
  return (await sharing.ask(activityContract.get, { activityId }, host.officer)).startsAt;
}

describe('the checklist of a draft', () => {
  const listOf = (activityId: string, actor: Actor | null = host.officer): Promise<ChecklistView> =>
    sharing.ask(draftContract.check, { activityId }, actor);

  const openOf = ({ items }: ChecklistView): string[] =>
    items.filter(({ done }) => !done).map(({ code, params }) => [code, ...Object.values(params)].join(' '));

  it('names what is missing, and follows what is mended', async () => {
    const bare = { ...lastYear, venue: null, description: null };
    const { id: activityId } = await heldLastYear(bare);
    const list = await listOf(activityId);
    expect(openOf(list)).toEqual([
      'START_PAST',
      'SIGN_UP_CLOSED',
      'PLACE_MISSING',
      'DESCRIPTION_MISSING',
      'SEATS_MISSING',
      'COMPANIONS_MISSING',
    ]);
    expect(list.missing).toBe(6);
    const mended = { venue: '线上', description: '一起来', startsAt: '2026-04-11T09:00:00+08:00' };
    const times = { endsAt: '2026-04-11T16:00:00+08:00', signUpClosesAt: '2026-04-10T18:00:00+08:00' };
    await sharing.ask(activityContract.edit, { activityId, ...mended, ...times }, host.officer, {
      ifMatch: 1,
    });
    await seatsFor(sharing, host, activityId, 0);
    expect(openOf(await listOf(activityId))).toEqual(['SEATS_MISSING', 'COMPANIONS_MISSING']);
    await expect(sharing.ask(activityContract.publish, { activityId }, host.officer)).rejects.toMatchObject({
      code: 'SEATS_MISSING',
      errors: [{ pointer: '/pools' }],
    });
    const guests = { activityId, name: '友会名额', unionId: guest.id, capacity: 3 };
    await sharing.ask(poolContract.create, guests, host.officer);
    expect(openOf(await listOf(activityId))).toEqual(['COMPANIONS_MISSING']);
    const published = await sharing.ask(activityContract.publish, { activityId }, host.officer);
    expect(published.state).toBe('published');
  });

  it('names who has not answered, and each signature that is missing, by name', async () => {
    const { id: activityId } = await draftOf(sharing, host, { kind: 'sports' });
    await seatsFor(sharing, host, activityId);
    const party = { kind: 'union' as const, id: other.id };
    await sharing.ask(coHostContract.invite, { activityId, party }, host.officer);
    await join(activityId, guest);
    const waits = `INVITATION_OPEN ${other.name}`;
    expect(openOf(await listOf(activityId))).toEqual([waits, 'AGREEMENT_NOT_PROPOSED']);
    const terms = {
      rule: { kind: 'equal' as const },
      fundCategory: 'allotment' as const,
      expenseCode: '1.2',
    };
    const { id: agreementId, hash } = await sharing.ask(
      agreementContract.propose,
      { activityId, ...terms },
      host.officer,
    );
    expect(openOf(await listOf(activityId))).toEqual([waits, 'AGREEMENT_NOT_CHECKED']);
    const verdict = { agreementId, activityId, hash, accepted: true, problems: [] };
    await sharing.emit(settlementEvents.agreementJudged, verdict);
    const unsigned = [host.name, guest.name].map((name) => `AGREEMENT_NOT_SIGNED ${name}`);
    await eventually(async () => expect(openOf(await listOf(activityId))).toEqual([waits, ...unsigned]));
    await sharing.ask(agreementContract.sign, { agreementId, hash }, host.officer);
    expect(openOf(await listOf(activityId))).toEqual([waits, unsigned[1]]);
    await sharing.ask(agreementContract.sign, { agreementId, hash }, guest.officer);
    const list = await listOf(activityId);
    expect([openOf(list), list.missing]).toEqual([[waits], 1]);
  });

  it('is for whoever may edit the draft', async () => {
    const { id } = await draftOf(sharing, host);
    const rows: [Actor | null, string | null][] = [
      [null, 'NOT_SIGNED_IN'],
      [memberOf(host), 'NOT_FOUND'],
      [other.officer, 'NOT_FOUND'],
      [withRole('auditor', host), 'NOT_PERMITTED'],
      [withRole('organiser', host), null],
    ];
    for (const [actor, code] of rows) await outcome(listOf(id, actor), code);
    await outcome(listOf(newId()), 'NOT_FOUND');
  });
});

function fieldsOf(activity: ActivityView, fields: readonly string[]): unknown[] {
  return fields.map((field) => activity[field as keyof ActivityView]);
}

async function outcome(answer: Promise<unknown>, code: string | null): Promise<void> {
  if (code === null) await answer;
  else await expect(answer).rejects.toMatchObject({ code });
}
