import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bulletinFileContract } from '@gongxiang/contracts/affairs/bulletins/bulletin-file.contract';
import {
  courseContract,
  type CourseContentView,
  type CourseDefinition,
  type CourseLesson,
} from '@gongxiang/contracts/affairs/records/course.contract';
import { type Actor, dayMs, newId } from '@gongxiang/domain';
import { FileStore } from '@gongxiang/messaging/files';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { dot } from '@gongxiang/testing/pictures';
import { startAffairs, upload } from '../../affairs.fixture.js';
import { plantPerson, plantTree, type Tree } from '../../matters/matters.fixture.js';

let affairs: ServiceFixture;
let tree: Tree;
let officer: Actor;
let member: Actor;
let neighbour: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  member = await plantPerson(affairs, tree.left);
  neighbour = await plantPerson(affairs, tree.right, 'officer');
});
afterAll(() => affairs.stop());

const types = ['image/png', 'application/pdf', 'text/csv', 'video/mp4', 'audio/mpeg'];
const uploaded = (bytes: Buffer, owner: Actor): Promise<string> => upload(affairs, owner, bytes, types);

async function addPicture(owner = officer, unionId = tree.left.id): Promise<string> {
  const fileKey = await uploaded(await dot('png'), owner);
  return (await affairs.ask(bulletinFileContract.addPicture, { unionId, fileKey }, owner)).fileId;
}

async function addDocument(): Promise<string> {
  const fileKey = await uploaded(Buffer.from('步骤,要点\n断电,挂牌\n'), officer);
  const request = { unionId: tree.left.id, fileKey, fileName: '要点.csv' };
  return (await affairs.ask(bulletinFileContract.addAttachment, request, officer)).fileId;
}

const definitionOf = (
  files: Pick<CourseLesson, 'pictures' | 'attachments' | 'recordings'>,
): CourseDefinition => ({
  title: '安全用电',
  summary: '车间用电的规矩。',
  audience: 'members',
  lessons: [
    { title: '一', text: '先断电' },
    { title: '二', text: '再验电', ...files },
  ],
  questions: [
    {
      text: '先做什么',
      choices: [
        { text: '断电', right: true },
        { text: '开工', right: false },
      ],
    },
  ],
  passPercent: 50,
  attemptsMax: 2,
});

const create = (
  files: Pick<CourseLesson, 'pictures' | 'attachments' | 'recordings'>,
): Promise<CourseContentView> =>
  affairs.ask(courseContract.create, { ...definitionOf(files), unionId: tree.left.id }, officer);
const publish = ({ id, version }: CourseContentView): Promise<CourseContentView> =>
  affairs.ask(courseContract.publish, { courseId: id }, officer, { ifMatch: version });
const pictureOf = (courseId: string, fileId: string, actor: Actor | null) =>
  affairs.ask(courseContract.picture, { courseId, fileId, width: '800' }, actor);
const documentOf = (courseId: string, fileId: string, actor: Actor | null) =>
  affairs.ask(courseContract.attachment, { courseId, fileId }, actor);
const recordingOf = (courseId: string, fileId: string, actor: Actor | null) =>
  affairs.ask(courseContract.recording, { courseId, fileId }, actor);
const notFound = { code: 'NOT_FOUND' };

const video = Buffer.concat([
  Buffer.from('\0\0\0\x10ftypisom\0\0\0\0', 'latin1'),
  Buffer.from('\0\0\0\x17moov\0\0\0\x0fudta+30.592', 'latin1'),
  Buffer.from('\0\0\0\x0cmdatseen', 'latin1'),
]);

async function addRecording(bytes: Buffer = video, posterKey?: string, fileName = '灭火器.MOV') {
  const fileKey = await uploaded(bytes, officer);
  const poster = posterKey === undefined ? {} : { posterKey };
  const request = { unionId: tree.left.id, fileKey, fileName, ...poster };
  return affairs.ask(bulletinFileContract.addRecording, request, officer);
}

