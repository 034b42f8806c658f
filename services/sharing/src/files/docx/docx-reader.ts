import type {
  DocxBlock,
  DocxCell,
  DocxDocument,
  DocxPage,
  DocxParagraph,
  DocxRow,
  DocxTable,
  DocxWarning,
} from './docx-blocks.js';
import type { DocxParts } from './docx-parts.js';
import { type Reading, runsOf } from './docx-runs.js';
import { bordersIn, DocxStyles } from './docx-styles.js';
import {
  attribute,
  descendants,
  type Element,
  elementsOf,
  find,
  numberOf,
  points,
  valueOf,
} from './docx-xml.js';

/** A4 with Word's default margins. */
const usualPage = { width: 595.3, height: 841.9, margin: 72, edge: 36 } as const;

/** Reads the drawn content of a .docx. @throws if its XML is not well-formed, or has no body */
export function readDocx(parts: DocxParts): DocxDocument {
  const body = find(parts.document, 'w:body');
  if (body === undefined) throw new Error('a document without a body');
  const warnings = new Set<DocxWarning>();
  const styles = new DocxStyles(parts.styles);
  const readingOf = (path: string): Reading => ({
    styles,
    warnings,
    blocksIn,
    picture: (relationId) => parts.related(path, relationId),
  });
  const section = find(body, 'w:sectPr');
  if (descendants(body, 'w:sectPr').length > 1) warnings.add('sections');
  const edgeOf = (name: 'header' | 'footer'): DocxBlock[] => {
    const found = parts.edge(section, name);
    return found === undefined ? [] : blocksIn(found.root, readingOf(found.path));
  };
  const blocks = blocksIn(body, readingOf(parts.documentPath));
  const [header, footer] = [edgeOf('header'), edgeOf('footer')];
  return { page: pageOf(section, warnings), blocks, header, footer, warnings: [...warnings] };
}

function pageOf(section: Element | undefined, warnings: Set<DocxWarning>): DocxPage {
  const [size, margin] = [find(section, 'w:pgSz'), find(section, 'w:pgMar')];
  if ((numberOf(find(section, 'w:cols'), 'w:num') ?? 1) > 1) warnings.add('columns');
  const length = (node: Element | undefined, name: string, usual: number): number =>
    Math.abs(points(numberOf(node, name)) ?? usual);
  const width = within(length(size, 'w:w', usualPage.width), 100, 3_000);
  const height = within(length(size, 'w:h', usualPage.height), 100, 3_000);
  // Margins must leave some width between them.
  const side = (name: string, whole: number): number =>
    Math.min(length(margin, name, usualPage.margin), whole * 0.4);
  return {
    width,
    height,
    border: borderOf(find(section, 'w:pgBorders')),
    left: side('w:left', width),
    right: side('w:right', width),
    top: side('w:top', height),
    bottom: side('w:bottom', height),
    headerFrom: length(margin, 'w:header', usualPage.edge),
    footerFrom: length(margin, 'w:footer', usualPage.edge),
  };
}

function borderOf(borders: Element | undefined): DocxPage['border'] {
  if (bordersIn(borders) !== true) return null;
  const [side] = elementsOf(borders).filter(
    (one) => !['nil', 'none'].includes(attribute(one, 'w:val') ?? 'nil'),
  );
  const colour = attribute(side, 'w:color') ?? '';
  return {
    colour: /^[0-9a-f]{6}$/i.test(colour) ? colour : '000000',
    width: within((numberOf(side, 'w:sz') ?? 4) / 8, 0.25, 12),
    inset: within(numberOf(side, 'w:space') ?? 24, 0, 60),
  };
}

function blocksIn(container: Element, reading: Reading): DocxBlock[] {
  return elementsOf(container).flatMap((child): DocxBlock[] => {
    if (child.nodeName === 'w:p') return paragraphsOf(child, reading);
    if (child.nodeName === 'w:tbl') return [tableOf(child, reading)];
    if (['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(child.nodeName))
      return blocksIn(child, reading);
    return [];
  });
}

function paragraphsOf(node: Element, reading: Reading): DocxBlock[] {
  const properties = find(node, 'w:pPr');
  if (find(properties, 'w:numPr') !== undefined) reading.warnings.add('list');
  const { runs, floating } = runsOf(node, reading);
  return [{ kind: 'paragraph', format: reading.styles.paragraph(properties), runs }, ...floating];
}

function tableOf(node: Element, reading: Reading): DocxTable {
  const properties = find(node, 'w:tblPr');
  const bordered =
    bordersIn(find(properties, 'w:tblBorders')) ??
    reading.styles.hasBorders(valueOf(properties, 'w:tblStyle'));
  const rows = elementsOf(node).filter(({ nodeName }) => nodeName === 'w:tr');
  const grid = elementsOf(find(node, 'w:tblGrid')).map((column) => points(numberOf(column, 'w:w')) ?? 0);
  const count = Math.max(...rows.map((row) => descendants(row, 'w:tc').length), 1);
  const align = valueOf(properties, 'w:jc');
  return {
    kind: 'table',
    columns:
      grid.length > 0 && grid.every((width) => width > 0) ? grid : Array.from({ length: count }, () => 100),
    align: align === 'center' || align === 'right' ? align : 'left',
    rows: rows.map((row) => rowOf(row, bordered, reading)),
  };
}

function rowOf(node: Element, bordered: boolean, reading: Reading): DocxRow {
  const heightMin = points(numberOf(find(node, 'w:trPr', 'w:trHeight'), 'w:val')) ?? 0;
  const cells = elementsOf(node).filter(({ nodeName }) => nodeName === 'w:tc');
  return {
    heightMin: within(heightMin, 0, 600),
    cells: cells.map((cell) => cellOf(cell, bordered, reading)),
  };
}

function cellOf(node: Element, bordered: boolean, reading: Reading): DocxCell {
  const properties = find(node, 'w:tcPr');
  const merge = find(properties, 'w:vMerge');
  return {
    span: within(numberOf(find(properties, 'w:gridSpan'), 'w:val') ?? 1, 1, 100),
    bordered: bordersIn(find(properties, 'w:tcBorders')) ?? bordered,
    merged: merge !== undefined && attribute(merge, 'w:val') !== 'restart',
    paragraphs: flat(blocksIn(node, reading), reading),
  };
}

/** A table in a cell is read row by row: only its borders are lost. */
function flat(blocks: readonly DocxBlock[], reading: Reading): DocxParagraph[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block];
    reading.warnings.add('nestedTable');
    return block.rows.flatMap(({ cells }) => cells.flatMap(({ paragraphs }) => paragraphs));
  });
}

function within(number: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, number));
}
