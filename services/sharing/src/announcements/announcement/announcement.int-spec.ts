import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { noticeRaisedEvents, noticeTextEvents } from '@gongxiang/contracts/notification/notice-raised';
import { delegationContract } from '@gongxiang/contracts/sharing/activities/delegation.contract';
import {
  announcementContract,
  type AnnouncementAudience,
  type AnnouncementView,
  type CreateAnnouncement,
} from '@gongxiang/contracts/sharing/announcements/announcement.contract';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { actorWith, eventually, type ServiceFixture } from '@gongxiang/testing';
import { noticesTo } from '../../reference/notice/notice.fixture.js';
import {
  ClubMemberRef,
  GroupMemberRef,
  GroupRef,
  PartyRef,
  UnionRef,
} from '../../reference/reference.entity.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { AnnouncementRow } from './announcement.entity.js';

let sharing: ServiceFixture;
let stage: Stage;

beforeAll(async () => {
  sharing = await startSharing({ replicas: 2 });
  stage = new Stage(sharing);
});

afterAll(() => sharing.stop());

const words = { title: '冬季送温暖', text: '请到工会登记。\n带好证件。', urgency: 'soon' } as const;

function written(
  union: KnownUnion,
  audience: AnnouncementAudience,
  more: Partial<CreateAnnouncement> = {},
): CreateAnnouncement {
  return { unionId: union.id, audience, release: 'now', ...words, ...more };
}

const create = (
  union: KnownUnion,
  audience: AnnouncementAudience,
  more: Partial<CreateAnnouncement> = {},
): Promise<AnnouncementView> =>
  sharing.ask(announcementContract.create, written(union, audience, more), union.officer);

const shown = (union: KnownUnion, { id: announcementId }: AnnouncementView): Promise<AnnouncementView> =>
  sharing.ask(announcementContract.get, { announcementId }, union.officer);

const withdraw = (union: KnownUnion, { id: announcementId }: AnnouncementView): Promise<AnnouncementView> =>
  sharing.ask(announcementContract.withdraw, { announcementId }, union.officer);

async function count(union: KnownUnion, audience: AnnouncementAudience): Promise<number> {
  const request = { unionId: union.id, audience };
  return (await sharing.ask(announcementContract.preview, request, union.officer)).recipients;
}

/** Waits until it was sent to so many people. Time goes on, as there is some between the steps. */
async function untilSent(union: KnownUnion, view: AnnouncementView, sent: number): Promise<AnnouncementView> {
  let found = view;
  await eventually(async () => {
    sharing.clock.advance(250);
    found = await shown(union, view);
    expect([found.state, found.sent]).toEqual(['sent', sent]);
  });
  return found;
}

const ids = (people: readonly Actor[]): string[] => people.map(({ personId }) => personId).sort();

/** Whom the notices of an announcement were raised for, each as often as they were. */
async function raisedFor({ id }: AnnouncementView): Promise<string[]> {
  const raised = await sharing.recorded(noticeRaisedEvents.sharing);
  return raised.flatMap(({ textId, personIds }) => (textId === id ? personIds : [])).sort();
}

async function wordsOf({ id }: AnnouncementView): Promise<{ version: number; text: string | null }[]> {
  const recorded = await sharing.recorded(noticeTextEvents.changed);
  return recorded.flatMap(({ id: textId, version, text }) => (textId === id ? [{ version, text }] : []));
}

async function club(union: KnownUnion, people: readonly Actor[]): Promise<string> {
  const id = newId();
  const { manager } = sharing.dataSource;
  const party = { kind: 'club' as const, id, version: 1, name: '登山社', unionId: union.id, active: true };
  await manager.insert(PartyRef, party);
  const term = { clubId: id, version: 1, validFrom: '2026-01-01', validTo: null };
  await manager.insert(
    ClubMemberRef,
    people.map(({ personId }) => ({ ...term, personId })),
  );
  return id;
}

