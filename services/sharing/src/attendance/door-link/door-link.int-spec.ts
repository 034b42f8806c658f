import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { checkInContract, type CheckInItem } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import {
  type CreatedDoorLinkView,
  doorLinkContract,
  type DoorLinkView,
  doorLinksMax,
} from '@gongxiang/contracts/sharing/attendance/door-link.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { actorWith, type ServiceFixture } from '@gongxiang/testing';
import { ActivityRow } from '../../activities/activity/activity.entity.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
});

afterAll(() => sharing.stop());

const secret = (): string => randomBytes(32).toString('base64url');

function make(
  activityId: string,
  caller: Actor | null = host.officer,
  more: { readonly expiresAt?: string } = {},
): Promise<CreatedDoorLinkView> {
  return sharing.ask(doorLinkContract.create, { activityId, name: '东门 · 小李', ...more }, caller);
}

function tokenOf({ address }: CreatedDoorLinkView): string {
  const token = /^\/door\/([\w-]{43})$/.exec(address ?? '')?.[1];
  if (token === undefined) throw new Error('the link has no address');
  return token;
}

const bind = (linkToken: string, deviceKey: string) =>
  sharing.ask(doorLinkContract.bind, { linkToken, deviceKey }, null);

interface Door {
  readonly activityId: string;
  readonly link: CreatedDoorLinkView;
  readonly linkToken: string;
  readonly deviceKey: string;
  readonly guest: Actor;
  readonly code: string;
}

/** An activity in which somebody has a seat, and a phone at its door. */
async function door(): Promise<Door> {
  const activityId = await stage.activity(host);
  await stage.pool(activityId, host, 5);
  const [guest] = (await stage.members(host, 1)) as [Actor];
  const { checkInCode } = await stage.register(activityId, guest);
  const link = await make(activityId);
  const [linkToken, deviceKey] = [tokenOf(link), secret()];
  await bind(linkToken, deviceKey);
  return { activityId, link, linkToken, deviceKey, guest, code: checkInCode ?? '' };
}

function itemOf(target: Partial<CheckInItem>): CheckInItem {
  return { operationId: newId(), at: sharing.clock.now().toISOString(), ...target };
}

const send = (deviceKey: string, items: CheckInItem[]) =>
  sharing.ask(doorLinkContract.checkIn, { deviceKey, items }, null);
const roster = (deviceKey: string) =>
  sharing.ask(doorLinkContract.roster, { deviceKey, key: secret() }, null);
const undo = (deviceKey: string, operationId: string) =>
  sharing.ask(doorLinkContract.undo, { deviceKey, operationId, reason: '扫错了人' }, null);
const revoke = (activityId: string, linkId: string, caller: Actor | null = host.officer) =>
  sharing.ask(doorLinkContract.revoke, { activityId, linkId }, caller);

async function only(activityId: string): Promise<DoorLinkView | undefined> {
  return (await sharing.ask(doorLinkContract.list, { activityId }, host.officer)).items[0];
}

/** Everything that the phone of a helper can ask for is refused in the same way. */
async function refusesAll({ deviceKey, code }: Door, refusal: string): Promise<void> {
  const calls = [
    () => roster(deviceKey),
    () => send(deviceKey, [itemOf({ code })]),
    () => undo(deviceKey, newId()),
  ];
  for (const ask of calls) await expect(ask()).rejects.toMatchObject({ code: refusal });
}

