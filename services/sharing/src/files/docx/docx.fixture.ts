import { crc32, deflateRawSync } from 'node:zlib';

/** A zip of these parts, as Word writes them. */
export function zipOf(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [bytes, nameBytes] = [Buffer.from(content), Buffer.from(name)];
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, nameBytes]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

/** A .docx with this XML as its body, and further parts if needed. */
export function docxOf(body: string, more: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': relationsOf(
      `<Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
    ...more,
  });
}

export function relationsOf(relations: string): string {
  return `<Relationships xmlns="${packages}/relationships">${relations}</Relationships>`;
}

/** A paragraph of one run. */
export const p = (text: string, properties = '', run = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr>${run}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A template as a union would send it: a frame, a title, a sentence, a table, the seal. */
export function certificateDocx(): Buffer {
  const cell = (text: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>${p(text)}</w:tc>`;
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:color="000000"/>`;
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  return docxOf(
    [
      p(
        '活动参与证书',
        '<w:jc w:val="center"/><w:spacing w:before="600" w:after="600"/>',
        '<w:b/><w:sz w:val="56"/><w:color w:val="C00000"/>',
      ),
      p(
        '兹证明 {姓名} 于 {日期} 在 {地点} 参加了“{活动}”，同行 {同行人数} 人。',
        '<w:ind w:firstLineChars="200"/><w:jc w:val="both"/><w:spacing w:line="480" w:lineRule="auto"/>',
        '<w:sz w:val="30"/>',
      ),
      `<w:tbl><w:tblPr><w:jc w:val="center"/><w:tblBorders>${lines}</w:tblBorders></w:tblPr><w:tblGrid><w:gridCol w:w="2500"/><w:gridCol w:w="5500"/></w:tblGrid>`,
      `<w:tr>${cell('主办')}${cell('{主办}')}</w:tr><w:tr>${cell('协办')}${cell('{协办}')}</w:tr><w:tr>${cell('编号')}${cell('{编号}')}</w:tr></w:tbl>`,
      p('{签发单位}', '<w:jc w:val="right"/><w:spacing w:before="600"/>', '<w:sz w:val="28"/>'),
      p('{签发日期}', '<w:jc w:val="right"/>', '<w:sz w:val="28"/>'),
      '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="720" w:footer="720"/><w:pgBorders><w:top w:val="double" w:sz="24" w:space="24" w:color="C00000"/></w:pgBorders></w:sectPr>',
    ].join(''),
  );
}
