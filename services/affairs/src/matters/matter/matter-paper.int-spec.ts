import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  matterContract,
  matterPapersMax,
  type MatterView,
} from '@gongxiang/contracts/affairs/matters/matter.contract';
import { matterPaperContract } from '@gongxiang/contracts/affairs/matters/matter-paper.contract';
import type { ServiceItemView } from '@gongxiang/contracts/affairs/matters/service-item.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { FileStore, openedStream } from '@gongxiang/messaging/files';
import { eventually, type ServiceFixture } from '@gongxiang/testing';
import { startAffairs, upload } from '../../affairs.fixture.js';
import { plantPerson, plantService, plantTree, readMatter, sendMatter } from '../matters.fixture.js';

const content = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from('独一无二的病历'.repeat(200))]);

let affairs: ServiceFixture;
let files: FileStore;
let person: Actor;
let officer: Actor;
let other: Actor;
let stranger: Actor;
let aid: ServiceItemView;
let matterId: string;

beforeAll(async () => {
  affairs = await startAffairs();
  files = affairs.app.get(FileStore);
  const tree = await plantTree(affairs);
  officer = await plantPerson(affairs, tree.left, 'officer');
  other = await plantPerson(affairs, tree.left, 'officer');
  stranger = await plantPerson(affairs, tree.right, 'officer');
  person = await plantPerson(affairs, tree.left);
  const papers = [
    { id: 'identity', title: '身份证', required: true },
    { id: 'hospital', title: '住院单据', required: false },
  ];
  aid = await plantService(affairs, tree.left.id, officer, { papers });
});
beforeEach(async () => {
  // A person has a bounded number of matters under way.
  await affairs.dataSource.query(`UPDATE matter SET state = 'closed'`);
  matterId = (await sendMatter(affairs, aid.id, person)).id;
});
afterAll(() => affairs.stop());

const types = ['application/pdf', 'image/png', 'text/csv'];
const uploaded = (actor: Actor, bytes = content): Promise<string> => upload(affairs, actor, bytes, types);

async function add(actor: Actor, more: { asked?: string; fileKey?: string } = {}): Promise<MatterView> {
  const fileKey = more.fileKey ?? (await uploaded(actor));
  return affairs.ask(matterPaperContract.add, { matterId, name: '出院小结.pdf', ...more, fileKey }, actor);
}

function take(): Promise<MatterView> {
  return affairs.ask(matterContract.take, { matterId }, officer, { ifMatch: 1 });
}

const fileOf = (paperId: string, actor: Actor | null) =>
  affairs.ask(matterPaperContract.file, { matterId, paperId }, actor);

async function isGone(key: string): Promise<void> {
  await eventually(async () => {
    if (await files.has(key)) throw new Error('still there');
  });
}

