import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  activityAttachmentContract,
  type AttachmentView,
  type AttachmentVisibility,
  attachmentVisibilities,
} from '@gongxiang/contracts/sharing/activities/activity-attachment.contract';
import { draftContract } from '@gongxiang/contracts/sharing/organising/draft.contract';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { isGone, uploaded } from '../picture/picture.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { pdfOf, planDocx } from './attachment.fixture.js';

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

async function requestOf(visibility: AttachmentVisibility = 'everybody', bytes = pdfOf()) {
  const fileKey = await uploaded(sharing, bytes, host.officer.personId);
  return { activityId, fileKey, fileName: '活动方案.pdf', visibility };
}

const add = async (visibility?: AttachmentVisibility, bytes?: Buffer): Promise<AttachmentView> =>
  sharing.ask(activityAttachmentContract.add, await requestOf(visibility, bytes), host.officer);
const list = (who: Actor, of = activityId) =>
  sharing.ask(activityAttachmentContract.list, { activityId: of }, who);
const seen = () => sharing.ask(activityAttachmentContract.listPublic, { activityId }, null);
const remove = (attachmentId: string) =>
  sharing.ask(activityAttachmentContract.remove, { activityId, attachmentId }, host.officer);
const restore = (attachmentId: string) =>
  sharing.ask(activityAttachmentContract.restore, { activityId, attachmentId }, host.officer);
const fileOf = (attachmentId: string, who: Actor | null, of = activityId) =>
  sharing.ask(
    who === null ? activityAttachmentContract.filePublic : activityAttachmentContract.file,
    { activityId: of, attachmentId },
    who,
  );

