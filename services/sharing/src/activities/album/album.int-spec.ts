import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  albumPictureContract,
  type AlbumPictureState,
  type AlbumPictureView,
  type AlbumReportReason,
} from '@gongxiang/contracts/sharing/activities/album-picture.contract';
import { checkInContract } from '@gongxiang/contracts/sharing/attendance/check-in.contract';
import { personDataContract } from '@gongxiang/contracts/words/person-data';
import { personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { type Actor, dayMs, hourMs, newId } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { eventually, hearHints, type ServiceFixture, untilAwaits } from '@gongxiang/testing';
import sharp from 'sharp';
import { dot, photo } from '@gongxiang/testing/pictures';
import { noticesOf } from '../../reference/notice/notice.fixture.js';
import { isGone, uploaded } from '../picture/picture.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { knownRole, startSharing } from '../../sharing.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;
let guest: KnownUnion;
let stranger: Actor;
let member: Actor;
/** Two who were checked in, and one with a seat who did not come. */
let came: Actor;
let also: Actor;
let seated: Actor;
let activityId: string;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
  guest = await stage.union();
  [member] = (await stage.members(host, 1)) as [Actor];
  [stranger] = (await stage.members(guest, 1)) as [Actor];
});

/** An activity that began just now. */
beforeEach(async () => {
  activityId = await stage.activity(host);
  await stage.pool(activityId, host, 9);
  [came, also, seated] = (await stage.members(await stage.union(), 3)) as [Actor, Actor, Actor];
  const [first, second] = await stage.line(activityId, [came, also, seated]);
  const at = sharing.clock.now().toISOString();
  const items = [first, second].map((one) => ({
    operationId: newId(),
    at,
    registrationId: one?.id ?? '',
  }));
  await sharing.ask(checkInContract.checkIn, { activityId, items }, host.officer);
  sharing.clock.advance(25 * hourMs);
});
afterAll(() => sharing.stop());

async function requestOf(who: Actor, bytes?: Buffer) {
  const fileKey = await uploaded(sharing, bytes ?? (await dot('png')), who.personId);
  return { activityId, fileKey, caption: '颁奖', consent: true as const };
}

const add = async (who: Actor, bytes?: Buffer): Promise<AlbumPictureView> =>
  sharing.ask(albumPictureContract.add, await requestOf(who, bytes), who);
const page = (who: Actor, state?: AlbumPictureState) =>
  sharing.ask(albumPictureContract.list, { activityId, ...(state ? { state } : {}) }, who);
const seenBy = async (who: Actor): Promise<string[]> => (await page(who)).items.map(({ id }) => id);
const albumOfAll = () => sharing.ask(albumPictureContract.listPublic, { activityId }, null);
const seenByAll = async (): Promise<string[]> => (await albumOfAll()).items.map(({ id }) => id);
const approve = (pictureId: string, who = host.officer) =>
  sharing.ask(albumPictureContract.approve, { activityId, pictureId }, who);
const share = (pictureId: string, isPublic = true, who = host.officer) =>
  sharing.ask(albumPictureContract.share, { activityId, pictureId, isPublic }, who);
const hide = (pictureId: string, who = host.officer) =>
  sharing.ask(albumPictureContract.hide, { activityId, pictureId, reason: '画面模糊' }, who);
const report = (pictureId: string, who: Actor, reason: AlbumReportReason = 'inPicture') =>
  sharing.ask(albumPictureContract.report, { activityId, pictureId, reason }, who);
const withdraw = (pictureId: string, who: Actor) =>
  sharing.ask(albumPictureContract.withdraw, { activityId, pictureId }, who);
const fileOf = (pictureId: string, who: Actor | null) =>
  sharing.ask(
    who === null ? albumPictureContract.filePublic : albumPictureContract.file,
    { activityId, pictureId, width: '320' },
    who,
  );
const received = async (who: Actor): Promise<[string, string | undefined][]> =>
  (await noticesOf(sharing, who, activityId))
    .filter(({ kind }) => kind.startsWith('album'))
    .map(({ kind, values }) => [kind, values['reason']]);

