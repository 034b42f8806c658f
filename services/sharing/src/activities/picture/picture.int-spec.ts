import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  activityPictureContract,
  type PictureView,
} from '@gongxiang/contracts/sharing/activities/activity-picture.contract';
import { activityContract } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { eventually, hearHints, type ServiceFixture } from '@gongxiang/testing';
import sharp from 'sharp';
import { dot, photo } from '@gongxiang/testing/pictures';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { knownRole, startSharing } from '../../sharing.fixture.js';
import { isGone as fileIsGone, uploaded } from './picture.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let host: KnownUnion;
let guest: KnownUnion;
let member: Actor;
let activityId: string;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  host = await stage.union();
  guest = await stage.union();
  [member] = (await stage.members(host, 1)) as [Actor];
});
beforeEach(async () => {
  activityId = await stage.activity(host);
});
afterAll(() => sharing.stop());

const upload = async (bytes?: Buffer, owner: Actor = host.officer): Promise<string> =>
  uploaded(sharing, bytes ?? (await dot('png')), owner.personId);

interface Words {
  readonly alt?: string;
  readonly caption?: string;
}

async function add(words: Words = {}, bytes?: Buffer): Promise<PictureView> {
  const request = { activityId, fileKey: await upload(bytes), ...words };
  return sharing.ask(activityPictureContract.add, request, host.officer);
}

const list = (who: Actor, of = activityId) =>
  sharing.ask(activityPictureContract.list, { activityId: of }, who);
const seen = (of = activityId) => sharing.ask(activityPictureContract.listPublic, { activityId: of }, null);
const remove = (pictureId: string, who = host.officer) =>
  sharing.ask(activityPictureContract.remove, { activityId, pictureId }, who);
const restore = (pictureId: string, who = host.officer) =>
  sharing.ask(activityPictureContract.restore, { activityId, pictureId }, who);
const arrange = (pictureIds: string[], coverId: string | null = null) =>
  sharing.ask(activityPictureContract.arrange, { activityId, pictureIds, coverId }, host.officer);
const coverOf = async (): Promise<unknown> =>
  (await sharing.ask(activityContract.get, { activityId }, member)).cover;

async function bytesOf(fileKey: string): Promise<Buffer> {
  const content = await sharing.app.get(FileStore).get(fileKey, null);
  return Buffer.concat((await content.toArray()) as Buffer[]);
}

const isGone = (fileKey: string): Promise<void> => fileIsGone(sharing, fileKey);

const fileOf = (pictureId: string, who: Actor | null = null) =>
  sharing.ask(
    who === null ? activityPictureContract.filePublic : activityPictureContract.file,
    { activityId, pictureId, width: '800' },
    who,
  );

