import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type WorkView, workContract } from '@gongxiang/contracts/affairs/works/work.contract';
import type { Actor } from '@gongxiang/domain';
import { FileStore, openedStream } from '@gongxiang/messaging/files';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { bomb, photo } from '@gongxiang/testing/pictures';
import sharp from 'sharp';
import { startAffairs } from '../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../matters/matters.fixture.js';
import { openWorksCall, sendWork } from './works.fixture.js';

let affairs: ServiceFixture;
let files: FileStore;
let tree: Tree;
let officer: Actor;
let jurors: readonly Actor[];
let author: Actor;
let workId: string;

beforeAll(async () => {
  affairs = await startAffairs();
  files = affairs.app.get(FileStore);
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  jurors = [await plantPerson(affairs, tree.left)];
});
beforeEach(async () => {
  author = await plantPerson(affairs, tree.left);
  const parties = { unionId: tree.left.id, officer, jurors };
  const { id } = await openWorksCall(affairs, parties, { fileKinds: ['picture', 'document'] });
  workId = (await sendWork(affairs, id, author)).id;
});
afterAll(() => affairs.stop());

async function uploaded(bytes: Buffer): Promise<string> {
  const types = ['application/pdf', 'image/png', 'image/jpeg'];
  const options = { bytesMax: 20_000_000, ownerId: author.personId, types };
  return (await files.put(Readable.from([bytes]), options)).key;
}

function add(fileKey: string): Promise<WorkView> {
  return affairs.ask(workContract.addFile, { workId, fileKey, name: '张三在武汉.jpg' }, author);
}

async function added(bytes: Buffer): Promise<{ readonly fileId: string; readonly fileKey: string }> {
  const view = await add(await uploaded(bytes));
  const fileId = view.files.at(-1)?.id ?? '';
  const { fileKey } = await affairs.ask(workContract.file, { workId, fileId }, author);
  return { fileId, fileKey };
}

async function opened(fileId: string, actor: Actor): Promise<Buffer> {
  const file = await affairs.ask(workContract.file, { workId, fileId }, actor);
  const content = await buffer(openedStream(await files.get(file.fileKey, null, file.sha256), file.opening));
  expect(content).toHaveLength(file.size);
  return content;
}

async function isGone(key: string): Promise<void> {
  await eventually(async () => {
    if (await files.has(key)) throw new Error('still there');
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
    await isGone(fileKey);
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
    const { fileId, fileKey } = await added(await photo());
    const { version } = await affairs.ask(workContract.get, { workId }, author);
    const work = await affairs.ask(workContract.withdraw, { workId }, author, { ifMatch: version });
    expect(work.files).toEqual([]);
    await isGone(fileKey);
    await expect(opened(fileId, author)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

it('a document of a work stays as it was sent', async () => {
  const pdf = Buffer.from('%PDF-1.7\n一首诗\n%%EOF');
  const { fileId } = await added(pdf);
  expect(await opened(fileId, officer)).toEqual(pdf);
});

/** Files that are stored and nothing refers to: they are removed within the hour. */
async function dueFiles(): Promise<unknown[]> {
  return affairs.dataSource.query(`SELECT key FROM due WHERE kind = 'unneeded-file' ORDER BY key`);
}