describe('a picture of an album', () => {
  it('waits for an officer of a host, and is seen then by those who belong to the activity', async () => {
    const { id, ...picture } = await add(came);
    expect(picture).toMatchObject({ state: 'pending', isMine: true, addedBy: null, addedById: null });
    for (const who of [also, seated, member, stranger]) expect(await seenBy(who)).toEqual([]);
    expect(await seenBy(came)).toEqual([id]);
    expect(await page(host.officer, 'pending')).toMatchObject({
      items: [{ id, addedBy: '张*', addedById: came.personId, isMine: false }],
      mayModerate: true,
      waiting: 1,
    });
    await expect(fileOf(id, also)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await approve(id)).toMatchObject({ state: 'approved' });
    for (const who of [came, also, seated, member]) expect(await seenBy(who)).toEqual([id]);
    expect((await fileOf(id, also)).size).toBeGreaterThan(0);
    expect(await seenBy(stranger)).toEqual([]);
    expect(await seenByAll()).toEqual([]);
    await expect(fileOf(id, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(fileOf(id, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await received(came)).toEqual([['albumApproved', undefined]]);
    await expect(approve(id)).rejects.toMatchObject({ code: 'ALBUM_PICTURE_NOT_OPEN' });
  });

  it('is made anew, and says nothing of where it was taken; the upload is gone', async () => {
    const request = await requestOf(came, await photo(1_000, 500));
    const { id } = await sharing.ask(albumPictureContract.add, request, came);
    const { fileKey } = await fileOf(id, came);
    const content = await sharing.app.get(FileStore).get(fileKey, null);
    const bytes = Buffer.concat((await content.toArray()) as Buffer[]);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 320 });
    for (const word of ['GPS', 'Exif', 'PhoneMaker']) expect(bytes.includes(Buffer.from(word))).toBe(false);
    await isGone(sharing, request.fileKey);
  });

  it('is with the copy of the data of who added it, in its largest size, and of nobody else', async () => {
    const request = await requestOf(came, await photo(1_000, 500));
    const { id } = await sharing.ask(albumPictureContract.add, request, came);
    const { files } = personDataContract('sharing');
    const [file, ...more] = (await sharing.ask(files, {}, came)).files;
    expect(more).toEqual([]);
    expect(file).toMatchObject({ kind: 'album', name: '颁奖', opening: null });
    const stored = await sharing.app.get(FileStore).get(file?.fileKey ?? '', null, file?.sha256 ?? '');
    const bytes = Buffer.concat((await stored.toArray()) as Buffer[]);
    expect(bytes).toHaveLength(file?.size ?? 0);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp' });
    expect(file?.size).toBeGreaterThan((await fileOf(id, came)).size);
    for (const who of [also, host.officer]) expect((await sharing.ask(files, {}, who)).files).toEqual([]);
  });

  it('of a host is shown at once', async () => {
    const { id, state } = await add(host.officer);
    expect(state).toBe('approved');
    expect(await seenBy(also)).toEqual([id]);
  });

  it('is made once of a file, and of one’s own alone', async () => {
    const request = await requestOf(came);
    const call = { idempotencyKey: newId() };
    const first = await sharing.send(albumPictureContract.add, request, came, call);
    const again = await sharing.send(albumPictureContract.add, request, came, call);
    expect(again).toMatchObject({ replayed: true, body: first.body });
    expect(await sharing.send(albumPictureContract.add, request, came)).toMatchObject({
      existing: true,
      body: first.body,
    });
    await expect(sharing.ask(albumPictureContract.add, request, also)).rejects.toMatchObject({
      code: 'PICTURE_FILE_MISSING',
    });
  });

  it('is added by who was there, in its time', async () => {
    for (const who of [seated, member, stranger])
      await expect(add(who)).rejects.toMatchObject({ code: 'ALBUM_NOT_PRESENT' });
    expect(await page(came)).toMatchObject({ mayAdd: true, mayModerate: false, waiting: 0 });
    expect(await page(seated)).toMatchObject({ mayAdd: false });
    sharing.clock.advance(31 * dayMs);
    expect(await page(came)).toMatchObject({ mayAdd: false });
    await expect(add(came)).rejects.toMatchObject({ code: 'ALBUM_CLOSED', params: { days: 30 } });
    activityId = await stage.activity(host);
    await expect(add(host.officer)).rejects.toMatchObject({ code: 'ALBUM_NOT_OPEN' });
  });

  it('is one of ten of a person, also where the last places are asked for at once', async () => {
    for (let number = 1; number <= 8; number += 1) await add(came);
    const requests = await Promise.all(Array.from({ length: 4 }, () => requestOf(came)));
    const results = await Promise.allSettled(
      requests.map((request) => sharing.ask(albumPictureContract.add, request, came)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await expect(add(came)).rejects.toMatchObject({ code: 'ALBUM_TOO_MANY_OF_PERSON', params: { max: 10 } });
    await withdraw((await seenBy(came))[0] ?? '', came);
    expect((await add(came)).state).toBe('pending');
    expect((await add(also)).state).toBe('pending');
  });
});

describe('who decides', () => {
  it('is every host, and nobody else', async () => {
    const coHost = { kind: 'union', id: guest.id, name: '合办工会', unionId: guest.id } as const;
    activityId = await stage.activity(host, { coHosts: [coHost], startsAt: sharing.clock.now() });
    const { id } = await add(host.officer);
    expect(await hide(id, guest.officer)).toMatchObject({ state: 'hidden', hideReason: '画面模糊' });
    const other = await stage.union();
    await expect(approve(id, other.officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await approve(id, guest.officer)).toMatchObject({ state: 'approved', hideReason: null });
    await expect(hide(id, member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await expect(share(id, true, member)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  });

  it('waits with all others for the hosts, told anew on another day, and open pages of each hear of it', async () => {
    const officer = await knownRole(sharing, 'officer', host.id);
    const heard = await hearHints(sharing.nats);
    const pictures = [await add(came), await add(came), await add(also)];
    await eventually(() => {
      const hints = heard.filter(
        (hint) =>
          (hint as { resource?: string }).resource === 'albumPicture' &&
          (hint as { personId?: string }).personId === officer,
      );
      expect(hints).toHaveLength(3);
    });
    const waiting = (count: number, ...beside: string[]) =>
      eventually(async () => {
        const kinds = [...beside, ...(count === 0 ? [] : ['albumWaiting'])];
        const awaited = (await untilAwaits(sharing, 'sharing', activityId, kinds))[beside.length];
        expect(awaited?.values['count'] ?? '0').toBe(String(count));
        return awaited;
      });
    const first = await waiting(3);
    expect(first).toMatchObject({
      offices: { roles: ['officer', 'organiser'], unionIds: [host.id], isNearest: true, exceptIds: [] },
    });
    sharing.clock.advance(dayMs);
    const next = await add(also);
    const second = await waiting(4, 'activityToClose');
    expect(second?.slot).not.toBe(first?.slot);
    for (const { id } of pictures) await approve(id);
    await waiting(1, 'activityToClose');
    await withdraw(next.id, also);
    await waiting(0, 'activityToClose');
  });

  it('waits for nobody once whoever added it is erased', async () => {
    await add(came);
    await untilAwaits(sharing, 'sharing', activityId, ['albumWaiting']);
    await sharing.emit(personErasureEvents.erased, { erasureId: newId(), personId: came.personId });
    await untilAwaits(sharing, 'sharing', activityId, []);
  });

  it('gives a reason that who added it is told, and may decide otherwise for thirty days', async () => {
    const { id } = await add(came);
    await hide(id);
    expect(await received(came)).toEqual([['albumHidden', '画面模糊']]);
    expect((await page(came)).items).toMatchObject([{ id, state: 'hidden', hideReason: '画面模糊' }]);
    await approve(id);
    await hide(id);
    const { fileKey } = await fileOf(id, came);
    sharing.clock.advance(31 * dayMs);
    await isGone(sharing, fileKey);
    expect(await seenBy(came)).toEqual([]);
  });

  it('says what anybody sees, of what is approved alone', async () => {
    const { id } = await add(came);
    await expect(share(id)).rejects.toMatchObject({ code: 'ALBUM_PICTURE_NOT_OPEN' });
    await approve(id);
    expect(await share(id)).toMatchObject({ isPublic: true });
    expect(await seenByAll()).toEqual([id]);
    expect(await albumOfAll()).toMatchObject({ title: '健步走', timeZone: 'Asia/Shanghai' });
    expect(await seenBy(stranger)).toEqual([id]);
    expect((await fileOf(id, null)).size).toBeGreaterThan(0);
    expect(await share(id, false)).toMatchObject({ isPublic: false });
    expect(await albumOfAll()).toMatchObject({ title: null, items: [] });
    await expect(fileOf(id, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('whoever is in a picture', () => {
  it('has it hidden at once, everywhere, until an officer has decided', async () => {
    const { id } = await add(came);
    await approve(id);
    await share(id);
    await report(id, seated);
    for (const who of [also, seated, member, stranger]) expect(await seenBy(who)).toEqual([]);
    expect(await seenByAll()).toEqual([]);
    await expect(fileOf(id, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await page(host.officer, 'reported')).toMatchObject({
      items: [{ id, reportReason: 'inPicture', isPublic: false }],
      waiting: 1,
    });
    expect((await page(came)).items).toMatchObject([{ id, state: 'reported', reportReason: null }]);
    const [awaited] = await untilAwaits(sharing, 'sharing', activityId, ['albumReported']);
    expect(awaited?.offices).toMatchObject({ unionIds: [host.id], exceptIds: [came.personId] });
    await hide(id);
    await untilAwaits(sharing, 'sharing', activityId, []);
    expect(await received(seated)).toEqual([['albumReportDecided', '画面模糊']]);
    expect(await received(came)).toEqual([
      ['albumApproved', undefined],
      ['albumHidden', undefined],
      ['albumHidden', '画面模糊'],
    ]);
  });

  it('reports it once; another may, too', async () => {
    const { id } = await add(came);
    await approve(id);
    await report(id, also);
    await expect(report(id, seated)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await approve(id);
    expect(await received(also)).toEqual([['albumReportDecided', undefined]]);
    await expect(report(id, also)).rejects.toMatchObject({ code: 'ALBUM_REPORT_DECIDED' });
    await report(id, seated, 'child');
    expect(await page(host.officer, 'reported')).toMatchObject({ items: [{ reportReason: 'child' }] });
  });

  it('is not decided on by an officer whose own picture it is', async () => {
    const { id } = await add(host.officer);
    await report(id, also);
    for (const decide of [() => approve(id), () => hide(id)])
      await expect(decide()).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    await withdraw(id, host.officer);
    expect(await seenBy(host.officer)).toEqual([]);
  });
});

it('who added a picture withdraws it in every state, and nothing of it stays', async () => {
  const pictures = [await add(came), await add(came), await add(came), await add(came)];
  const [, approved, reported, hidden] = pictures.map(({ id }) => id);
  await approve(approved ?? '');
  await approve(reported ?? '');
  await report(reported ?? '', also);
  await hide(hidden ?? '');
  await expect(withdraw(approved ?? '', also)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  await expect(withdraw(hidden ?? '', also)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  for (const { id } of pictures) {
    const { fileKey } = await fileOf(id, came);
    await withdraw(id, came);
    await isGone(sharing, fileKey);
  }
  expect(await seenBy(host.officer)).toEqual([]);
  const trail: { text: string }[] = await sharing.dataSource.query(
    `SELECT a::text AS text FROM audit_record a WHERE a.action LIKE 'sharing.album-picture.%'`,
  );
  expect(trail.length).toBeGreaterThan(0);
  expect(trail.filter(({ text }) => text.includes('颁奖') || text.includes('画面模糊'))).toEqual([]);
});

it('an album is paged, the newest first', async () => {
  const ids: string[] = [];
  for (let number = 1; number <= 3; number += 1) ids.unshift((await add(host.officer)).id);
  const first = await sharing.ask(albumPictureContract.list, { activityId, limit: 2 }, came);
  const cursor = first.nextCursor ?? '';
  const rest = await sharing.ask(albumPictureContract.list, { activityId, limit: 2, cursor }, came);
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
});