describe('a picture', () => {
  it('is made anew of what was uploaded, which is gone then, and says nothing of where it was taken', async () => {
    const source = await photo(1_000, 500);
    const fileKey = await upload(source);
    const request = { activityId, fileKey, alt: '车间门口' };
    const picture = await sharing.ask(activityPictureContract.add, request, host.officer);
    expect(picture).toMatchObject({ width: 500, height: 1_000, alt: '车间门口', caption: null });
    await isGone(fileKey);
    const bytes = await bytesOf((await fileOf(picture.id)).fileKey);
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 500 });
    for (const word of ['GPS', 'Exif', 'PhoneMaker']) expect(bytes.includes(Buffer.from(word))).toBe(false);
  });

  it('is made once of a file, and the same request is answered alike', async () => {
    const request = { activityId, fileKey: await upload() };
    const call = { idempotencyKey: newId() };
    const first = await sharing.send(activityPictureContract.add, request, host.officer, call);
    await isGone(request.fileKey);
    const second = await sharing.send(activityPictureContract.add, request, host.officer, call);
    expect(second).toMatchObject({ replayed: true, body: first.body });
    const third = await sharing.send(activityPictureContract.add, request, host.officer);
    expect(third).toMatchObject({ existing: true, body: first.body });
    expect((await seen()).items).toHaveLength(1);
  });

  it('is refused where its file is not that of who asks, or none', async () => {
    const foreign = await upload(undefined, guest.officer);
    for (const fileKey of [foreign, newId()])
      await expect(
        sharing.ask(activityPictureContract.add, { activityId, fileKey }, host.officer),
      ).rejects.toMatchObject({ code: 'PICTURE_FILE_MISSING', errors: [{ pointer: '/fileKey' }] });
    await expect(add({}, Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'PICTURE_FORMAT' });
    expect((await seen()).items).toEqual([]);
  });

  it('is added by whoever edits the activity, and by nobody else', async () => {
    const request = { activityId, fileKey: await upload() };
    for (const who of [member, guest.officer])
      await expect(sharing.ask(activityPictureContract.add, request, who)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
    const over = await stage.activity(host, { state: 'cancelled', cancelReason: '暴雨' });
    await expect(
      sharing.ask(activityPictureContract.add, { ...request, activityId: over }, host.officer),
    ).rejects.toMatchObject({ code: 'ACTIVITY_CANCELLED' });
  });

  it('is one of at most twenty-one, also where the last places are asked for at once', async () => {
    for (let number = 1; number <= 19; number += 1) await add();
    const requests = await Promise.all(
      Array.from({ length: 4 }, async () => ({ activityId, fileKey: await upload() })),
    );
    const results = await Promise.allSettled(
      requests.map((request) => sharing.ask(activityPictureContract.add, request, host.officer)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await expect(add()).rejects.toMatchObject({ code: 'PICTURES_TOO_MANY', params: { max: 21 } });
    expect((await seen()).items).toHaveLength(21);
  });

  it('of a draft is seen by those who prepare it, and by nobody else', async () => {
    activityId = await stage.activity(host, { state: 'draft', publishedAt: null });
    const { id } = await add({ alt: '车间' });
    expect((await list(host.officer)).items).toHaveLength(1);
    expect((await fileOf(id, host.officer)).size).toBeGreaterThan(0);
    for (const look of [() => list(member), () => seen(), () => fileOf(id), () => fileOf(id, member)])
      await expect(look()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the pictures of an activity', () => {
  it('stand in the order that is given to them, of all of them', async () => {
    const [a, b, c] = [await add(), await add(), await add()] as [PictureView, PictureView, PictureView];
    const { items } = await arrange([c.id, a.id, b.id]);
    expect(items.map(({ id }) => id)).toEqual([c.id, a.id, b.id]);
    expect((await seen()).items.map(({ id }) => id)).toEqual([c.id, a.id, b.id]);
    for (const wrong of [[a.id], [a.id, b.id, b.id], [a.id, b.id, newId()]])
      await expect(arrange(wrong)).rejects.toMatchObject({ code: 'PICTURES_CHANGED' });
  });

  it('have a cover, which says what it shows', async () => {
    const heard = await hearHints(sharing.nats);
    const officer = await knownRole(sharing, 'officer', host.id);
    const mute = await add();
    expect(await coverOf()).toBeNull();
    const first = await add({ alt: '合影' });
    expect(await coverOf()).toEqual({ id: first.id, alt: '合影' });
    await eventually(() =>
      expect(heard).toContainEqual(expect.objectContaining({ resource: 'activity', personId: officer })),
    );
    await expect(arrange([mute.id, first.id], mute.id)).rejects.toMatchObject({
      code: 'PICTURE_ALT_MISSING',
    });
    const edit = (pictureId: string, words: { alt?: string | null }) =>
      sharing.ask(activityPictureContract.edit, { activityId, pictureId, ...words }, host.officer);
    await edit(mute.id, { alt: '车间' });
    expect((await arrange([mute.id, first.id], mute.id)).coverId).toBe(mute.id);
    await expect(edit(mute.id, { alt: null })).rejects.toMatchObject({ code: 'PICTURE_ALT_MISSING' });
    await edit(mute.id, { alt: '新车间' });
    expect(await coverOf()).toEqual({ id: mute.id, alt: '新车间' });
    const { items } = await sharing.ask(activityContract.list, { organiser: `union:${host.id}` }, member);
    expect(items.find(({ id }) => id === activityId)?.cover).toEqual({ id: mute.id, alt: '新车间' });
    expect((await sharing.ask(activityContract.getPublic, { activityId }, null)).cover?.id).toBe(mute.id);
    expect((await remove(mute.id)).coverId).toBe(first.id);
    expect(await coverOf()).toEqual({ id: first.id, alt: '合影' });
    expect((await remove(first.id)).coverId).toBeNull();
  });

  it('do not change the version of their activity, which somebody may be editing', async () => {
    const before = await sharing.ask(activityContract.get, { activityId }, member);
    await add({ alt: '合影' });
    expect((await sharing.ask(activityContract.get, { activityId }, member)).version).toBe(before.version);
  });

  it('can be brought back for thirty days, and are erased with their files after that', async () => {
    const { id } = await add({ alt: '合影' });
    const { fileKey } = await fileOf(id);
    const { removed } = await remove(id);
    expect(removed).toMatchObject([{ id }]);
    await expect(fileOf(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(fileOf(id, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await fileOf(id, host.officer)).fileKey).toBe(fileKey);
    expect((await list(member)).removed).toEqual([]);
    expect((await restore(id)).items).toMatchObject([{ id }]);
    sharing.clock.advance(31 * 86_400_000);
    expect((await bytesOf((await fileOf(id)).fileKey)).length).toBeGreaterThan(0);
    await remove(id);
    sharing.clock.advance(31 * 86_400_000);
    await isGone(fileKey);
    await expect(restore(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a description', () => {
  it('is shown as harmless HTML on its own page, and by the preview, and in no list', async () => {
    activityId = await stage.activity(host, { description: '**重**<script>alert(1)</script>' });
    const html = '<p><strong>重</strong>&lt;script&gt;alert(1)&lt;/script&gt;</p>';
    expect((await sharing.ask(activityContract.get, { activityId }, member)).descriptionHtml).toBe(html);
    const text = '**重**<script>alert(1)</script>';
    expect(await sharing.ask(activityContract.previewMarkdown, { text }, member)).toEqual({ html });
    const { items } = await sharing.ask(activityContract.list, {}, member);
    expect(JSON.stringify(items)).not.toContain('descriptionHtml');
    await expect(sharing.ask(activityContract.previewMarkdown, { text }, null)).rejects.toMatchObject({
      code: 'NOT_SIGNED_IN',
    });
  });
});
