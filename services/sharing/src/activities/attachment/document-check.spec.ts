import { describe, expect, it } from '@jest/globals';
import { finite } from '@gongxiang/testing';
import { dot } from '@gongxiang/testing/pictures';
import { checkDocument } from '@gongxiang/messaging/uploads';
import { docxOf, p, relationsOf, zipOf } from '../../files/docx/docx.fixture.js';
import { officeOf, pdfOf, planDocx, sheetOf } from './attachment.fixture.js';

const said = '/Filter [ /FlateDecode ] /DecodeParms << /Predictor 1 >>';
const slides = 'openxmlformats-officedocument.presentationml.presentation.main+xml';

describe('an attachment', () => {
  it.each([
    ['a PDF', () => pdfOf(), '方案.pdf', 'pdf'],
    ['a PDF that is called otherwise', () => pdfOf(), '方案.exe', 'pdf'],
    ['a PDF that opens at a page', () => pdfOf('/OpenAction [4 0 R /Fit]'), 'a.pdf', 'pdf'],
    ['a PDF whose list says how it is packed', () => pdfOf('', '', said), 'a.pdf', 'pdf'],
    ['a document', () => planDocx(), '方案.docx', 'docx'],
    [
      'a document with a link on the web',
      () => planDocx({ 'word/_rels/document.xml.rels': relationsOf(linkTo('hyperlink')) }),
      '方案.docx',
      'docx',
    ],
    ['a workbook', () => sheetOf(), '表.xlsx', 'xlsx'],
    ['a presentation', () => officeOf('ppt/presentation.xml', slides), '课件.pptx', 'pptx'],
    ['a table of text', () => Buffer.from('姓名,工号\r\n'), '名单.CSV', 'csv'],
    ['text', () => Buffer.from('请带好水杯。'), '说明.txt', 'txt'],
    ['text as Windows writes it in Chinese', () => Buffer.from([0xc7, 0xeb, 0xb4, 0xf8]), '说明.txt', 'txt'],
  ])('may be %s', (_what, make, name, kind) => {
    expect(checkDocument(make(), name).kind).toBe(kind);
  });

  it.each([
    ['a picture', () => dot('png'), 'ATTACHMENT_IS_PICTURE'],
    ['an archive', () => zipOf({ 'a.txt': 'a' }), 'ATTACHMENT_FORMAT'],
    [
      'an archive that only has the list of an office file',
      () => zipOf({ '[Content_Types].xml': '<Types/>' }),
      'ATTACHMENT_FORMAT',
    ],
    ['a document of the old kind', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'ATTACHMENT_FORMAT'],
    ['a program', () => Buffer.from('4d5a90000300', 'hex'), 'ATTACHMENT_FORMAT'],
    ['a page', () => Buffer.from('<html><script>alert(1)</script>'), 'ATTACHMENT_FORMAT'],
    ['a drawing with a script', () => Buffer.from('<svg onload="alert(1)"/>'), 'ATTACHMENT_FORMAT'],
    [
      'text that is none further on',
      () => Buffer.concat([Buffer.alloc(5_000, 'a'), Buffer.from([0])]),
      'ATTACHMENT_FORMAT',
    ],
    ['nothing', () => Buffer.alloc(0), 'ATTACHMENT_FORMAT'],
    ['more than 10 MB', () => Buffer.alloc(10_485_761, 'a'), 'ATTACHMENT_TOO_LARGE'],
    ['an archive that breaks off', () => planDocx().subarray(0, 400), 'ATTACHMENT_BROKEN'],
    ['a PDF that breaks off', () => pdfOf().subarray(0, 60), 'ATTACHMENT_BROKEN'],
  ])('is never %s', async (_what, make, code) => {
    const bytes = await make();
    expect(() => checkDocument(bytes, '方案.docx')).toThrow(expect.objectContaining({ code }));
  });
});

function linkTo(type: string, mode = 'External'): string {
  return `<Relationship Id="r9" Type="http://x/${type}" Target="https://example.org/a" TargetMode="${mode}"/>`;
}

