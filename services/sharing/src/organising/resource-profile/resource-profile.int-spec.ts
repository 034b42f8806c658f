import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { offerContract } from '@gongxiang/contracts/sharing/finding/offer.contract';
import { loanContract } from '@gongxiang/contracts/sharing/lending/loan.contract';
import { resourceAttributesContract } from '@gongxiang/contracts/sharing/lending/resource-attributes.contract';
import { resourceContract, type ResourceView } from '@gongxiang/contracts/sharing/lending/resource.contract';
import { resourcePictureContract } from '@gongxiang/contracts/sharing/organising/resource-picture.contract';
import { resourceProfileContract } from '@gongxiang/contracts/sharing/organising/resource-profile.contract';
import { FileStore } from '@gongxiang/messaging/files';
import { eventually } from '@gongxiang/testing';
import { dot } from '@gongxiang/testing/pictures';
import { pdfOf } from '../../activities/attachment/attachment.fixture.js';
import {
  at,
  borrow,
  grantFor,
  hall,
  type Lending,
  startLending,
} from '../../lending/loan/lending.fixture.js';
import { isGone, uploaded } from '../../activities/picture/picture.fixture.js';

let lending: Lending;

beforeAll(async () => {
  lending = await startLending();
  lending.sharing.clock.set('2026-11-30T00:00:00Z');
});
afterAll(() => lending.sharing.stop());

const save = (resourceId: string, text: string) =>
  lending.sharing.ask(resourceProfileContract.saveConditions, { resourceId, text }, lending.ownerOfficer);

/** The charter templates of the lending union, which every other union may read. */
async function knowHow(): Promise<ResourceView> {
  const made = await hall(lending, { title: '章程范本', function: 'management', lending: 'access' });
  await grantFor(lending, made.id);
  return made;
}

async function documentOf(resourceId: string, content = pdfOf()): Promise<string> {
  const { sharing, ownerOfficer } = lending;
  const fileKey = await uploaded(sharing, content, ownerOfficer.personId);
  const request = { resourceId, fileKey, fileName: '章程范本.pdf', title: null };
  return (await sharing.ask(resourceProfileContract.addDocument, request, ownerOfficer)).id;
}

