import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  bulletinContract,
  type BulletinDefinition,
  type BulletinView,
} from '@gongxiang/contracts/affairs/bulletins/bulletin.contract';
import { bulletinFileContract } from '@gongxiang/contracts/affairs/bulletins/bulletin-file.contract';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { bomb, dot, photo } from '@gongxiang/testing/pictures';
import sharp from 'sharp';
import { startAffairs, upload } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';
import { bulletinOf, publishBulletin } from '../bulletins.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let stranger: Actor;
let member: Actor;
let neighbour: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  member = await plantPerson(affairs, tree.left);
  neighbour = await plantPerson(affairs, tree.right);
});
afterAll(() => affairs.stop());

const text = (): Buffer => Buffer.from('时段,岗位\n上午,炉前\n');

const types = ['image/jpeg', 'image/png', 'image/heic', 'application/pdf', 'text/csv'];
const uploaded = (bytes: Buffer, owner: Actor): Promise<string> => upload(affairs, owner, bytes, types);

async function addPicture(bytes: Promise<Buffer> = photo()) {
  const fileKey = await uploaded(await bytes, officer);
  return affairs.ask(bulletinFileContract.addPicture, { unionId: tree.left.id, fileKey }, officer);
}

async function addAttachment(bytes = text(), fileName = '../时间表.exe') {
  const fileKey = await uploaded(bytes, officer);
  const request = { unionId: tree.left.id, fileKey, fileName };
  return affairs.ask(bulletinFileContract.addAttachment, request, officer);
}

const pictureOf = (bulletinId: string, fileId: string, actor: Actor | null) =>
  affairs.ask(
    actor === null ? bulletinFileContract.publicPicture : bulletinFileContract.picture,
    { bulletinId, fileId, width: '800' },
    actor,
  );
const attachmentOf = (bulletinId: string, fileId: string, actor: Actor | null) =>
  affairs.ask(
    actor === null ? bulletinFileContract.publicAttachment : bulletinFileContract.attachment,
    { bulletinId, fileId },
    actor,
  );
const bytesOf = async (fileKey: string): Promise<Buffer> =>
  buffer(await affairs.app.get(FileStore).get(fileKey, null));
const version = ({ version: ifMatch }: BulletinView) => ({ ifMatch });

/** A bulletin that shows one picture and offers one document. */
async function published(changes: Partial<BulletinDefinition> = {}) {
  const [picture, attachment] = [await addPicture(), await addAttachment()];
  const pictures = [{ fileId: picture.fileId, alt: '车间里的饮水点' }];
  const attachments = [{ fileId: attachment.fileId, title: '作业时间表' }];
  const words = { pictures, attachments };
  const bulletin = await publishBulletin(affairs, tree.left.id, officer, { ...words, ...changes });
  return { bulletin, words, picture: picture.fileId, attachment: attachment.fileId };
}

