import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  workFileBytesMax,
  workFileTypes,
  type WorkView,
  workContract,
} from '@gongxiang/contracts/affairs/works/work.contract';
import { personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { FileStore, openedStream } from '@gongxiang/messaging/files';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { bomb, photo } from '@gongxiang/testing/pictures';
import sharp from 'sharp';
import { startAffairs, upload } from '../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../matters/matters.fixture.js';
import { openWorksCall, sendWork } from './works.fixture.js';

const pdf = Buffer.from('%PDF-1.7\n一首诗\n%%EOF');

let affairs: ServiceFixture;
let files: FileStore;
let tree: Tree;
let officer: Actor;
let jurors: readonly Actor[];
let stranger: Actor;
let author: Actor;
let worksCallId: string;
let workId: string;

beforeAll(async () => {
  affairs = await startAffairs();
  files = affairs.app.get(FileStore);
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  jurors = [await plantPerson(affairs, tree.left)];
});
beforeEach(async () => {
  author = await plantPerson(affairs, tree.left);
  const parties = { unionId: tree.left.id, officer, jurors };
  worksCallId = (
    await openWorksCall(affairs, parties, { fileKinds: ['picture', 'document', 'video', 'audio'] })
  ).id;
  workId = (await sendWork(affairs, worksCallId, author)).id;
});
afterAll(() => affairs.stop());

function uploaded(bytes: Buffer, types: readonly string[] = workFileTypes): Promise<string> {
  return upload(affairs, author, bytes, types);
}

function add(fileKey: string, posterKey?: string): Promise<WorkView> {
  const poster = posterKey === undefined ? {} : { posterKey };
  return affairs.ask(workContract.addFile, { workId, fileKey, ...poster, name: '张三在武汉.jpg' }, author);
}

async function added(bytes: Buffer): Promise<{ readonly fileId: string; readonly keys: readonly string[] }> {
  const view = await add(await uploaded(bytes));
  const fileId = view.files.at(-1)?.id ?? '';
  const rows: { keys: string[] }[] = await affairs.dataSource.query(
    'SELECT array_remove(ARRAY[file_key, preview_key], NULL)::text[] AS keys FROM work_file WHERE id = $1',
    [fileId],
  );
  return { fileId, keys: rows[0]?.keys ?? [] };
}

async function opened(
  fileId: string,
  actor: Actor | null,
  what: 'file' | 'preview' = 'file',
): Promise<Buffer> {
  const file = await affairs.ask(workContract[what], { workId, fileId }, actor);
  const content = await buffer(openedStream(await files.get(file.fileKey, null, file.sha256), file.opening));
  expect(content).toHaveLength(file.size);
  return content;
}

async function areGone(keys: readonly string[]): Promise<void> {
  await eventually(async () => {
    for (const key of keys) if (await files.has(key)) throw new Error('still there');
  });
}

describe('a picture of a work', () => {
  it('has lost its metadata, and stands upright', async () => {
    const { fileId } = await added(await photo());
    const content = await opened(fileId, officer);
    const { format, width, height, exif, orientation } = await sharp(content).metadata();
    // Stored as 2400 × 1200 with a rotation, so 1200 × 2400 when shown.
    expect({ format, width, height, exif, orientation }).toEqual({
      format: 'jpeg',
      width: 1_200,
      height: 2_400,
    });
    for (const word of ['Exif', 'GPS', 'PhoneMaker', '张三'])
      expect(content.includes(Buffer.from(word))).toBe(false);
  });

  it('is there once however often its upload is named, which then goes', async () => {
    const fileKey = await uploaded(await photo());
    const both = await Promise.allSettled([add(fileKey), add(fileKey)]);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect((await add(fileKey)).files).toHaveLength(1);
    await areGone([fileKey]);
    expect((await add(fileKey)).files).toHaveLength(1);
  });

  it.each<[string, () => Promise<Buffer>, string]>([
    ['breaks off', async () => (await photo()).subarray(0, 3_000), 'PICTURE_UNREADABLE'],
    ['claims 3,600 megapixels', () => bomb(), 'PICTURE_TOO_MANY_PIXELS'],
  ])('is refused where it %s, and leaves nothing', async (_what, make, code) => {
    const fileKey = await uploaded(await make());
    const before = await dueFiles();
    await expect(add(fileKey)).rejects.toMatchObject({ code, errors: [{ pointer: '/fileKey' }] });
    expect((await affairs.ask(workContract.get, { workId }, author)).files).toEqual([]);
    expect(before).toEqual(expect.arrayContaining(await dueFiles()));
  });

  it('goes with a work that is taken back', async () => {
    const { fileId, keys } = await added(await photo());
    expect(keys).toHaveLength(2);
    const { version } = await affairs.ask(workContract.get, { workId }, author);
    const work = await affairs.ask(workContract.withdraw, { workId }, author, { ifMatch: version });
    expect(work).toMatchObject({ files: [], coverId: null });
    await areGone(keys);
    for (const what of ['file', 'preview'] as const)
      await expect(opened(fileId, author, what)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a video or a recording of a work', () => {
  const video = Buffer.concat([
    Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1'),
    Buffer.from('\0\0\0\x17moov\0\0\0\x0fudta+30.592', 'latin1'),
    Buffer.from('\0\0\0\x0cmdatseen', 'latin1'),
  ]);
  const recording = Buffer.from([0xff, 0xfb, 0x90, 0x00, 1, 2, 3, 4]);

  it('does not say where it was made, and a video has the picture that its sender took of it', async () => {
    const [fileKey, posterKey] = [await uploaded(video), await uploaded(await photo())];
    const { files: lines, coverId } = await add(fileKey, posterKey);
    const [line] = lines;
    expect(line).toMatchObject({ contentType: 'video/mp4', hasPreview: true });
    expect(coverId).toBe(line?.id);
    const content = await opened(line?.id ?? '', officer);
    expect([content.length, content.includes('30.592'), content.includes('seen')]).toEqual([
      video.length,
      false,
      true,
    ]);
    const { format, exif } = await sharp(await opened(line?.id ?? '', officer, 'preview')).metadata();
    expect({ format, exif }).toEqual({ format: 'webp' });
    await areGone([fileKey, posterKey]);
  });

  it('needs no picture, and has the ending of its kind for whoever is not to know its author', async () => {
    const { fileId } = await added(recording);
    const { version } = await affairs.ask(workContract.get, { workId }, author);
    await affairs.ask(workContract.admit, { workId }, officer, { ifMatch: version });
    affairs.clock.advance(12 * dayMs);
    const file = await eventually(() =>
      affairs.ask(workContract.file, { workId, fileId }, jurors[0] ?? null),
    );
    expect(file).toMatchObject({ name: '1.mp3', contentType: 'audio/mpeg', size: recording.length });
    affairs.clock.advance(-12 * dayMs);
  });

  it.each<[string, () => Promise<Buffer>]>([
    ['breaks off', () => Promise.resolve(video.subarray(0, video.length - 2))],
    ['is of a sort that players do not take', () => Promise.resolve(Buffer.from('\x1aE\xdf\xa3webm'))],
  ])('is refused where it %s', async (_what, make) => {
    const key = await uploaded(await make(), [...workFileTypes, 'application/octet-stream']);
    await expect(add(key)).rejects.toMatchObject({
      code: 'WORK_FILE_FORMAT',
      errors: [{ pointer: '/fileKey' }],
    });
  });

  it('may be larger than a document', async () => {
    const room = Buffer.alloc(workFileBytesMax);
    const large = Buffer.concat([recording, room]);
    expect((await add(await uploaded(large))).files).toHaveLength(1);
    await expect(add(await uploaded(Buffer.concat([pdf, room])))).rejects.toMatchObject({
      code: 'WORK_FILE_FORMAT',
    });
  });
});

describe('the preview of a picture', () => {
  it('is small, says nothing of its author, and is the cover of the work in lists', async () => {
    await added(pdf);
    const { fileId } = await added(await photo());
    await added(await photo());
    const content = await opened(fileId, officer, 'preview');
    const { format, width, height, exif } = await sharp(content).metadata();
    // Of 1200 × 2400 upright: 640 × 1200 / 2400 = 320.
    expect({ format, width, height, exif }).toEqual({ format: 'webp', width: 320, height: 640 });
    const work = await affairs.ask(workContract.get, { workId }, author);
    expect(work.files.map(({ hasPreview }) => hasPreview)).toEqual([false, true, true]);
    const listed = await affairs.ask(workContract.list, { worksCallId }, officer);
    const mine = await affairs.ask(workContract.listMine, {}, author);
    for (const { coverId } of [work, ...listed.items, ...mine.items]) expect(coverId).toBe(fileId);
  });

  it.each<[string, () => Actor | null, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN'],
    ['a juror before judging begins', () => jurors[0] ?? null, 'NOT_FOUND'],
    ["another union's officer", () => stranger, 'NOT_FOUND'],
  ])('is not seen by %s', async (_who, actor, code) => {
    const { fileId } = await added(await photo());
    await expect(opened(fileId, actor(), 'preview')).rejects.toMatchObject({ code });
  });

  it('E123: goes with its file once the author is erased', async () => {
    const { fileId, keys } = await added(await photo());
    expect(keys).toHaveLength(2);
    await affairs.emit(personErasureEvents.erased, { erasureId: newId(), personId: author.personId });
    await areGone(keys);
    await expect(opened(fileId, officer, 'preview')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const work = await affairs.ask(workContract.get, { workId }, officer);
    expect(work).toMatchObject({ coverId: null, files: [{ hasPreview: false }] });
  });
});

it('a document of a work stays as it was sent, without a preview', async () => {
  const { fileId, keys } = await added(pdf);
  expect(keys).toHaveLength(1);
  expect(await opened(fileId, officer)).toEqual(pdf);
  await expect(opened(fileId, officer, 'preview')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

/** Files that are stored and nothing refers to: they are removed within the hour. */
async function dueFiles(): Promise<unknown[]> {
  return affairs.dataSource.query(`SELECT key FROM due WHERE kind = 'unneeded-file' ORDER BY key`);
}