describe('what runs by itself is refused', () => {
  it.each([
    ['macros', planDocx({ 'word/vbaProject.bin': 'x' }), 'ATTACHMENT_MACROS', 'word/vbaProject.bin'],
    [
      'macros of the oldest kind',
      planDocx({ 'xl/macrosheets/sheet1.xml': 'x' }),
      'ATTACHMENT_MACROS',
      'xl/macrosheets/sheet1.xml',
    ],
    [
      'controls',
      planDocx({ 'word/activeX/activeX1.xml': 'x' }),
      'ATTACHMENT_MACROS',
      'word/activeX/activeX1.xml',
    ],
    [
      'a workbook that may have macros',
      sheetOf('ms-excel.sheet.macroEnabled.main+xml'),
      'ATTACHMENT_MACROS',
      '[Content_Types].xml',
    ],
    [
      'a program packed in it',
      planDocx({ 'word/embeddings/oleObject1.bin': 'x' }),
      'ATTACHMENT_ACTIVE',
      'word/embeddings/oleObject1.bin',
    ],
    [
      'a template from elsewhere',
      planDocx({ 'word/_rels/settings.xml.rels': relationsOf(linkTo('attachedTemplate')) }),
      'ATTACHMENT_ACTIVE',
      'word/_rels/settings.xml.rels',
    ],
    [
      'one that is written so that nobody sees it',
      planDocx({ 'word/_rels/settings.xml.rels': relationsOf(linkTo('attachedTemplate', 'Ext&#101;rnal')) }),
      'ATTACHMENT_ACTIVE',
      'word/_rels/settings.xml.rels',
    ],
    [
      'a script in a PDF',
      pdfOf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
      'ATTACHMENT_ACTIVE',
      '/JavaScript',
    ],
    [
      'one whose name is in hex',
      pdfOf('/OpenAction << /S /J#61vaScript /JS (1) >>'),
      'ATTACHMENT_ACTIVE',
      '/J#61vaScript',
    ],
    ['one that is packed', pdfOf('', '4 0 << /S /JavaScript /JS (1) >>'), 'ATTACHMENT_ACTIVE', '/JavaScript'],
    ['another program', pdfOf('/OpenAction << /S /Launch /F (cmd.exe) >>'), 'ATTACHMENT_ACTIVE', '/Launch'],
    ['files in a PDF', pdfOf('/Names << /EmbeddedFiles 5 0 R >>'), 'ATTACHMENT_ACTIVE', '/EmbeddedFiles'],
  ])('%s', (_what, bytes, code, part) => {
    expect(() => checkDocument(bytes, 'a')).toThrow(
      expect.objectContaining({
        code,
        params: { part },
        errors: [expect.objectContaining({ pointer: '/fileKey' })],
      }),
    );
  });

  it('and so is what cannot be looked into', () => {
    const locked = pdfOf('/Encrypt 7 0 R');
    expect(() => checkDocument(locked, 'a')).toThrow(expect.objectContaining({ code: 'ATTACHMENT_LOCKED' }));
    const bytes = planDocx();
    // The flag of an encrypted part, in its directory entry.
    const at = bytes.indexOf(Buffer.from('PK\x01\x02', 'latin1')) + 8;
    bytes.writeUInt16LE(bytes.readUInt16LE(at) | 1, at);
    expect(() => checkDocument(bytes, 'a')).toThrow(expect.objectContaining({ code: 'ATTACHMENT_LOCKED' }));
  });
});

describe('a list in a PDF that nobody would look into', () => {
  it.each([
    ['packed twice', '/Filter [/FlateDecode /FlateDecode]'],
    ['packed in another way', '/Filter /LZWDecode'],
    ['packed as another place says', '/Filter 7 0 R'],
    ['whose packing is written in hex', '/F#69lter /FlateDecode'],
    ['whose packing is said twice', '/Filter /FlateDecode /F#69lter [/FlateDecode /FlateDecode]'],
    ['of differences', '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>'],
  ])('is refused: %s', (_what, filter) => {
    expect(() => checkDocument(pdfOf('', '', filter), 'a')).toThrow(
      expect.objectContaining({ code: 'ATTACHMENT_BROKEN' }),
    );
  });
});

describe('a file that was made to keep the process busy', () => {
  it.each([
    ['beginnings of streams alone', () => Buffer.from(`%PDF-1.7\n${'stream\n'.repeat(1_400_000)}%%EOF`)],
    [
      'a packed list that unpacks to gigabytes',
      () => pdfOf('', '0'.repeat(30 * 1024 * 1024)), // more than the unpacking limit of 24 MB
    ],
    [
      'relations without an end',
      () => docxOf(p('a'), { 'word/_rels/a.rels': '<Relationship TargetMode="External" '.repeat(200_000) }),
    ],
    [
      'lists that unpack to more than they say',
      () => docxOf(p('a'), { 'word/_rels/a.rels': Buffer.alloc(17 * 1024 * 1024, 'a') }),
    ],
  ])('%s comes to an end', (_what, make) => {
    const bytes = make();
    try {
      finite(() => checkDocument(bytes, 'a'));
    } catch (error) {
      expect(error).toMatchObject({ code: 'ATTACHMENT_BROKEN' });
    }
  });
});
