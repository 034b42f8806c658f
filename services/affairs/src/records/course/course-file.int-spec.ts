import { Readable } from 'node:stream';
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
import { startAffairs } from '../../affairs.fixture.js';
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

async function uploaded(bytes: Buffer, owner: Actor): Promise<string> {
  const options = {
    bytesMax: 1024 * 1024,
    ownerId: owner.personId,
    types: ['image/png', 'application/pdf', 'text/csv'],
  };
  return (await affairs.app.get(FileStore).put(Readable.from([bytes]), options)).key;
}

async function addPicture(owner = officer, unionId = tree.left.id): Promise<string> {
  const fileKey = await uploaded(await dot('png'), owner);
  return (await affairs.ask(bulletinFileContract.addPicture, { unionId, fileKey }, owner)).fileId;
}

async function addDocument(): Promise<string> {
  const fileKey = await uploaded(Buffer.from('步骤,要点\n断电,挂牌\n'), officer);
  const request = { unionId: tree.left.id, fileKey, fileName: '要点.csv' };
  return (await affairs.ask(bulletinFileContract.addAttachment, request, officer)).fileId;
}

const definitionOf = (files: Pick<CourseLesson, 'pictures' | 'attachments'>): CourseDefinition => ({
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

const create = (files: Pick<CourseLesson, 'pictures' | 'attachments'>): Promise<CourseContentView> =>
  affairs.ask(courseContract.create, { ...definitionOf(files), unionId: tree.left.id }, officer);
const publish = ({ id, version }: CourseContentView): Promise<CourseContentView> =>
  affairs.ask(courseContract.publish, { courseId: id }, officer, { ifMatch: version });
const pictureOf = (courseId: string, fileId: string, actor: Actor | null) =>
  affairs.ask(courseContract.picture, { courseId, fileId, width: '800' }, actor);
const documentOf = (courseId: string, fileId: string, actor: Actor | null) =>
  affairs.ask(courseContract.attachment, { courseId, fileId }, actor);
const notFound = { code: 'NOT_FOUND' };

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
