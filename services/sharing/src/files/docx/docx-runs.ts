import type { DocxBlock, DocxRun, DocxWarning, RunFormat } from './docx-blocks.js';
import type { DocxStyles } from './docx-styles.js';
import { attribute, descendants, type Element, elementsOf, find, numberOf, textIn } from './docx-xml.js';
import { isHarmlessPicture } from './picture-check.js';

/** The context of reading a part of a document, and its findings. */
export interface Reading {
  readonly styles: DocxStyles;
  /** The bytes of this part's relation. */
  readonly picture: (relationId: string) => Buffer | undefined;
  readonly warnings: Set<DocxWarning>;
  readonly blocksIn: (container: Element, reading: Reading) => DocxBlock[];
}

/** The runs of a paragraph, and its floating content, which is placed below it. */
interface ReadRuns {
  readonly runs: DocxRun[];
  readonly floating: DocxBlock[];
}

/** Elements around runs: links, fields, accepted changes, controls. */
const wrappers = new Set([
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:fldSimple',
  'w:sdt',
  'w:sdtContent',
  'w:customXml',
  'w:bdo',
  'w:dir',
]);

const emuPerPoint = 12_700;
/** PNG and JPEG. */
const pictureHeads: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
];

export function runsOf(paragraph: Element, reading: Reading): ReadRuns {
  const properties = find(paragraph, 'w:pPr');
  const found: ReadRuns = { runs: [], floating: [] };
  collect(paragraph, properties, reading, found);
  return found;
}

function collect(
  container: Element,
  properties: Element | undefined,
  reading: Reading,
  found: ReadRuns,
): void {
  for (const child of elementsOf(container)) {
    if (child.nodeName === 'w:r')
      readRun(child, reading.styles.run(find(child, 'w:rPr'), properties), reading, found);
    else if (wrappers.has(child.nodeName)) collect(child, properties, reading, found);
    else if (child.nodeName.startsWith('m:oMath')) readFormula(child, reading, found, properties);
  }
}

/** A formula is set as one line: its characters stay, its layout does not. */
function readFormula(
  node: Element,
  reading: Reading,
  { runs }: ReadRuns,
  properties: Element | undefined,
): void {
  reading.warnings.add('formula');
  const text = descendants(node, 'm:t').map(textIn).join('');
  runs.push({ kind: 'text', text, format: reading.styles.run(undefined, properties) });
}

function readRun(run: Element, format: RunFormat, reading: Reading, found: ReadRuns): void {
  if (format.hidden) return;
  for (const child of elementsOf(run)) readPart(child, format, reading, found);
}

const plain: Readonly<Record<string, (node: Element) => string>> = {
  'w:t': textIn,
  'w:noBreakHyphen': () => '\u2011',
  'w:sym': (node) => String.fromCodePoint(Number.parseInt(attribute(node, 'w:char') ?? '', 16) || 0xfffd),
};

const tabs = new Set(['w:tab', 'w:ptab']);
const breaks = new Set(['w:br', 'w:cr']);
const notes = new Set(['w:footnoteReference', 'w:endnoteReference']);

function readPart(node: Element, format: RunFormat, reading: Reading, found: ReadRuns): void {
  const { nodeName } = node;
  const text = plain[nodeName]?.(node);
  if (text !== undefined) {
    found.runs.push({ kind: 'text', text: format.caps ? text.toUpperCase() : text, format });
  } else if (tabs.has(nodeName)) {
    found.runs.push({ kind: 'tab', format });
  } else if (breaks.has(nodeName)) {
    const isPage = attribute(node, 'w:type') === 'page';
    found.runs.push({ kind: isPage ? 'pageBreak' : 'lineBreak', format });
  } else if (notes.has(nodeName)) {
    reading.warnings.add('footnote');
  } else {
    readGraphic(node, format, reading, found);
  }
}

function readGraphic(node: Element, format: RunFormat, reading: Reading, found: ReadRuns): void {
  if (node.nodeName === 'mc:AlternateContent') {
    // The drawing for newer programs, or the fallback for older ones.
    const chosen = find(node, 'mc:Choice') ?? find(node, 'mc:Fallback');
    for (const child of elementsOf(chosen)) readPart(child, format, reading, found);
  } else if (['w:drawing', 'w:pict', 'w:object'].includes(node.nodeName)) {
    const boxes = descendants(node, 'w:txbxContent');
    if (boxes.length > 0) reading.warnings.add('textBox');
    for (const box of boxes) found.floating.push(...reading.blocksIn(box, reading));
    if (boxes.length === 0) readPicture(node, reading, found);
  }
}

function readPicture(node: Element, reading: Reading, { runs }: ReadRuns): void {
  const [blip] = descendants(node, 'a:blip');
  const holder = find(node, 'wp:inline') ?? find(node, 'wp:anchor');
  const extent = find(holder, 'wp:extent');
  const relationId = attribute(blip, 'r:embed');
  if (relationId === undefined || extent === undefined) {
    reading.warnings.add('drawing');
    return;
  }
  if (holder?.nodeName === 'wp:anchor') reading.warnings.add('floatingPicture');
  const bytes = reading.picture(relationId);
  if (bytes === undefined || !isDrawable(bytes)) {
    reading.warnings.add('pictureFormat');
    return;
  }
  const [width, height] = [lengthIn(extent, 'cx'), lengthIn(extent, 'cy')];
  if (width > 0 && height > 0) runs.push({ kind: 'picture', bytes, width, height });
}

/** Of a drawing, as points; 0 if unstated. */
function lengthIn(extent: Element, name: 'cx' | 'cy'): number {
  return (numberOf(extent, name) ?? 0) / emuPerPoint;
}

function isDrawable(bytes: Buffer): boolean {
  const isKnown = pictureHeads.some((head) => head.every((byte, index) => bytes[index] === byte));
  return isKnown && isHarmlessPicture(bytes);
}