describe('a paper', () => {
  it('is added by the person and read by whoever has the matter in hand', async () => {
    await take();
    const { papers, papersAsked, entries } = await add(person, { asked: 'identity' });
    expect(papersAsked.map(({ id }) => id)).toEqual(['identity', 'hospital']);
    expect(papers).toMatchObject([
      { name: '出院小结.pdf', asked: 'identity', contentType: 'application/pdf', removable: true },
    ]);
    expect(entries.at(-1)).toMatchObject({ event: 'paperAdded', byName: null, text: '出院小结.pdf' });
    const paperId = papers[0]?.id ?? '';
    const { fileKey, sha256, opening, size } = await fileOf(paperId, officer);
    expect(await buffer(openedStream(await files.get(fileKey, null, sha256), opening))).toEqual(content);
    expect(size).toBe(content.length);
    expect((await readMatter(affairs, matterId, officer)).papers).toMatchObject([{ removable: false }]);
  });

  it('E123: lies nowhere in the clear once it is there, neither its content nor its name', async () => {
    const fileKey = await uploaded(person);
    const { papers } = await add(person, { fileKey });
    await isGone(fileKey);
    const stored = await fileOf(papers[0]?.id ?? '', person);
    const sealed = await buffer(await files.get(stored.fileKey, null));
    expect(sealed.includes(Buffer.from('病历'))).toBe(false);
    for (const table of ['matter_paper', 'matter_entry', 'audit_record', 'idempotency', 'outbox', 'due']) {
      const rows: unknown[] = await affairs.dataSource.query(
        `SELECT 1 FROM ${table} AS t WHERE t::text LIKE '%出院小结%' OR t::text LIKE '%${stored.opening}%'`,
      );
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it.each<[string, () => Actor | null, string, string]>([
    ['nobody', () => null, 'NOT_SIGNED_IN', 'NOT_SIGNED_IN'],
    // They see its line on the desk of their union.
    ['another officer of the same union', () => other, 'NOT_FOUND', 'NOT_PERMITTED'],
    ["another union's officer", () => stranger, 'NOT_FOUND', 'NOT_FOUND'],
  ])('is neither read, added nor taken back by %s', async (_who, actor, code, toRemove) => {
    await take();
    const { papers } = await add(person);
    const paperId = papers[0]?.id ?? '';
    await expect(fileOf(paperId, actor())).rejects.toMatchObject({ code });
    const removal = affairs.ask(matterPaperContract.remove, { matterId, paperId }, actor());
    await expect(removal).rejects.toMatchObject({ code: toRemove });
    const upload = { matterId, fileKey: newId(), name: 'x.pdf' };
    await expect(affairs.ask(matterPaperContract.add, upload, actor())).rejects.toMatchObject({ code });
  });

  it('is there once however often its upload is named, also by two at once', async () => {
    const fileKey = await uploaded(person);
    const both = await Promise.allSettled([add(person, { fileKey }), add(person, { fileKey })]);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect((await add(person, { fileKey })).papers).toHaveLength(1);
  });

  it.each<[string, () => Promise<string>, string]>([
    ['of another person', () => uploaded(other), 'MATTER_PAPER_MISSING'],
    ['that is not there', async () => newId(), 'MATTER_PAPER_MISSING'],
    ['that is no document', () => uploaded(person, Buffer.from('a,b\n1,2\n')), 'MATTER_PAPER_FORMAT'],
    [
      'of more than 10 MB',
      () => uploaded(person, Buffer.concat([content, Buffer.alloc(10 * 1024 * 1024)])),
      'MATTER_PAPER_FORMAT',
    ],
  ])('is refused where the upload is one %s', async (_what, upload, code) => {
    const fileKey = await upload();
    await expect(add(person, { fileKey })).rejects.toMatchObject({ code, errors: [{ pointer: '/fileKey' }] });
    expect((await readMatter(affairs, matterId, person)).papers).toEqual([]);
  });

  it('is one of those that the service asks for, or none of them', async () => {
    await expect(add(person, { asked: 'passport' })).rejects.toMatchObject({
      code: 'MATTER_PAPER_UNKNOWN',
      errors: [{ pointer: '/asked' }],
    });
    expect((await add(person)).papers).toMatchObject([{ asked: null }]);
  });

  it('is taken back by who added it, with its file; nobody else takes it back', async () => {
    await take();
    const { papers } = await add(person);
    const paperId = papers[0]?.id ?? '';
    const { fileKey } = await fileOf(paperId, person);
    const remove = (actor: Actor) => affairs.ask(matterPaperContract.remove, { matterId, paperId }, actor);
    await expect(remove(officer)).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
    expect((await remove(person)).papers).toEqual([]);
    await isGone(fileKey);
    await expect(fileOf(paperId, person)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is no longer added once the matter is over, and never more than there is room for', async () => {
    await take();
    await affairs.dataSource.query(
      `INSERT INTO matter_paper (id, matter_id, content_type, size, file_key, sha256, source_key, added_at)
       SELECT gen_random_uuid(), $1, 'application/pdf', 1, gen_random_uuid(), 'x', gen_random_uuid(), now()
       FROM generate_series(1, $2)`,
      [matterId, matterPapersMax],
    );
    await expect(add(person)).rejects.toMatchObject({ code: 'MATTER_PAPERS_MAX' });
    await affairs.dataSource.query(`UPDATE matter SET state = 'closed' WHERE id = $1`, [matterId]);
    await expect(add(person)).rejects.toMatchObject({ code: 'MATTER_STATE' });
  });
});