describe('an announcement', () => {
  it('reaches the members of a union and those below it, counted before, and nobody else', async () => {
    const union = await stage.union();
    const below = await stage.union(union.path);
    const own = [...(await stage.members(union, 2)), ...(await stage.members(below, 1))];
    await stage.members(await stage.union(), 1);
    await stage.members(union, 1, { state: 'ended', validTo: '2026-01-01' });
    await stage.members(union, 1, { validTo: '2026-11-20' });
    await stage.members(union, 1, { state: 'imported' });
    const audience = { kind: 'union', id: union.id } as const;
    expect([await count(union, audience), await count(union, { kind: 'union', id: below.id })]).toEqual([
      3, 1,
    ]);
    const view = await create(union, audience);
    expect(view).toMatchObject({
      state: 'scheduled',
      sent: 0,
      recipients: null,
      audienceName: view.unionName,
    });
    expect(await untilSent(union, view, 3)).toMatchObject({ recipients: 3, audience: { days: null } });
    expect(await raisedFor(view)).toEqual(ids(own));
    const [first] = own as [Actor];
    expect(await noticesTo(sharing, first)).toMatchObject([
      { kind: 'announcement', why: 'memberHere', title: view.unionName, about: { announcementId: view.id } },
    ]);
    expect(await wordsOf(view)).toEqual([{ version: 1, text: words.text }]);
  });

  it('reaches whom the union serves where they are dispatched, once, also from their own union', async () => {
    const [serving, own] = [await stage.union(), await stage.union()];
    const served = await stage.members(own, 1, { servedByUnionId: serving.id });
    const others = await stage.members(serving, 1);
    await stage.members(own, 1, { servedByUnionId: serving.id, state: 'ended' });
    const [theirs, ours] = [serving, own].map(({ id }) => ({ kind: 'union', id }) as const) as [
      AnnouncementAudience,
      AnnouncementAudience,
    ];
    expect([await count(serving, theirs), await count(own, ours)]).toEqual([2, 1]);
    const view = await create(serving, theirs);
    await untilSent(serving, view, 2);
    expect(await raisedFor(view)).toEqual(ids([...served, ...others]));
  });

  it('is one of ten a day at most, whoever of the union writes and however many at once', async () => {
    const union = await stage.union();
    await stage.members(union, 1);
    const audience = { kind: 'union', id: union.id } as const;
    const draft = await create(union, audience, { release: 'draft' });
    const views = await Promise.all(Array.from({ length: 9 }, () => create(union, audience)));
    const [first] = views as [AnnouncementView];
    const full = { code: 'ANNOUNCEMENTS_TOO_MANY', params: { max: 10 }, errors: [{ pointer: '/release' }] };
    const both = await Promise.allSettled([create(union, audience), create(union, audience)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { unionId: _unionId, ...sentNow } = written(union, audience);
    const editing = { ...sentNow, announcementId: draft.id };
    const edit = () => sharing.ask(announcementContract.edit, editing, union.officer, { ifMatch: 1 });
    await expect(edit()).rejects.toMatchObject(full);
    // One that has reached people counts although it was withdrawn; a draft and another day's do not.
    await untilSent(union, first, 1);
    await withdraw(union, first);
    await expect(edit()).rejects.toMatchObject(full);
    const sendAt = new Date(sharing.clock.now().getTime() + dayMs).toISOString();
    const tomorrow = await create(union, audience, { release: 'later', sendAt });
    expect(tomorrow).toMatchObject({ state: 'scheduled' });
    await withdraw(union, tomorrow);
  });

  it('reaches who is in a club now, and is still a member', async () => {
    const union = await stage.union();
    const people = await stage.members(await stage.union(), 2);
    const gone = await stage.members(union, 1, { state: 'ended' });
    const left = await stage.members(union, 1);
    const id = await club(union, [...people, ...gone, ...left]);
    await sharing.dataSource.query(
      'UPDATE club_member_ref SET valid_to = $3 WHERE club_id = $1 AND person_id = $2',
      [id, left[0]?.personId, '2026-06-01'],
    );
    expect(await count(union, { kind: 'club', id })).toBe(2);
    const view = await create(union, { kind: 'club', id }, { urgency: 'whenever' });
    expect(await untilSent(union, view, 2)).toMatchObject({ audienceName: '登山社' });
    expect(await raisedFor(view)).toEqual(ids(people));
    expect(await noticesTo(sharing, people[0] as Actor)).toMatchObject([
      { kind: 'announcementNews', why: 'clubMember' },
    ]);
  });

  it('reaches who is in a group of the union now, as membership tells, and is no group of another union', async () => {
    const union = await stage.union();
    const below = await stage.union(union.path);
    const [first, second, gone] = (await stage.members(below, 3)) as [Actor, Actor, Actor];
    const id = newId();
    const group = { id, version: 1, unionId: below.id, name: '装配一班', leaderId: null, active: true };
    await sharing.emit(membershipEvents.groupChanged, group);
    const term = { version: 1, groupId: id, validFrom: '2026-01-01', validTo: null };
    const terms = [first, second, gone].map(({ personId }) => ({ ...term, id: newId(), personId }));
    for (const one of terms) await sharing.emit(membershipEvents.groupMemberChanged, one);
    const left = terms.find(({ personId }) => personId === gone.personId);
    if (left !== undefined)
      await sharing.emit(membershipEvents.groupMemberChanged, { ...left, version: 2, validTo: '2026-06-01' });
    const audience = { kind: 'group', id } as const;
    await eventually(async () => expect(await count(union, audience)).toBe(2));
    const view = await create(union, audience);
    expect(await untilSent(union, view, 2)).toMatchObject({ audienceName: '装配一班' });
    expect(await raisedFor(view)).toEqual(ids([first, second]));
    expect(await noticesTo(sharing, first)).toMatchObject([{ kind: 'announcement', why: 'groupMember' }]);
    await expect(count(await stage.union(), audience)).rejects.toMatchObject({
      code: 'AUDIENCE_OUTSIDE',
      errors: [{ pointer: '/audience/id' }],
    });
  });

  it('reaches who is registered for an activity, and who came', async () => {
    const union = await stage.union();
    const activityId = await stage.activity(union);
    await stage.pool(activityId, union, 1);
    const [seated, waiting, walkedIn] = (await stage.members(union, 3)) as [Actor, Actor, Actor];
    await stage.line(activityId, [seated, waiting]);
    for (const { personId } of [seated, walkedIn])
      await stage.attend(activityId, { personId, unionId: union.id, heads: 1, at: sharing.clock.now() });
    const registered = { kind: 'registered', id: activityId } as const;
    const attended = { kind: 'attended', id: activityId } as const;
    expect([await count(union, registered), await count(union, attended)]).toEqual([2, 2]);
    const view = await create(union, attended, { activityId });
    expect(view).toMatchObject({ audienceName: '健步走', activityTitle: '健步走' });
    await untilSent(union, view, 2);
    expect(await raisedFor(view)).toEqual(ids([seated, walkedIn]));
    expect((await noticesTo(sharing, walkedIn)).at(-1)).toMatchObject({
      why: 'came',
      about: { activityId },
      values: { activityTitle: '健步走' },
    });
  });

  it('reaches who has taken part in nothing for some days, also by a record that was merged', async () => {
    const union = await stage.union();
    const [often, longAgo, never, merged] = (await stage.members(union, 4)) as [Actor, Actor, Actor, Actor];
    await stage.cameBefore(union, often, 1, 5);
    await stage.cameBefore(union, longAgo, 1, 40);
    const former = actorWith({});
    await stage.cameBefore(union, former, 1, 5);
    await sharing.dataSource.query(
      'INSERT INTO person_alias (from_id, into_id, merge_id, created_at) VALUES ($1, $2, $3, now())',
      [former.personId, merged.personId, newId()],
    );
    const audience = { kind: 'notReached', id: union.id, days: 30 } as const;
    expect([await count(union, audience), await count(union, { ...audience, days: 60 })]).toEqual([2, 1]);
    const view = await create(union, audience);
    await untilSent(union, view, 2);
    expect(await raisedFor(view)).toEqual(ids([longAgo, never]));
  });

  it('belongs to the union that writes: its subtree, its clubs, its activities', async () => {
    const above = await stage.union();
    const union = await stage.union(above.path);
    const other = await stage.union();
    await stage.members(above, 1);
    const otherClub = await club(other, []);
    const otherActivity = await stage.activity(other);
    const outside: AnnouncementAudience[] = [
      { kind: 'union', id: above.id },
      { kind: 'notReached', id: other.id, days: 30 },
      { kind: 'club', id: otherClub },
      { kind: 'registered', id: otherActivity },
      { kind: 'attended', id: newId() },
    ];
    for (const audience of outside)
      await expect(create(union, audience)).rejects.toMatchObject({ code: 'AUDIENCE_OUTSIDE' });
    await expect(create(union, { kind: 'union', id: union.id })).rejects.toMatchObject({
      code: 'NO_RECIPIENTS',
    });
    // An officer above writes for it; a hidden activity is nothing to lead to.
    const asked = written(union, { kind: 'union', id: union.id }, { release: 'draft' });
    expect(await sharing.ask(announcementContract.create, asked, above.officer)).toMatchObject({
      state: 'draft',
      unionId: union.id,
    });
    const hidden = await stage.activity(union, { state: 'draft', publishedAt: null });
    await expect(
      create(union, { kind: 'union', id: union.id }, { activityId: hidden }),
    ).rejects.toMatchObject({ code: 'ANNOUNCED_ACTIVITY_HIDDEN' });
  });

  it('is written and withdrawn by officers there or above alone, and seen by who works there', async () => {
    const union = await stage.union();
    await stage.members(union, 1);
    const audience = { kind: 'union', id: union.id } as const;
    const view = await create(union, audience, { release: 'draft' });
    const announcementId = view.id;
    const [member] = (await stage.members(union, 1)) as [Actor];
    const organiser = actorWith({ roles: [['organiser', union.id, union.path]] });
    const elsewhere = (await stage.union()).officer;
    for (const person of [member, organiser, elsewhere]) {
      const code = person === organiser ? 'NOT_PERMITTED' : 'NOT_FOUND';
      await expect(
        sharing.ask(announcementContract.create, written(union, audience), person),
      ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      await expect(
        sharing.ask(announcementContract.preview, { unionId: union.id, audience }, person),
      ).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
      await expect(
        sharing.ask(announcementContract.withdraw, { announcementId }, person),
      ).rejects.toMatchObject({ code });
      const seen = sharing.ask(announcementContract.get, { announcementId }, person);
      if (person === organiser) expect((await seen).id).toBe(announcementId);
      else await expect(seen).rejects.toMatchObject({ code });
    }
    const list = async (person: Actor, more: object = {}): Promise<string[]> =>
      (await sharing.ask(announcementContract.list, more, person)).items.map(({ id }) => id);
    expect(await list(organiser, { q: '送温暖', state: 'draft' })).toEqual([announcementId]);
    expect([
      await list(organiser, { state: 'sent' }),
      await list(organiser, { q: '夏季' }),
      await list(member),
      await list(elsewhere),
    ]).toEqual([[], [], [], []]);
  });
});

/** A group of a union as membership tells of it, with its people. */
async function groupOf(union: KnownUnion, people: readonly Actor[], leader: Actor | null): Promise<string> {
  const id = newId();
  const { manager } = sharing.dataSource;
  const leaderId = leader?.personId ?? null;
  await manager.insert(GroupRef, {
    id,
    version: 1,
    unionId: union.id,
    name: '装配一班',
    leaderId,
    active: true,
  });
  const term = { version: 1, groupId: id, validFrom: '2026-01-01', validTo: null };
  await manager.insert(
    GroupMemberRef,
    people.map(({ personId }) => ({ ...term, id: newId(), personId })),
  );
  return id;
}

const refusedAs = (code: string, pointer?: string): object =>
  pointer === undefined ? { code } : { code, errors: [{ pointer }] };

describe('an announcement of a club or a group', () => {
  const ofClub = (union: KnownUnion, id: string, by: Actor, more: Partial<CreateAnnouncement> = {}) =>
    sharing.ask(
      announcementContract.create,
      written(union, { kind: 'club', id }, { writer: 'club', ...more }),
      by,
    );
  const ofGroup = (union: KnownUnion, id: string, by: Actor, more: Partial<CreateAnnouncement> = {}) =>
    sharing.ask(
      announcementContract.create,
      written(union, { kind: 'group', id }, { writer: 'group', ...more }),
      by,
    );
  const represent = (union: KnownUnion, matterId: string, { personId }: Actor) =>
    sharing.ask(delegationContract.create, { matterKind: 'club', matterId, personId }, union.officer);
  const listed = async (writerId: string, by: Actor) =>
    (await sharing.ask(announcementContract.list, { writerId }, by)).items.map(({ id }) => id);

  it('is written by whoever acts for the club, in its name, to its members; the union sees and withdraws it', async () => {
    const union = await stage.union();
    const [leader, member] = (await stage.members(union, 2)) as [Actor, Actor];
    const id = await club(union, [leader, member]);
    await expect(ofClub(union, id, leader)).rejects.toMatchObject(refusedAs('NOT_PERMITTED'));
    await represent(union, id, leader);
    const preview = { unionId: union.id, writer: 'club', audience: { kind: 'club', id } } as const;
    expect(await sharing.ask(announcementContract.preview, preview, leader)).toEqual({ recipients: 2 });
    const view = await ofClub(union, id, leader);
    expect(view).toMatchObject({ writer: 'club', audienceName: '登山社', unionId: union.id });
    await untilSent(union, view, 2);
    expect(await noticesTo(sharing, member)).toMatchObject([{ why: 'clubMember', title: '登山社' }]);
    expect([await listed(id, leader), await listed(id, union.officer)]).toEqual([[view.id], [view.id]]);
    const all = await sharing.ask(announcementContract.list, {}, union.officer);
    expect(all.items.map((one) => one.id)).toContain(view.id);
    // It is theirs to read and to withdraw, and nothing else of the union is.
    const ofUnion = await create(union, { kind: 'club', id }, { release: 'draft' });
    await expect(
      sharing.ask(announcementContract.get, { announcementId: ofUnion.id }, leader),
    ).rejects.toMatchObject(refusedAs('NOT_FOUND'));
    expect((await sharing.ask(announcementContract.list, {}, leader)).items).toEqual([]);
    await expect(listed(id, member)).rejects.toMatchObject(refusedAs('NOT_FOUND'));
    await expect(
      sharing.ask(announcementContract.withdraw, { announcementId: view.id }, member),
    ).rejects.toMatchObject(refusedAs('NOT_FOUND'));
    expect(await withdraw(union, view)).toMatchObject({ state: 'withdrawn' });
    const shownTo = await sharing.ask(announcementContract.get, { announcementId: view.id }, leader);
    expect(shownTo).toMatchObject({ state: 'withdrawn' });
  });

  it('is written by the leader of the group, and by nobody who leads another or leads it no longer', async () => {
    const union = await stage.union();
    const [leader, second, third] = (await stage.members(union, 3)) as [Actor, Actor, Actor];
    const id = await groupOf(union, [leader, second, third], leader);
    const other = await groupOf(union, [second], second);
    await expect(ofGroup(union, id, second)).rejects.toMatchObject(refusedAs('NOT_PERMITTED'));
    const view = await ofGroup(union, id, leader, { release: 'draft' });
    expect(view).toMatchObject({ writer: 'group', audienceName: '装配一班' });
    const { unionId: _unionId, writer: _writer, ...now } = written(union, { kind: 'group', id });
    const edit = (audience: AnnouncementAudience, ifMatch: number) =>
      sharing.ask(announcementContract.edit, { announcementId: view.id, ...now, audience }, leader, {
        ifMatch,
      });
    await expect(edit({ kind: 'group', id: other }, 1)).rejects.toMatchObject(refusedAs('NOT_PERMITTED'));
    await edit({ kind: 'group', id }, 1);
    await untilSent(union, view, 3);
    expect(await noticesTo(sharing, third)).toMatchObject([{ why: 'groupMember', title: '装配一班' }]);
    expect(await listed(id, leader)).toEqual([view.id]);
    await sharing.dataSource.manager.update(GroupRef, { id }, { leaderId: null });
    await expect(ofGroup(union, id, leader)).rejects.toMatchObject(refusedAs('NOT_PERMITTED'));
    await expect(listed(id, leader)).rejects.toMatchObject(refusedAs('NOT_FOUND'));
  });

  it('goes to its own people alone, under the union behind it, while it is open', async () => {
    const union = await stage.union();
    const other = await stage.union();
    const [leader] = (await stage.members(union, 1)) as [Actor];
    const id = await club(union, [leader]);
    await represent(union, id, leader);
    const wide = { audience: { kind: 'union', id: union.id } } as const;
    await expect(ofClub(union, id, union.officer, wide)).rejects.toMatchObject(
      refusedAs('WRITER_AUDIENCE', '/audience/kind'),
    );
    await expect(ofClub(other, id, other.officer)).rejects.toMatchObject(
      refusedAs('AUDIENCE_OUTSIDE', '/audience/id'),
    );
    await sharing.dataSource.manager.update(PartyRef, { id }, { active: false });
    await expect(ofClub(union, id, leader)).rejects.toMatchObject(refusedAs('PARTY_CLOSED', '/audience/id'));
    const ofUnion = { id: newId(), kind: 'club', writer: 'group' };
    await expect(
      sharing.dataSource.query(
        `INSERT INTO announcement (id, version, union_id, writer, title, text, audience_kind, audience_id, urgency, state,
           sent, created_by, created_at) VALUES ($1, 1, $2, $3, 'a', 'a', $4, $2, 'soon', 'draft', 0, $2, now())`,
        [ofUnion.id, union.id, ofUnion.writer, ofUnion.kind],
      ),
    ).rejects.toThrow('announcement_writer_audience');
  });

  it('is one of three a week, which begins on Monday, and takes nothing from those of the union', async () => {
    const union = await stage.union();
    const [leader] = (await stage.members(union, 1)) as [Actor];
    const id = await groupOf(union, [leader], leader);
    // The clock stands at Friday, 20 November 2026.
    const planned: AnnouncementView[] = [];
    const at = async (sendAt: string) => {
      const view = await ofGroup(union, id, leader, { release: 'later', sendAt });
      planned.push(view);
      return view;
    };
    const sunday = await at('2026-11-22T23:59:00+08:00');
    await at('2026-11-21T09:00:00+08:00');
    await at('2026-11-22T09:00:00+08:00');
    const full = {
      code: 'ANNOUNCEMENTS_TOO_MANY_IN_WEEK',
      params: { max: 3 },
      errors: [{ pointer: '/release' }],
    };
    await expect(at('2026-11-22T10:00:00+08:00')).rejects.toMatchObject(full);
    expect(await at('2026-11-23T00:00:00+08:00')).toMatchObject({ state: 'scheduled' });
    await withdraw(union, sunday);
    expect(await at('2026-11-22T10:00:00+08:00')).toMatchObject({ state: 'scheduled' });
    for (let index = 0; index < 10; index += 1)
      planned.push(
        await create(union, { kind: 'group', id }, { release: 'later', sendAt: '2026-11-22T09:00:00+08:00' }),
      );
    for (const view of planned) if (view !== sunday) await withdraw(union, view);
  });
});

describe('sending', () => {
  it('waits for its time, and can be changed until then', async () => {
    const union = await stage.union();
    await stage.members(union, 2);
    const below = await stage.union(union.path);
    await stage.members(below, 1);
    const audience = { kind: 'union', id: union.id } as const;
    const sendAt = stage.inHours(2);
    const view = await create(union, audience, { release: 'later', sendAt });
    expect(view).toMatchObject({ state: 'scheduled', sendAt });
    const { unionId: _unionId, ...changed } = written(union, { kind: 'union', id: below.id });
    const request = { announcementId: view.id, ...changed, title: '改期', release: 'later', sendAt } as const;
    const edited = await sharing.ask(announcementContract.edit, request, union.officer, {
      ifMatch: view.version,
    });
    expect(edited).toMatchObject({ title: '改期', version: 2 });
    await expect(
      sharing.ask(announcementContract.edit, request, union.officer, { ifMatch: view.version }),
    ).rejects.toMatchObject({ code: 'VERSION_STALE' });
    expect(await raisedFor(view)).toEqual([]);
    sharing.clock.advance(2 * 3_600_000);
    const sent = await untilSent(union, view, 1);
    await expect(
      sharing.ask(announcementContract.edit, { ...request, release: 'now', sendAt: null }, union.officer, {
        ifMatch: sent.version,
      }),
    ).rejects.toMatchObject({ code: 'ANNOUNCEMENT_SENT' });
  });

  it('goes in steps; one that dies in a step has not begun it, so nobody is left out or written to twice', async () => {
    const union = await stage.union();
    const people = await stage.members(union, 1_100);
    const view = await create(union, { kind: 'union', id: union.id });
    await eventually(async () =>
      expect(await shown(union, view)).toMatchObject({ state: 'sending', sent: 500, recipients: 1_100 }),
    );
    // The second step fails where it writes how far it is, as if its process had died there: all of it is undone.
    const sentIs = (sent: number): Promise<unknown> =>
      sharing.dataSource.manager.update(AnnouncementRow, { id: view.id }, { sent });
    await sentIs(2_147_483_647);
    sharing.clock.advance(250);
    await eventually(async () =>
      expect(
        await sharing.dataSource.query(
          `SELECT 1 FROM due WHERE kind = 'announcement-sending' AND attempts > 0`,
        ),
      ).toHaveLength(1),
    );
    await sentIs(500);
    expect(await raisedFor(view)).toHaveLength(500);
    sharing.clock.advance(dayMs);
    expect(await untilSent(union, view, 1_100)).toMatchObject({ recipients: 1_100 });
    expect(await raisedFor(view)).toEqual(ids(people));
  });

  it('that is withdrawn before, between the steps and after it reaches nobody else, and shows no words', async () => {
    const union = await stage.union();
    await stage.members(union, 600);
    const audience = { kind: 'union', id: union.id } as const;
    const before = await create(union, audience, { release: 'later', sendAt: stage.inHours(1) });
    expect(await withdraw(union, before)).toMatchObject({ state: 'withdrawn', sent: 0 });
    await expect(withdraw(union, before)).rejects.toMatchObject({ code: 'ANNOUNCEMENT_WITHDRAWN' });
    const during = await create(union, audience);
    await eventually(async () => expect(await shown(union, during)).toMatchObject({ sent: 500 }));
    expect(await withdraw(union, during)).toMatchObject({ state: 'withdrawn', sent: 500 });
    const after = await create(union, audience);
    await untilSent(union, after, 600);
    await withdraw(union, after);
    sharing.clock.advance(dayMs);
    expect(await sharing.dataSource.query(`SELECT key FROM due WHERE kind = 'announcement-sending'`)).toEqual(
      [],
    );
    expect([
      (await raisedFor(before)).length,
      (await raisedFor(during)).length,
      (await raisedFor(after)).length,
    ]).toEqual([0, 500, 600]);
    expect([await wordsOf(before), await wordsOf(during), await wordsOf(after)]).toEqual([
      [],
      [
        { version: 1, text: words.text },
        { version: 2, text: null },
      ],
      [
        { version: 1, text: words.text },
        { version: 2, text: null },
      ],
    ]);
  });

  it('reaches nobody of a union that has moved away from under who wrote, nor who left meanwhile', async () => {
    const union = await stage.union();
    const below = await stage.union(union.path);
    const [stays, leaves] = (await stage.members(below, 2)) as [Actor, Actor];
    const later = { release: 'later', sendAt: stage.inHours(1) } as const;
    const moved = await create(union, { kind: 'union', id: below.id }, later);
    const whole = await create(union, { kind: 'union', id: union.id }, later);
    await sharing.emit(membershipEvents.memberChanged, {
      personId: leaves.personId,
      version: 2,
      maskedName: '张*',
      unionId: below.id,
      state: 'ended',
      validFrom: '2020-01-01',
      validTo: '2026-11-20',
    });
    await eventually(async () => expect(await count(union, { kind: 'union', id: union.id })).toBe(1));
    sharing.clock.advance(3_600_000);
    await untilSent(union, whole, 1);
    await untilSent(union, moved, 1);
    expect(await raisedFor(whole)).toEqual([stays.personId]);
    const next = await create(
      union,
      { kind: 'union', id: below.id },
      {
        release: 'later',
        sendAt: stage.inHours(1),
      },
    );
    await sharing.dataSource.manager.update(UnionRef, { id: below.id }, { path: '9.9.' });
    sharing.clock.advance(3_600_000);
    expect(await untilSent(union, next, 0)).toMatchObject({ recipients: 0 });
  });
});