describe('what a lesson shows', () => {
  it('is seen by whoever sees the course, under the names that it has there', async () => {
    const [picture, document] = [await addPicture(), await addDocument()];
    const made = await create({
      pictures: [{ fileId: picture, alt: '配电箱' }],
      attachments: [{ fileId: document, title: '操作要点' }],
    });
    const shown = {
      pictures: [{ fileId: picture, alt: '配电箱', width: 64, height: 48 }],
      attachments: [{ fileId: document, title: '操作要点', kind: 'csv' }],
    };
    expect(made.lessons).toMatchObject([{ pictures: [], attachments: [] }, shown]);
    await expect(pictureOf(made.id, picture, member)).rejects.toMatchObject(notFound);
    await publish(made);
    expect((await affairs.ask(courseContract.get, { courseId: made.id }, member)).lessons[1]).toMatchObject(
      shown,
    );
    expect(await pictureOf(made.id, picture, member)).toMatchObject({ size: expect.any(Number) });
    expect(await documentOf(made.id, document, member)).toMatchObject({ contentType: 'text/csv' });
    for (const ask of [
      () => pictureOf(made.id, picture, neighbour),
      () => documentOf(made.id, document, neighbour),
    ])
      await expect(ask()).rejects.toMatchObject(notFound);
    await expect(documentOf(made.id, document, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    await expect(documentOf(made.id, picture, member)).rejects.toMatchObject(notFound);
    await expect(pictureOf(made.id, document, member)).rejects.toMatchObject(notFound);
  });

  it('is nothing that is not there, of another kind or of another union', async () => {
    const elsewhere = await addPicture(neighbour, tree.right.id);
    const document = await addDocument();
    for (const fileId of [newId(), document, elsewhere])
      await expect(create({ pictures: [{ fileId, alt: '图' }] })).rejects.toMatchObject({
        code: 'BULLETIN_FILE_UNKNOWN',
        errors: [{ pointer: '/lessons/1/pictures/0/fileId' }],
      });
  });

  it('stays for whoever has begun the edition that shows it, and for nobody else', async () => {
    const picture = await addPicture();
    const made = await publish(await create({ pictures: [{ fileId: picture, alt: '旧图' }] }));
    await affairs.ask(courseContract.begin, { courseId: made.id }, member);
    const request = { ...definitionOf({}), courseId: made.id };
    await affairs.ask(courseContract.change, request, officer, { ifMatch: made.version });
    affairs.clock.advance(2 * dayMs);
    expect(await pictureOf(made.id, picture, member)).toMatchObject({ size: expect.any(Number) });
    const late = await plantPerson(affairs, tree.left);
    await expect(pictureOf(made.id, picture, late)).rejects.toMatchObject(notFound);
  });

  it('is deleted a day after a draft shows it no more, and what it still shows is not', async () => {
    const [kept, dropped] = [await addDocument(), await addDocument()];
    const attachments = [kept, dropped].map((fileId) => ({ fileId, title: '要点' }));
    const made = await create({ attachments });
    const request = { ...definitionOf({ attachments: attachments.slice(0, 1) }), courseId: made.id };
    await affairs.ask(courseContract.change, request, officer, { ifMatch: made.version });
    affairs.clock.advance(2 * dayMs);
    await eventually(async () => {
      const rows: { id: string }[] = await affairs.dataSource.query(
        'SELECT id FROM bulletin_file WHERE id = ANY($1)',
        [[kept, dropped]],
      );
      expect(rows.map(({ id }) => id)).toEqual([kept]);
    });
    expect(await documentOf(made.id, kept, officer)).toMatchObject({ fileName: '要点.csv' });
  });
});

describe('a video of a lesson', () => {
  it('does not say where it was made, is played by whoever sees the course, and has the picture out of it', async () => {
    const posterKey = await uploaded(await dot('png'), officer);
    const { fileId, ...added } = await addRecording(video, posterKey);
    expect(added).toEqual({ title: '灭火器', kind: 'mp4', size: video.length });
    const made = await publish(await create({ recordings: [{ fileId, title: '怎么用灭火器' }] }));
    const shown = { fileId, title: '怎么用灭火器', kind: 'mp4', size: video.length, hasPoster: true };
    const course = await affairs.ask(courseContract.get, { courseId: made.id }, member);
    expect(course.lessons[1]?.recordings).toEqual([shown]);
    const file = await recordingOf(made.id, fileId, member);
    expect(file).toMatchObject({ fileName: '灭火器.mp4', contentType: 'video/mp4', size: video.length });
    const stored = await affairs.app.get(FileStore).get(file.fileKey, null, file.sha256);
    const bytes = Buffer.concat((await stored.toArray()) as Buffer[]);
    expect([bytes.includes('30.592'), bytes.includes('seen')]).toEqual([false, true]);
    expect(await pictureOf(made.id, fileId, member)).toMatchObject({ size: expect.any(Number) });
    await expect(documentOf(made.id, fileId, member)).rejects.toMatchObject(notFound);
    await expect(recordingOf(made.id, fileId, neighbour)).rejects.toMatchObject(notFound);
    await expect(recordingOf(made.id, fileId, null)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('is one that the union has added as such, and stays as long as a lesson shows it', async () => {
    const document = await addDocument();
    await expect(create({ recordings: [{ fileId: document, title: '视频' }] })).rejects.toMatchObject({
      code: 'BULLETIN_FILE_UNKNOWN',
      errors: [{ pointer: '/lessons/1/recordings/0/fileId' }],
    });
    const { fileId } = await addRecording();
    await expect(create({ attachments: [{ fileId, title: '附件' }] })).rejects.toMatchObject({
      code: 'BULLETIN_FILE_UNKNOWN',
    });
    const made = await create({ recordings: [{ fileId, title: '视频' }] });
    expect(made.lessons[1]?.recordings).toMatchObject([{ hasPoster: false }]);
    affairs.clock.advance(2 * dayMs);
    expect(await recordingOf(made.id, fileId, officer)).toMatchObject({ size: video.length });
  });

  it.each<[string, Buffer]>([
    ['breaks off', video.subarray(0, video.length - 2)],
    ['is none', Buffer.from('步骤,要点\n')],
  ])('is refused where it %s', async (_what, bytes) => {
    await expect(addRecording(bytes)).rejects.toMatchObject({
      code: 'BULLETIN_RECORDING_FORMAT',
      errors: [{ pointer: '/fileKey' }],
    });
  });

  it('is added by officers of the union alone', async () => {
    const fileKey = await uploaded(video, neighbour);
    const request = { unionId: tree.left.id, fileKey, fileName: 'x.mp4' };
    for (const [who, code] of [
      [neighbour, 'NOT_FOUND'],
      [member, 'NOT_FOUND'],
      [null, 'NOT_SIGNED_IN'],
    ] as const)
      await expect(affairs.ask(bulletinFileContract.addRecording, request, who)).rejects.toMatchObject({
        code,
      });
  });
});
