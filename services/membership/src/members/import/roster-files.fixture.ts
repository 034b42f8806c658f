import { strToU8, type Zippable, zipSync } from 'fflate';

/** A cell as a spreadsheet writes it. */
export type SheetCell =
  | string
  | null
  | { readonly number: number; readonly isDate?: boolean }
  | { readonly formula: string; readonly value: string | number | null }
  | { readonly error: string };

export interface SheetPlan {
  readonly name: string;
  readonly isHidden?: boolean;
  readonly rows: readonly (readonly SheetCell[])[];
  /** For instance `A1:D1`. */
  readonly merged?: readonly string[];
  readonly hiddenRows?: readonly number[];
}

/**
 * How programs write the same sheet: Excel keeps texts in a table of their own, WPS likewise with phonetic guides and
 * rich text, and other libraries write them into the cells, leave out references, or give every tag a prefix.
 */
export type WorkbookShape = 'excel' | 'wps' | 'inline' | 'prefixed';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRels = 'http://schemas.openxmlformats.org/package/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The bytes of an .xlsx. */
export function workbookFile(sheets: readonly SheetPlan[], shape: WorkbookShape = 'excel'): Buffer {
  const texts: string[] = [];
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packageRels}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="${shape === 'wps' ? '/xl/workbook.xml' : 'xl/workbook.xml'}"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr/><sheets>${sheets.map(({ name, isHidden }, at) => `<sheet name="${name}" sheetId="${at + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packageRels}">${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="${office}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="rId90" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="${shape === 'excel' ? 14 : 176}"/><xf numFmtId="49"/></cellXfs></styleSheet>`,
  };
  sheets.forEach((sheet, at) => {
    const xml = sheetXml(sheet, shape, texts);
    parts[`xl/worksheets/sheet${at + 1}.xml`] = shape === 'prefixed' ? prefixed(xml) : xml;
  });
  parts['xl/sharedStrings.xml'] =
    `${head}<sst xmlns="${main}" count="${texts.length}">${texts.map((text) => sharedText(text, shape)).join('')}</sst>`;
  return zipOf(parts);
}

/** A zip of parts. */
export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const content: Zippable = {};
  for (const [name, part] of Object.entries(parts))
    content[name] = typeof part === 'string' ? strToU8(part) : part;
  return Buffer.from(zipSync(content));
}

/** WPS writes the reading of a word beside it, and parts of a text with a format of their own as runs. */
function sharedText(text: string, shape: WorkbookShape): string {
  if (shape !== 'wps') return `<si><t xml:space="preserve">${escaped(text)}</t></si>`;
  const half = Math.ceil(text.length / 2);
  const runs = [text.slice(0, half), text.slice(half)].map(
    (part) => `<r><t xml:space="preserve">${escaped(part)}</t></r>`,
  );
  return `<si>${runs.join('')}<rPh sb="0" eb="1"><t>pinyin</t></rPh><phoneticPr fontId="1"/></si>`;
}

function sheetXml(
  { rows, merged = [], hiddenRows = [] }: SheetPlan,
  shape: WorkbookShape,
  texts: string[],
): string {
  const lines = rows.map((cells, at) => {
    if (cells.length === 0) return '';
    const number = at + 1;
    const hidden = hiddenRows.includes(number) ? ' hidden="1"' : '';
    return `<row r="${number}" spans="1:${cells.length}"${hidden}>${cells.map((cell, column) => cellXml(cell, `${letterOf(column)}${number}`, shape, texts)).join('')}</row>`;
  });
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `${head}<worksheet xmlns="${main}" xmlns:r="${office}"><dimension ref="A1:${letterOf(7)}${rows.length}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetData>${lines.join('')}</sheetData>${merges === '' ? '' : `<mergeCells count="${merged.length}">${merges}</mergeCells>`}</worksheet>`;
}

function cellXml(cell: SheetCell, reference: string, shape: WorkbookShape, texts: string[]): string {
  if (cell === null) return `<c r="${reference}" s="2"/>`;
  if (typeof cell === 'string') {
    if (shape === 'inline') return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
    texts.push(cell);
    return `<c r="${reference}" s="2" t="s"><v>${texts.length - 1}</v></c>`;
  }
  if ('number' in cell) return `<c r="${reference}" s="${cell.isDate ? 1 : 0}"><v>${cell.number}</v></c>`;
  if ('error' in cell) return `<c r="${reference}" t="e"><f>1/0</f><v>${cell.error}</v></c>`;
  const { formula, value } = cell;
  const type = typeof value === 'string' ? ' t="str"' : '';
  return `<c r="${reference}"${type}><f>${escaped(formula)}</f>${value === null ? '' : `<v>${escaped(String(value))}</v>`}</c>`;
}

function prefixed(xml: string): string {
  return xml
    .replace(`<worksheet xmlns="${main}"`, `<worksheet xmlns:x="${main}"`)
    .replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:');
}

function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
