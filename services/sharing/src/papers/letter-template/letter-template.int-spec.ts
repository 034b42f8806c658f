import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { letterTemplateContract } from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import { type Actor, newId } from '@gongxiang/domain';
import { readPaper, type ServiceFixture } from '@gongxiang/testing';
import { placeholdersIn } from '../../files/docx/docx-template.js';
import { docxOf, p, zipOf } from '../../files/docx/docx.fixture.js';
import { type KnownUnion, Stage } from '../../seats/registration/registration.fixture.js';
import { startSharing } from '../../sharing.fixture.js';
import { printed, template, uploaded } from './letter-template.fixture.js';

let sharing: ServiceFixture;
let stage: Stage;
let union: KnownUnion;
let other: KnownUnion;

beforeAll(async () => {
  sharing = await startSharing();
  stage = new Stage(sharing);
  union = await stage.union();
  other = await stage.union();
});

afterAll(() => sharing.stop());

const list = (officer: Actor, retired = false) =>
  sharing.ask(letterTemplateContract.list, { unionId: union.id, retired }, officer);
const step = (verb: 'retire' | 'restore', templateId: string, officer = union.officer) =>
  sharing.ask(letterTemplateContract[verb], { templateId }, officer);

const tableOf = (rows: number, columns: number): string =>
  `<w:tbl>${`<w:tr>${'<w:tc><w:p/></w:tc>'.repeat(columns)}</w:tr>`.repeat(rows)}</w:tbl>`;
const nested = (levels: number, attributes = ''): string =>
  `${`<w:sdt${attributes}>`.repeat(levels)}${'</w:sdt>'.repeat(levels)}`;

describe('a template of letters', () => {
  it('is looked at as it comes: its placeholders are told, and what the PDF shows otherwise', async () => {
    const view = await template(sharing, union);
    expect(view).toMatchObject({ version: 1, unionName: `工会 ${union.path}`, warnings: [], pages: 1 });
    expect(view.placeholders).toEqual(expect.arrayContaining(['姓名', '活动', '编号', '签发日期']));
    expect((await list(union.officer)).items).toEqual([view]);
    const strange = docxOf(`${p('谢谢您')}<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>𠮷</w:t></w:r></w:p>`);
    const warned = await template(sharing, union, 'thanks', strange);
    expect(warned.warnings).toEqual(['list', 'rareCharacters', 'noName']);
    await step('retire', warned.id);
  });

  it.each([
    ['no .docx', () => zipOf({ 'a.txt': 'a' }), 'TEMPLATE_NOT_DOCX'],
    ['macros', () => docxOf(p('{姓名}'), { 'word/vbaProject.bin': 'x' }), 'TEMPLATE_HAS_MACROS'],
    [
      'more than 2 MB',
      () => docxOf(p('{姓名}'), { 'word/media/a.png': randomBytes(2_200_000) }),
      'TEMPLATE_TOO_LARGE',
    ],
    ['more than twenty pages', () => docxOf(p('{姓名}').repeat(2_000)), 'TEMPLATE_TOO_LARGE'],
    ['tables of 60 × 2,000 cells', () => docxOf(tableOf(60, 2_000)), 'TEMPLATE_TOO_COMPLEX'],
    ['a table of 200 × 60 cells', () => docxOf(tableOf(200, 60)), 'TEMPLATE_TOO_COMPLEX'],
    ['paragraphs in paragraphs', () => docxOf(nested(5_000)), 'TEMPLATE_TOO_COMPLEX'],
    ['brackets in attributes', () => docxOf(nested(5_000, ' w:a="/>"')), 'TEMPLATE_TOO_COMPLEX'],
    ['a brace alone', () => docxOf(p('{姓名')), 'PLACEHOLDER_BROKEN'],
    ['an unknown placeholder', () => docxOf(p('{身份证号}')), 'PLACEHOLDER_UNKNOWN'],
  ])('is refused by a code of its own, at its field, and leaves nothing: %s', async (_what, bytes, code) => {
    const before = await list(union.officer);
    await expect(template(sharing, union, 'certificate', bytes())).rejects.toMatchObject({
      code,
      errors: [expect.objectContaining({ pointer: '/fileKey', code })],
    });
    expect(await list(union.officer)).toEqual(before);
  });

  it('is made of a file of one’s own alone', async () => {
    const fileKey = await uploaded(sharing, docxOf(p('{姓名}')), other.officer);
    for (const key of [fileKey, newId()]) {
      const request = { unionId: union.id, kind: 'proof' as const, name: '证明', fileKey: key };
      await expect(sharing.ask(letterTemplateContract.create, request, union.officer)).rejects.toMatchObject({
        code: 'NOT_FOUND',
        errors: [expect.objectContaining({ pointer: '/fileKey' })],
      });
    }
  });

  it('is shown filled with an invented person, as PDF and as .docx', async () => {
    const { id: templateId } = await template(sharing, union);
    const sample = async (as: 'pdf' | 'docx') => {
      const view = await sharing.ask(letterTemplateContract.sample, { templateId, as }, union.officer);
      return { view, bytes: await printed(sharing, view.key, union.officer) };
    };
    const pdf = await sample('pdf');
    expect(pdf.view).toMatchObject({ fileName: '活动参与证书（样张）.pdf', size: pdf.bytes.length });
    const text = readPaper(pdf.bytes).pages.flat().join('');
    for (const word of ['阿依古丽·买买提', `工会 ${union.path}`, '绿源食品工会、恒达模具工会'])
      expect(text).toContain(word);
    expect(await placeholdersIn((await sample('docx')).bytes)).toEqual([]);
    await step('retire', templateId);
  });

  it('is retired and restored, as often as one likes, and never gone', async () => {
    const { id } = await template(sharing, union);
    expect(await step('retire', id)).toMatchObject({ version: 2, retiredAt: expect.any(String) });
    expect(await step('retire', id)).toMatchObject({ version: 2 });
    expect((await list(union.officer)).items.map((one) => one.id)).not.toContain(id);
    expect((await list(union.officer, true)).items.map((one) => one.id)).toContain(id);
    expect(await step('restore', id)).toMatchObject({ version: 3, retiredAt: null });
    expect(await step('restore', id)).toMatchObject({ version: 3 });
  });

  it('is there for its own union alone', async () => {
    const { id: templateId } = await template(sharing, union);
    const [member] = (await stage.members(union, 1)) as [Actor];
    for (const stranger of [other.officer, member]) {
      await expect(list(stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(step('retire', templateId, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      const hidden = { code: 'NOT_FOUND' };
      await expect(sharing.ask(letterTemplateContract.get, { templateId }, stranger)).rejects.toMatchObject(
        hidden,
      );
      await expect(
        sharing.ask(letterTemplateContract.sample, { templateId }, stranger),
      ).rejects.toMatchObject(hidden);
    }
  });
});