describe('conditions of use', () => {
  it('are accepted in the version in force, which the loan keeps', async () => {
    const { sharing, member } = lending;
    const { id } = await hall(lending);
    await grantFor(lending, id);
    expect(await save(id, '**不得吸烟**')).toMatchObject({
      version: 1,
      html: '<p><strong>不得吸烟</strong></p>',
    });
    await expect(borrow(lending, id)).rejects.toMatchObject({ code: 'CONDITIONS_NOT_ACCEPTED' });
    expect(await save(id, '不得吸烟，关灯')).toMatchObject({ version: 2 });
    // They read the first version while the second was written.
    await expect(borrow(lending, id, { conditionsVersion: 1 })).rejects.toMatchObject({
      code: 'CONDITIONS_CHANGED',
      params: { version: 2 },
    });
    const loan = await borrow(lending, id, { conditionsVersion: 2 });
    expect(loan).toMatchObject({ conditionsVersion: 2, state: 'approved' });
    await save(id, '都可以');
    const old = { resourceId: id, version: 2 };
    expect(await sharing.ask(resourceProfileContract.conditions, old, member)).toMatchObject({
      text: '不得吸烟，关灯',
      inForce: false,
    });
  });

  it('that say the same are the same; none may be put in force again, with a number of its own', async () => {
    const { id } = await hall(lending);
    await grantFor(lending, id);
    await save(id, '关灯');
    expect(await save(id, ' 关灯 ')).toMatchObject({ version: 1 });
    expect(await save(id, '')).toMatchObject({ version: 0, text: '' });
    expect(await borrow(lending, id)).toMatchObject({ conditionsVersion: null });
    expect(await save(id, '关灯')).toMatchObject({ version: 2 });
    const never = { resourceId: id, version: 9 };
    await expect(
      lending.sharing.ask(resourceProfileContract.conditions, never, lending.member),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('are never changed, not even by the owner of the table', async () => {
    const { id } = await hall(lending);
    await save(id, '关灯');
    await expect(
      lending.sharing.dataSource.query(
        `UPDATE resource_conditions SET text = '随便' WHERE resource_id = $1`,
        [id],
      ),
    ).rejects.toThrow();
  });
});

describe('the custodian', () => {
  it('E119: is reached by nobody but who keeps it and who has a loan of it', async () => {
    const { sharing, ownerOfficer, borrowerOfficer, otherOfficer, member } = lending;
    const { id: resourceId } = await hall(lending);
    await grantFor(lending, resourceId);
    const received = { resourceId, name: '服务台', deskHours: '9–17', contact: '内线 6021' };
    await sharing.ask(resourceProfileContract.saveCustodian, received, ownerOfficer);
    const contactFor = async (actor: typeof member): Promise<string | null> =>
      (await sharing.ask(resourceProfileContract.custodian, { resourceId }, actor)).contact;
    expect(await contactFor(ownerOfficer)).toBe('内线 6021');
    expect(await contactFor(borrowerOfficer)).toBeNull();
    const { id: loanId } = await borrow(lending, resourceId);
    expect(await contactFor(borrowerOfficer)).toBe('内线 6021');
    expect(await contactFor(member)).toBeNull(); // of the same union, but no officer
    expect(await contactFor(otherOfficer)).toBeNull();
    await sharing.ask(loanContract.cancel, { loanId }, borrowerOfficer);
    expect(await contactFor(borrowerOfficer)).toBeNull();
    expect(await sharing.ask(resourceProfileContract.custodian, { resourceId }, otherOfficer)).toMatchObject({
      name: '服务台',
      deskHours: '9–17',
      hasContact: true,
    });
  });
});

describe('the attributes of a resource', () => {
  it('are those of its function, and words to find it by', async () => {
    const { sharing, ownerOfficer, member } = lending;
    const { id: resourceId } = await hall(lending, { title: '救护员', function: 'people' });
    const skills = { resourceId, skills: ['心肺复苏'], languages: ['手语'] };
    await sharing.ask(resourceAttributesContract.save, skills, ownerOfficer);
    expect(await sharing.ask(resourceAttributesContract.get, { resourceId }, member)).toMatchObject({
      skills: ['心肺复苏'],
      languages: ['手语'],
      equipment: [],
      seats: null,
    });
    const found = await sharing.ask(offerContract.list, { q: '心肺复苏' }, member);
    expect(found.items).toMatchObject([{ id: resourceId, found: 'description' }]);
    const seats = { resourceId, seats: 45 };
    await expect(sharing.ask(resourceAttributesContract.save, seats, ownerOfficer)).rejects.toMatchObject({
      code: 'ATTRIBUTE_NOT_FOR_FUNCTION',
    });
  });
});

describe('the pictures of a resource', () => {
  it('stand in their order, the first for the resource; a removed one comes back as the last', async () => {
    const { sharing, ownerOfficer, member, otherOfficer } = lending;
    const { id: resourceId } = await hall(lending, { title: '剧场看台' });
    const add = async (alt: string): Promise<string> => {
      const fileKey = await uploaded(sharing, await dot('png'), ownerOfficer.personId);
      const request = { resourceId, fileKey, alt };
      const { id } = await sharing.ask(resourcePictureContract.add, request, ownerOfficer);
      // A repeated request gets the same answer, though the upload is gone.
      expect((await sharing.ask(resourcePictureContract.add, request, ownerOfficer)).id).toBe(id);
      return id;
    };
    const ids = [await add('舞台'), await add('看台')];
    const list = (actor: typeof member) => sharing.ask(resourcePictureContract.list, { resourceId }, actor);
    const arranged = { resourceId, pictureIds: [...ids].reverse() };
    await expect(sharing.ask(resourcePictureContract.arrange, arranged, otherOfficer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    await sharing.ask(resourcePictureContract.arrange, arranged, ownerOfficer);
    expect((await list(member)).items.map(({ alt }) => alt)).toEqual(['看台', '舞台']);
    const [first = ''] = arranged.pictureIds;
    const inList = async () =>
      (await sharing.ask(offerContract.list, { q: '剧场看台' }, member)).items.map(({ picture }) => picture);
    expect(await inList()).toEqual([expect.objectContaining({ id: first, alt: '看台' })]);
    const wish = { resourceId, pictureId: first, width: '320' } as const;
    const { fileKey } = await sharing.ask(resourcePictureContract.file, wish, member);
    const words = { resourceId, pictureId: first, alt: '舞台、幕布和音响' };
    await expect(sharing.ask(resourcePictureContract.edit, words, otherOfficer)).rejects.toMatchObject({
      code: 'NOT_PERMITTED',
    });
    const edited = await sharing.ask(resourcePictureContract.edit, words, ownerOfficer);
    expect(edited).toMatchObject({ id: first, alt: '舞台、幕布和音响' });
    expect((await list(member)).items[0]).toMatchObject({ id: first, alt: '舞台、幕布和音响' });
    await sharing.ask(resourcePictureContract.remove, { resourceId, pictureId: first }, ownerOfficer);
    await expect(sharing.ask(resourcePictureContract.edit, words, ownerOfficer)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(sharing.ask(resourcePictureContract.file, wish, member)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await list(member)).toMatchObject({ items: [{ alt: '舞台' }], removed: [] });
    expect(await inList()).toMatchObject([{ alt: '舞台' }]);
    const back = await sharing.ask(
      resourcePictureContract.restore,
      { resourceId, pictureId: first },
      ownerOfficer,
    );
    expect(back.items.map(({ alt }) => alt)).toEqual(['舞台', '舞台、幕布和音响']);
    await sharing.ask(resourcePictureContract.remove, { resourceId, pictureId: first }, ownerOfficer);
    sharing.clock.advance(31 * 86_400_000);
    await isGone(sharing, fileKey);
    sharing.clock.set('2026-11-30T00:00:00Z');
  });
});

describe('know-how', () => {
  it('is read by many at once, each while their loan runs, and counts how often', async () => {
    const { sharing, borrower, borrowerOfficer, other, otherOfficer, ownerOfficer } = lending;
    const { id: resourceId } = await knowHow();
    const documentId = await documentOf(resourceId);
    const times = { startsAt: at(1, '10:00'), endsAt: at(5, '10:00') };
    const first = await borrow(lending, resourceId, times);
    const second = await borrow(lending, resourceId, { ...times, borrowerUnionId: other.id }, otherOfficer);
    expect([first.state, second.state]).toEqual(['approved', 'approved']);
    const file = (actor: typeof otherOfficer) =>
      sharing.ask(resourceProfileContract.documentFile, { resourceId, documentId }, actor);
    const list = (actor: typeof otherOfficer) =>
      sharing.ask(resourceProfileContract.documents, { resourceId }, actor);
    await expect(file(borrowerOfficer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' }); // not begun
    sharing.clock.set('2026-12-02T02:00:00Z');
    for (const actor of [borrowerOfficer, otherOfficer, ownerOfficer]) await file(actor);
    expect(await list(borrowerOfficer)).toMatchObject({
      mayDownload: true,
      accessUntil: '2026-12-05T02:00:00.000Z',
      items: [{ id: documentId, downloads: 3, fileName: '章程范本.pdf' }],
    });
    await expect(
      sharing.ask(loanContract.handOver, { loanId: first.id }, ownerOfficer),
    ).rejects.toMatchObject({
      code: 'ACCESS_NOT_HANDED_OVER',
    });
    sharing.clock.set('2026-12-05T02:00:00Z'); // its end is the first excluded instant
    await expect(file(borrowerOfficer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect(await list(borrowerOfficer)).toMatchObject({ mayDownload: false, accessUntil: null });
    expect(borrower.id).not.toBe(other.id);
    sharing.clock.set('2026-11-30T00:00:00Z');
  });

  it('is free at every time', async () => {
    const { id } = await knowHow();
    await borrow(lending, id, { startsAt: at(1, '10:00'), endsAt: at(5, '10:00') });
    const time = { from: at(2, '10:00'), to: at(2, '12:00'), function: 'management' as const };
    const { items } = await lending.sharing.ask(offerContract.list, time, lending.member);
    expect(items.map((one) => one.id)).toContain(id);
  });

  it('is information or management; only it has documents', async () => {
    await expect(hall(lending, { lending: 'access' })).rejects.toMatchObject({
      code: 'ACCESS_NOT_FOR_FUNCTION',
    });
    const slot = await hall(lending);
    await expect(documentOf(slot.id)).rejects.toMatchObject({ code: 'DOCUMENTS_NOT_FOR_SLOT' });
    const { id } = await knowHow();
    await expect(documentOf(id, await dot('png'))).rejects.toMatchObject({ code: 'ATTACHMENT_IS_PICTURE' });
  });

  it('keeps a removed document for thirty days, and no longer', async () => {
    const { sharing, ownerOfficer, member } = lending;
    const { id: resourceId } = await knowHow();
    const documentId = await documentOf(resourceId);
    const asked = { resourceId, documentId };
    const { fileKey } = await sharing.ask(resourceProfileContract.documentFile, asked, ownerOfficer);
    await sharing.ask(resourceProfileContract.removeDocument, asked, ownerOfficer);
    expect(await sharing.ask(resourceProfileContract.documents, { resourceId }, member)).toMatchObject({
      items: [],
      removed: [],
    });
    const back = await sharing.ask(resourceProfileContract.restoreDocument, asked, ownerOfficer);
    expect(back).toMatchObject({ items: [{ id: documentId }], removed: [] });
    await sharing.ask(resourceProfileContract.removeDocument, asked, ownerOfficer);
    (await sharing.app.get(FileStore).get(fileKey, null)).destroy();
    sharing.clock.advance(31 * 86_400_000);
    await isGone(sharing, fileKey);
    await eventually(async () =>
      expect(
        await sharing.dataSource.query('SELECT 1 FROM resource_document WHERE id = $1', [documentId]),
      ).toEqual([]),
    );
    sharing.clock.set('2026-11-30T00:00:00Z');
  });

  it('shows the version of its conditions, and how it is lent, with the resource', async () => {
    const { id } = await knowHow();
    await save(id, '不得转发');
    expect(await lending.sharing.ask(resourceContract.get, { resourceId: id }, lending.member)).toMatchObject(
      {
        lending: 'access',
        conditionsVersion: 1,
      },
    );
  });
});
