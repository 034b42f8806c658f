import { buffer } from 'node:stream/consumers';
import { matterPaperContract } from '@gongxiang/contracts/affairs/matters/matter-paper.contract';
import { matterContract } from '@gongxiang/contracts/affairs/matters/matter.contract';
import { workContract } from '@gongxiang/contracts/affairs/works/work.contract';
import { type ExportedFile, personDataContract } from '@gongxiang/contracts/words/person-data';
import { personErasureEvents } from '@gongxiang/contracts/words/person-erasure';
import { type Actor, newId } from '@gongxiang/domain';
import { FileStore, openedStream } from '@gongxiang/messaging/files';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { photo } from '@gongxiang/testing/pictures';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startAffairs, upload } from '../affairs.fixture.js';
import { plantPerson, plantService, plantTree, sendMatter } from '../matters/matters.fixture.js';
import { openWorksCall, sendWork } from '../works/works.fixture.js';

const pdf = Buffer.from('%PDF-1.7\n本人的诊断书\n%%EOF');
const { files } = personDataContract('affairs');

let affairs: ServiceFixture;
let store: FileStore;
let officer: Actor;
let person: Actor;
let other: Actor;

beforeAll(async () => {
  affairs = await startAffairs();
  store = affairs.app.get(FileStore);
  const { left } = await plantTree(affairs);
  officer = await plantPerson(affairs, left, 'officer');
  person = await plantPerson(affairs, left);
  other = await plantPerson(affairs, left);
  const aid = await plantService(affairs, left.id, officer);
  const jurors = [await plantPerson(affairs, left)];
  const call = await openWorksCall(affairs, { unionId: left.id, officer, jurors });
  for (const who of [person, other]) {
    const { id: matterId } = await sendMatter(affairs, aid.id, who);
    await affairs.ask(matterContract.take, { matterId }, officer, { ifMatch: 1 });
    for (const [by, name] of [
      [who, '诊断书.pdf'],
      [officer, '走访记录.pdf'],
    ] as const) {
      const fileKey = await uploaded(by, pdf);
      await affairs.ask(matterPaperContract.add, { matterId, fileKey, name }, by);
    }
    const { id: workId } = await sendWork(affairs, call.id, who);
    const fileKey = await uploaded(who, await photo());
    await affairs.ask(workContract.addFile, { workId, fileKey, name: '炉火.jpg' }, who);
  }
});
afterAll(() => affairs.stop());

const types = ['application/pdf', 'image/jpeg'];
const uploaded = (by: Actor, bytes: Buffer): Promise<string> => upload(affairs, by, bytes, types);

async function filesOf(who: Actor): Promise<ExportedFile[]> {
  const { files: found, next } = await affairs.ask(files, {}, who);
  expect(next).toBeNull();
  return found;
}

async function contentOf({ fileKey, sha256, opening }: ExportedFile): Promise<Buffer> {
  const stored = await store.get(fileKey, null, sha256 ?? '');
  return buffer(openedStream(stored, opening ?? ''));
}

describe('the files that somebody is given with a copy of their data', () => {
  it('are what they have uploaded themselves: no paper of their handler, and nothing of anybody else', async () => {
    const [paper, picture, ...more] = await filesOf(person);
    expect(paper).toMatchObject({ kind: 'matters', name: '诊断书.pdf', size: pdf.length });
    expect(picture).toMatchObject({ kind: 'works', name: '炉火.jpg', about: '炉火旁的老班长' });
    expect(more).toEqual([]);
    const keysOf = async (who: Actor) => (await filesOf(who)).map(({ fileKey }) => fileKey);
    const ofOthers = [...(await keysOf(other)), ...(await keysOf(officer))];
    expect(ofOthers).toHaveLength(2);
    for (const { fileKey } of await filesOf(person)) expect(ofOthers).not.toContain(fileKey);
  });

  it('are sealed in the store, and given with what opens them', async () => {
    const [paper, picture] = await filesOf(person);
    if (paper === undefined || picture === undefined) throw new Error('two were uploaded');
    expect(await contentOf(paper)).toEqual(pdf);
    expect(await contentOf(picture)).toHaveLength(picture.size ?? 0);
    const sealed = await buffer(await store.get(paper.fileKey, null));
    expect(sealed.includes(Buffer.from('诊断书'))).toBe(false);
  });

  it('E123: are none once the person is erased', async () => {
    await affairs.emit(personErasureEvents.erased, { erasureId: newId(), personId: other.personId });
    await eventually(async () => expect(await filesOf(other)).toEqual([]));
    expect(await filesOf(person)).toHaveLength(2);
  });
});
