import { crc32 } from 'node:zlib';

/** The certificate that the demo's union has written, as the Word document that it would upload. */
export function certificateDocument(): Buffer {
  return zipOf({
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations,
    'word/document.xml': `${head}<w:body>${body()}</w:body></w:document>`,
  });
}

const packages = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const head = `${declaration}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`;
const relations = `${declaration}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`;
const contentTypes = `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}"/></Types>`;

function body(): string {
  const centred = '<w:jc w:val="center"/><w:spacing w:before="600" w:after="600"/>';
  const right = '<w:jc w:val="right"/><w:spacing w:before="240"/>';
  const frame = ['top', 'left', 'bottom', 'right'].map(
    (side) => `<w:${side} w:val="double" w:sz="24" w:space="24" w:color="C00000"/>`,
  );
  return [
    paragraph('活动参与证书', centred, '<w:b/><w:sz w:val="64"/><w:color w:val="C00000"/>'),
    paragraph(
      '兹证明 {姓名} 于 {日期} 在{地点}参加了“{活动}”，同行 {同行人数} 人，特发此证。',
      '<w:ind w:firstLineChars="200"/><w:spacing w:line="480" w:lineRule="auto"/><w:jc w:val="both"/>',
      '<w:sz w:val="30"/>',
    ),
    paragraph('主办：{主办}　协办：{协办}', '<w:spacing w:before="360"/>', '<w:sz w:val="24"/>'),
    paragraph('编号：{编号}　核验码：{核验码}', '<w:spacing w:before="120"/>', '<w:sz w:val="24"/>'),
    paragraph('{签发单位}', right, '<w:sz w:val="28"/>'),
    paragraph('{签发日期}', right, '<w:sz w:val="28"/>'),
    '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>',
    '<w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="720" w:footer="720"/>',
    `<w:pgBorders>${frame.join('')}</w:pgBorders></w:sectPr>`,
  ].join('');
}

function paragraph(text: string, format: string, letters: string): string {
  return `<w:p><w:pPr>${format}</w:pPr><w:r><w:rPr>${letters}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
}

/** A zip of a few small parts, as they are: packing them would save nothing. */
function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const [bytes, nameBytes] = [Buffer.from(content), Buffer.from(name)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(nameBytes.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    locals.push(Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, bytes);
    entries.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, nameBytes);
    offset += 4 + common.length + nameBytes.length + bytes.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