describe('a door link', () => {
  it('is shown once, and its secrets are kept nowhere', async () => {
    const activityId = await stage.activity(host);
    const request = { activityId, name: '东门 · 小李' };
    const call = { idempotencyKey: newId() };
    const first = await sharing.send(doorLinkContract.create, request, host.officer, call);
    const again = await sharing.send(doorLinkContract.create, request, host.officer, call);
    expect(again).toEqual({ ...first, replayed: true, body: { ...first.body, address: null } });
    const [linkToken, deviceKey] = [tokenOf(first.body), secret()];
    await bind(linkToken, deviceKey);
    const stored: { text: string }[] = await sharing.dataSource.query(
      `SELECT l::text AS text FROM door_link l UNION ALL SELECT i::text FROM idempotency i
       UNION ALL SELECT a::text FROM audit_record a UNION ALL SELECT o::text FROM outbox o`,
    );
    for (const one of [linkToken, deviceKey])
      expect(stored.filter(({ text }) => text.includes(one))).toEqual([]);
    // The search must find what is stored of it.
    expect(stored.filter(({ text }) => text.includes(first.body.id)).length).toBeGreaterThan(1);
  });

  it('is made, seen and revoked by those who organise the activity, and by nobody else', async () => {
    const activityId = await stage.activity(host);
    const { id } = await make(activityId);
    const [member] = (await stage.members(host, 1)) as [Actor];
    const other = await stage.union();
    const finance = actorWith({ roles: [['finance', host.id, host.path]] });
    for (const [caller, code] of [
      [null, 'NOT_SIGNED_IN'],
      [member, 'NOT_PERMITTED'],
      [finance, 'NOT_PERMITTED'],
      [other.officer, 'NOT_PERMITTED'],
    ] as const) {
      await expect(make(activityId, caller)).rejects.toMatchObject({ code });
      const list = sharing.ask(doorLinkContract.list, { activityId }, caller);
      await expect(list).rejects.toMatchObject({ code });
      await expect(revoke(activityId, id, caller)).rejects.toMatchObject({ code });
    }
    const organiser = actorWith({ roles: [['organiser', host.id, host.path]] });
    expect(await make(activityId, organiser)).toMatchObject({ state: 'open' });
    const program = { ...host.officer, apiKeyId: newId() };
    await expect(make(activityId, program)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(make(newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const elsewhere = await stage.activity(host);
    await expect(revoke(elsewhere, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await only(activityId))?.revokedAt).toBeNull();
  });

  it('ends six hours after the activity, or when it is said, a day after it at the latest', async () => {
    const activityId = await stage.activity(host);
    const { endsAt } = await sharing.dataSource.manager.findOneByOrFail(ActivityRow, { id: activityId });
    const after = (hours: number): string => new Date(endsAt.getTime() + hours * 3_600_000).toISOString();
    expect((await make(activityId)).expiresAt).toBe(after(6));
    expect((await make(activityId, host.officer, { expiresAt: after(24) })).expiresAt).toBe(after(24));
    for (const expiresAt of [after(25), sharing.clock.now().toISOString()])
      await expect(make(activityId, host.officer, { expiresAt })).rejects.toMatchObject({
        code: 'DOOR_LINK_EXPIRY',
        errors: [{ pointer: '/expiresAt' }],
      });
  });

  it('is one of fifty at most, of which revoked ones do not count', async () => {
    const activityId = await stage.activity(host);
    const made = await Promise.allSettled(Array.from({ length: doorLinksMax + 1 }, () => make(activityId)));
    const refused = made.filter((one) => one.status === 'rejected');
    expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(['DOOR_LINKS_TOO_MANY']);
    await revoke(activityId, (await only(activityId))?.id ?? '');
    expect(await make(activityId)).toMatchObject({ state: 'open' });
  });

  it('is for a published activity', async () => {
    const activityId = await stage.activity(host);
    await sharing.dataSource.manager.update(ActivityRow, { id: activityId }, { state: 'draft' });
    await expect(make(activityId)).rejects.toMatchObject({ code: 'ACTIVITY_NOT_OPEN' });
  });
});

describe('the phone of a door helper', () => {
  it('is bound once: the same phone may ask again, a second is refused, and a look binds nothing', async () => {
    const activityId = await stage.activity(host);
    const link = await make(activityId);
    const linkToken = tokenOf(link);
    const look = () => sharing.ask(doorLinkContract.open, { linkToken }, null);
    expect(await look()).toMatchObject({ state: 'open', name: '东门 · 小李', expiresAt: link.expiresAt });
    expect(await look()).toMatchObject({ state: 'open' });
    const phones = Array.from({ length: 5 }, secret);
    const results = await Promise.allSettled(phones.map((one) => bind(linkToken, one)));
    const won = results.findIndex(({ status }) => status === 'fulfilled');
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const [index, phone] of phones.entries()) {
      const again = bind(linkToken, phone);
      if (index === won) expect(await again).toMatchObject({ activityId, linkId: link.id });
      else await expect(again).rejects.toMatchObject({ code: 'DOOR_LINK_BOUND' });
    }
    expect(await look()).toMatchObject({ state: 'bound' });
    expect(await only(activityId)).toMatchObject({
      state: 'bound',
      boundAt: sharing.clock.now().toISOString(),
    });
  });

  it('knows its secret, or nothing: neither a wrong one, nor that of the link', async () => {
    const { linkToken } = await door();
    for (const wrong of [secret(), linkToken]) {
      await expect(roster(wrong)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(send(wrong, [itemOf({ code: 'X' })])).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(undo(wrong, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await expect(bind(secret(), secret())).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const look = sharing.ask(doorLinkContract.open, { linkToken: secret() }, null);
    await expect(look).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('has the list of its activity, checks in and takes back, and each scan says by which link', async () => {
    const { activityId, deviceKey, link, code, guest } = await door();
    const { items, roster: head } = await roster(deviceKey);
    expect(items).toMatchObject([{ maskedName: '张*', state: 'confirmed' }]);
    expect(JSON.stringify(items)).not.toContain(guest.personId);
    expect(head).toMatchObject({ activityId, isOpen: true, mayAdmitWalkIns: false });
    expect(head.validUntil).toBe(link.expiresAt);
    const scan = itemOf({ code });
    for (const _sent of [1, 2])
      expect((await send(deviceKey, [scan])).items).toEqual([
        { operationId: scan.operationId, result: 'checkedIn', code: null },
      ]);
    const attendance = () => sharing.ask(checkInContract.attendance, { activityId }, host.officer);
    expect((await attendance()).items).toMatchObject([{ personId: guest.personId, doorName: '东门 · 小李' }]);
    expect(await only(activityId)).toMatchObject({ scans: 1 });
    expect(await undo(deviceKey, scan.operationId)).toMatchObject({ isPresent: false });
    expect((await attendance()).totals).toMatchObject({ came: 0 });
    const staff = itemOf({ code });
    await sharing.ask(checkInContract.checkIn, { activityId, items: [staff] }, host.officer);
    expect((await attendance()).items).toMatchObject([{ doorName: null }]);
  });

  it('admits no walk-ins, and takes back no scan of others', async () => {
    const { activityId, deviceKey, code } = await door();
    const [stranger] = (await stage.members(host, 1)) as [Actor];
    const walkIn = itemOf({ personId: stranger.personId, walkIn: true, confirm: true });
    expect((await send(deviceKey, [walkIn])).items).toMatchObject([{ result: 'refused' }]);
    const staff = itemOf({ code });
    await sharing.ask(checkInContract.checkIn, { activityId, items: [staff] }, host.officer);
    await expect(undo(deviceKey, staff.operationId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('works at the door of no other activity', async () => {
    const { deviceKey, activityId } = await door();
    const elsewhere = await door();
    expect((await roster(deviceKey)).roster.activityId).toBe(activityId);
    expect((await send(deviceKey, [itemOf({ code: elsewhere.code })])).items).toMatchObject([
      { result: 'refused', code: 'REGISTRATION_UNKNOWN' },
    ]);
  });

  it('can do nothing more once its link is revoked, and what it has scanned stays', async () => {
    const one = await door();
    const { activityId, link, linkToken, deviceKey, code } = one;
    await send(deviceKey, [itemOf({ code })]);
    await revoke(activityId, link.id);
    await refusesAll(one, 'DOOR_LINK_REVOKED');
    await expect(bind(linkToken, deviceKey)).rejects.toMatchObject({ code: 'DOOR_LINK_REVOKED' });
    await expect(revoke(activityId, link.id)).rejects.toMatchObject({ code: 'DOOR_LINK_REVOKED' });
    expect(await sharing.ask(doorLinkContract.open, { linkToken }, null)).toMatchObject({ state: 'revoked' });
    expect(await only(activityId)).toMatchObject({ state: 'revoked', scans: 1 });
    const { items } = await sharing.ask(checkInContract.attendance, { activityId }, host.officer);
    expect(items).toMatchObject([{ doorName: '东门 · 小李' }]);
    const trail: { action: string; actor: string | null }[] = await sharing.dataSource.query(
      `SELECT action, actor_id AS actor FROM audit_record WHERE noun = 'door-link' AND subject_id = $1 ORDER BY id`,
      [link.id],
    );
    const { personId } = host.officer;
    expect(trail).toEqual([
      { action: doorLinkContract.create.subject, actor: personId },
      { action: doorLinkContract.bind.subject, actor: null },
      { action: doorLinkContract.revoke.subject, actor: personId },
    ]);
    const scans: unknown[] = await sharing.dataSource.query(
      `SELECT 1 FROM audit_record WHERE noun = 'attendance' AND after->>'doorLinkId' = $1`,
      [link.id],
    );
    expect(scans).toHaveLength(1);
  });

  it('can do nothing more past the end of its link', async () => {
    const one = await door();
    const start = sharing.clock.now();
    sharing.clock.set(one.link.expiresAt);
    await refusesAll(one, 'DOOR_LINK_ENDED');
    await expect(bind(one.linkToken, one.deviceKey)).rejects.toMatchObject({ code: 'DOOR_LINK_ENDED' });
    expect(await only(one.activityId)).toMatchObject({ state: 'ended' });
    sharing.clock.set(start);
    expect((await roster(one.deviceKey)).items).toHaveLength(1);
  });

  it('can do nothing more once the activity is cancelled or closed', async () => {
    const cancelled = await door();
    await sharing.ask(
      activityContract.cancel,
      { activityId: cancelled.activityId, reason: '场地停电' },
      host.officer,
    );
    await refusesAll(cancelled, 'DOOR_LINK_ENDED');
    const closed = await door();
    const { activityId } = closed;
    const { startsAt } = await sharing.dataSource.manager.findOneByOrFail(ActivityRow, { id: activityId });
    const start = sharing.clock.now();
    sharing.clock.set(startsAt.toISOString());
    await sharing.ask(checkInContract.close, { activityId }, host.officer);
    await refusesAll(closed, 'DOOR_LINK_ENDED');
    sharing.clock.set(start);
  });
});
