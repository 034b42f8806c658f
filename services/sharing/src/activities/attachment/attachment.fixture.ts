import { deflateSync } from 'node:zlib';
import { docxOf, p, relationsOf, zipOf } from '../../files/docx/docx.fixture.js';

/** A PDF page with this in its catalogue, and these objects compressed the way current programs do. */
export function pdfOf(catalogue = '', packed = '', filter = '/Filter /FlateDecode'): Buffer {
  const list = deflateSync(Buffer.from(packed, 'latin1'));
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalogue} >>\nendobj\n`, 'latin1'),
    Buffer.from('2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n', 'latin1'),
    Buffer.from(`3 0 obj\n<< /Type /ObjStm /N 1 /First 4 ${filter} /Length ${list.length} >>\n`),
    Buffer.from('stream\n'),
    list,
    Buffer.from('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n', 'latin1'),
  ]);
}

export const planDocx = (more: Readonly<Record<string, string | Buffer>> = {}): Buffer =>
  docxOf(p('活动方案'), more);

/** A workbook or a presentation, identified by its first part and the type of that. */
export function officeOf(part: string, type: string): Buffer {
  return zipOf({
    '[Content_Types].xml': `<Types><Override PartName="/${part}" ContentType="application/vnd.${type}"/></Types>`,
    '_rels/.rels': relationsOf(`<Relationship Id="r1" Type="t/officeDocument" Target="${part}"/>`),
    [part]: '<a/>',
  });
}

export const sheetOf = (type = 'openxmlformats-officedocument.spreadsheetml.sheet.main+xml'): Buffer =>
  officeOf('xl/workbook.xml', type);