describe('what a bulletin shows', () => {
  it('is made anew of what was uploaded, and read by whom the bulletin is for', async () => {
    const { bulletin, picture, attachment } = await published();
    expect(bulletin).toMatchObject({
      pictures: [{ fileId: picture, alt: '车间里的饮水点', width: 1_200, height: 2_400 }],
      attachments: [{ fileId: attachment, title: '作业时间表', kind: 'txt', size: text().length }],
    });
    const { items } = await affairs.ask(bulletinContract.list, {}, member);
    expect(items.find(({ id }) => id === bulletin.id)?.cover).toEqual({
      fileId: picture,
      alt: '车间里的饮水点',
    });
    const { fileKey } = await pictureOf(bulletin.id, picture, member);
    const { format, exif, width } = await sharp(await bytesOf(fileKey)).metadata();
    expect({ format, exif, width }).toEqual({ format: 'webp', width: 800 });
    const file = await attachmentOf(bulletin.id, attachment, member);
    expect(file).toMatchObject({ fileName: '_时间表.txt', contentType: 'text/plain' });
    expect(await bytesOf(file.fileKey)).toEqual(text());
  });

  it('is read by nobody else, and not by who may not read the bulletin', async () => {
    const { bulletin, picture, attachment } = await published();
    for (const actor of [null, neighbour, stranger]) {
      await expect(pictureOf(bulletin.id, picture, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(attachmentOf(bulletin.id, attachment, actor)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    const other = await published({ audience: 'public' });
    expect(await pictureOf(other.bulletin.id, other.picture, null)).toMatchObject({
      fileKey: expect.anything(),
    });
    expect(await attachmentOf(other.bulletin.id, other.attachment, null)).toMatchObject({
      size: text().length,
    });
    // Through another bulletin than the one that shows it, it is not there.
    await expect(pictureOf(other.bulletin.id, picture, null)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(attachmentOf(bulletin.id, picture, officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(pictureOf(bulletin.id, attachment, officer)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('stays with the revision that showed it, and is gone for readers once the bulletin is withdrawn', async () => {
    const { bulletin, words, picture, attachment } = await published();
    const { title, kind, text: said } = bulletinOf();
    const correction = { title, kind, text: said, pinned: false, note: '去掉了照片' };
    const corrected = await affairs.ask(
      bulletinContract.correct,
      { ...correction, bulletinId: bulletin.id, attachments: words.attachments },
      officer,
      version(bulletin),
    );
    expect(corrected).toMatchObject({ pictures: [], attachments: [{ fileId: attachment }] });
    const first = { bulletinId: bulletin.id, number: 1 };
    expect(await affairs.ask(bulletinContract.revision, first, member)).toMatchObject({
      pictures: [{ fileId: picture, width: 1_200 }],
    });
    expect(await pictureOf(bulletin.id, picture, member)).toMatchObject({ sha256: expect.anything() });
    const reason = { bulletinId: bulletin.id, reason: '会议改期' };
    await affairs.ask(bulletinContract.withdraw, reason, officer, version(corrected));
    expect(await affairs.ask(bulletinContract.get, { bulletinId: bulletin.id }, member)).toMatchObject({
      pictures: [],
      attachments: [],
    });
    await expect(attachmentOf(bulletin.id, attachment, member)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await attachmentOf(bulletin.id, attachment, officer)).toMatchObject({ size: text().length });
  });

  it.each<[string, () => Promise<Partial<BulletinDefinition>>, string]>([
    [
      'that is not there',
      () => Promise.resolve({ pictures: [{ fileId: newId(), alt: '无' }] }),
      '/pictures/0/fileId',
    ],
    [
      'that is a document among the pictures',
      async () => ({ pictures: [{ fileId: (await addAttachment()).fileId, alt: '无' }] }),
      '/pictures/0/fileId',
    ],
    [
      'that is a picture among the documents',
      async () => ({ attachments: [{ fileId: (await addPicture(dot('png'))).fileId, title: '图' }] }),
      '/attachments/0/fileId',
    ],
  ])('is no file %s', async (_what, wrong, pointer) => {
    const request = { ...bulletinOf(await wrong()), unionId: tree.left.id };
    await expect(affairs.ask(bulletinContract.create, request, officer)).rejects.toMatchObject({
      code: 'BULLETIN_FILE_UNKNOWN',
      errors: [{ pointer }],
    });
  });

  it('is no file of another union', async () => {
    const { fileId } = await addPicture(dot('png'));
    const request = { ...bulletinOf({ pictures: [{ fileId, alt: '图' }] }), unionId: tree.right.id };
    await expect(affairs.ask(bulletinContract.create, request, stranger)).rejects.toMatchObject({
      code: 'BULLETIN_FILE_UNKNOWN',
    });
  });
});

describe('a file', () => {
  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a member', () => member, 'NOT_FOUND'],
    ["another union's officer", () => stranger, 'NOT_FOUND'],
  ])('is not added by %s', async (_who, actor, code) => {
    const fileKey = await uploaded(text(), actor() ?? officer);
    const request = { unionId: tree.left.id, fileKey, fileName: '表.csv' };
    await expect(affairs.ask(bulletinFileContract.addAttachment, request, actor())).rejects.toMatchObject({
      code,
    });
    await expect(
      affairs.ask(bulletinFileContract.addPicture, { unionId: tree.left.id, fileKey }, actor()),
    ).rejects.toMatchObject({ code });
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['a picture that is a bomb', () => addPicture(bomb()), 'PICTURE_TOO_MANY_PIXELS'],
    ['a picture that is a text', () => addPicture(Promise.resolve(text())), 'PICTURE_FORMAT'],
    ['a document that is a picture', async () => addAttachment(await dot('png')), 'ATTACHMENT_IS_PICTURE'],
    ['a document that is broken', () => addAttachment(Buffer.from('%PDF-1.7')), 'ATTACHMENT_BROKEN'],
  ])('is not %s', async (_what, add, code) => {
    await expect(add()).rejects.toMatchObject({ code, errors: [{ pointer: '/fileKey' }] });
  });

  it('is one for each upload, also where it is added twice at once, and the upload goes', async () => {
    const fileKey = await uploaded(await dot('png'), officer);
    const request = { unionId: tree.left.id, fileKey };
    const both = await Promise.all(
      [1, 2].map(() => affairs.ask(bulletinFileContract.addPicture, request, officer)),
    );
    expect(both[1]).toEqual(both[0]);
    expect(await affairs.ask(bulletinFileContract.addPicture, request, officer)).toEqual(both[0]);
    await eventually(() => expect(bytesOf(fileKey)).rejects.toMatchObject({ code: 'NOT_FOUND' }));
  });

  it('that nothing shows any more is deleted a day later, and no other', async () => {
    const [unused, kept] = [await addAttachment(), await addAttachment()];
    const attachments = [{ fileId: kept.fileId, title: '表' }];
    const dropped = await addPicture(dot('png'));
    const pictures = [{ fileId: dropped.fileId, alt: '图' }];
    const draft = await affairs.ask(
      bulletinContract.create,
      { ...bulletinOf({ attachments, pictures }), unionId: tree.left.id },
      officer,
    );
    const { fileKey } = await pictureOf(draft.id, dropped.fileId, officer);
    affairs.clock.advance(2 * dayMs);
    await affairs.ask(
      bulletinContract.change,
      { ...bulletinOf({ attachments }), bulletinId: draft.id },
      officer,
      version(draft),
    );
    affairs.clock.advance(2 * dayMs);
    const rows = async (): Promise<string[]> =>
      (
        (await affairs.dataSource.query('SELECT id FROM bulletin_file WHERE id = ANY($1)', [
          [unused.fileId, kept.fileId, dropped.fileId],
        ])) as { id: string }[]
      ).map(({ id }) => id);
    await eventually(async () => expect(await rows()).toEqual([kept.fileId]));
    await eventually(() => expect(bytesOf(fileKey)).rejects.toMatchObject({ code: 'NOT_FOUND' }));
    expect(await attachmentOf(draft.id, kept.fileId, officer)).toMatchObject({ size: text().length });
  });
});