describe('an attachment', () => {
  it('is the file that was uploaded, checked and kept anew, under a name that can be saved', async () => {
    const bytes = planDocx();
    const request = { ...(await requestOf('signedIn', bytes)), fileName: '夜\u202Efdp.exe' };
    const attachment = await sharing.ask(activityAttachmentContract.add, request, host.officer);
    expect(attachment).toMatchObject({ title: '夜_fdp', fileName: '夜_fdp.docx', kind: 'docx' });
    const file = await fileOf(attachment.id, member);
    expect(file).toMatchObject({ fileName: '夜_fdp.docx', size: bytes.length });
    const content = await sharing.app.get(FileStore).get(file.fileKey, null, file.sha256);
    expect(Buffer.concat((await content.toArray()) as Buffer[]).equals(bytes)).toBe(true);
    await isGone(sharing, request.fileKey);
  });

  it('is made once of an upload, and the same request is answered alike', async () => {
    const request = await requestOf();
    const call = { idempotencyKey: newId() };
    const first = await sharing.send(activityAttachmentContract.add, request, host.officer, call);
    await isGone(sharing, request.fileKey);
    const second = await sharing.send(activityAttachmentContract.add, request, host.officer, call);
    expect(second).toMatchObject({ replayed: true, body: first.body });
    const third = await sharing.send(activityAttachmentContract.add, request, host.officer);
    expect(third).toMatchObject({ existing: true, body: first.body });
    expect((await seen()).items).toHaveLength(1);
  });

  it('is refused where its file is another’s, or none, or may not be handed on', async () => {
    const foreign = await uploaded(sharing, pdfOf(), guest.officer.personId);
    for (const fileKey of [foreign, newId()])
      await expect(
        sharing.ask(activityAttachmentContract.add, { ...(await requestOf()), fileKey }, host.officer),
      ).rejects.toMatchObject({ code: 'ATTACHMENT_FILE_MISSING', errors: [{ pointer: '/fileKey' }] });
    await expect(add('everybody', pdfOf('/AA << /S /JavaScript >>'))).rejects.toMatchObject({
      code: 'ATTACHMENT_ACTIVE',
    });
    expect((await seen()).items).toEqual([]);
  });

  it('is added by whoever edits the activity, and by nobody else', async () => {
    const request = await requestOf();
    for (const who of [member, guest.officer])
      await expect(sharing.ask(activityAttachmentContract.add, request, who)).rejects.toMatchObject({
        code: 'NOT_PERMITTED',
      });
    const over = await stage.activity(host, { state: 'cancelled', cancelReason: '暴雨' });
    await expect(
      sharing.ask(activityAttachmentContract.add, { ...request, activityId: over }, host.officer),
    ).rejects.toMatchObject({ code: 'ACTIVITY_CANCELLED' });
  });

  it('is one of at most twenty, also where the last places are asked for at once', async () => {
    for (let number = 1; number <= 18; number += 1) await add();
    const requests = await Promise.all(Array.from({ length: 4 }, () => requestOf()));
    const results = await Promise.allSettled(
      requests.map((request) => sharing.ask(activityAttachmentContract.add, request, host.officer)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await expect(add()).rejects.toMatchObject({ code: 'ATTACHMENTS_TOO_MANY', params: { max: 20 } });
  });
});

describe('the attachments of an activity', () => {
  it('are each seen by those whom the organiser has chosen', async () => {
    const coHost = { kind: 'union', id: guest.id, name: '合办工会', unionId: guest.id } as const;
    activityId = await stage.activity(host, { coHosts: [coHost] });
    await stage.pool(activityId, host, 5);
    const [seated] = (await stage.members(host, 1)) as [Actor];
    await stage.register(activityId, seated);
    for (const visibility of attachmentVisibilities) await add(visibility);
    const kindsFor = async (who: Actor): Promise<string[]> =>
      (await list(who)).items.map(({ visibility }) => visibility);
    expect((await seen()).items.map(({ visibility }) => visibility)).toEqual(['everybody']);
    expect(await kindsFor(member)).toEqual(['everybody', 'signedIn']);
    expect(await kindsFor(seated)).toEqual(['everybody', 'signedIn', 'seated']);
    expect(await kindsFor(guest.officer)).toEqual([...attachmentVisibilities]);
    expect(await kindsFor(host.officer)).toEqual([...attachmentVisibilities]);
    const { items } = await list(host.officer);
    const hidden = items.at(-1)?.id ?? '';
    for (const who of [null, member, seated])
      await expect(fileOf(hidden, who)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await fileOf(hidden, guest.officer)).size).toBeGreaterThan(0);
  });

  it('of a draft are seen by those who prepare it, and by nobody else', async () => {
    activityId = await stage.activity(host, { state: 'draft', publishedAt: null });
    const { id } = await add();
    expect((await list(host.officer)).items).toHaveLength(1);
    for (const look of [() => list(member), () => seen(), () => fileOf(id, null), () => fileOf(id, member)])
      await expect(look()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stand in the order that is given to them, of all of them, and are called otherwise', async () => {
    const [a, b] = [await add(), await add()] as [AttachmentView, AttachmentView];
    const arrange = (attachmentIds: string[]) =>
      sharing.ask(activityAttachmentContract.arrange, { activityId, attachmentIds }, host.officer);
    expect((await arrange([b.id, a.id])).items.map(({ id }) => id)).toEqual([b.id, a.id]);
    await expect(arrange([a.id])).rejects.toMatchObject({ code: 'ATTACHMENTS_CHANGED' });
    const edit = { activityId, attachmentId: a.id, title: '方案（第二版）' };
    expect(await sharing.ask(activityAttachmentContract.edit, edit, host.officer)).toMatchObject({
      title: '方案（第二版）',
      visibility: 'everybody',
      fileName: '活动方案.pdf',
    });
  });

  it('can be brought back for thirty days, and are erased with their files after that', async () => {
    const { id } = await add();
    const { fileKey } = await fileOf(id, null);
    expect((await remove(id)).removed).toMatchObject([{ id }]);
    await expect(fileOf(id, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(fileOf(id, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await fileOf(id, host.officer)).fileKey).toBe(fileKey);
    expect((await list(member)).removed).toEqual([]);
    expect((await restore(id)).items).toMatchObject([{ id }]);
    await remove(id);
    sharing.clock.advance(31 * dayMs);
    await isGone(sharing, fileKey);
    await expect(restore(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are taken over by a copy, and their files stay as long as either has them', async () => {
    const [stored, gone] = [await add('hosts'), await add('everybody')];
    await remove(gone.id);
    const { activity } = await sharing.ask(draftContract.copy, { activityId }, host.officer);
    const { items } = await list(host.officer, activity.id);
    expect(items).toMatchObject([{ title: stored.title, visibility: 'hosts' }]);
    const copy = items[0]?.id ?? '';
    const { fileKey } = await fileOf(copy, host.officer, activity.id);
    expect((await fileOf(stored.id, host.officer)).fileKey).toBe(fileKey);
    await remove(stored.id);
    sharing.clock.advance(31 * dayMs);
    await eventually(async () => expect((await list(host.officer)).removed).toEqual([]));
    const content = await sharing.app.get(FileStore).get(fileKey, null);
    content.destroy();
    const last = { activityId: activity.id, attachmentId: copy };
    await sharing.ask(activityAttachmentContract.remove, last, host.officer);
    sharing.clock.advance(31 * dayMs);
    await isGone(sharing, fileKey);
  });
});
