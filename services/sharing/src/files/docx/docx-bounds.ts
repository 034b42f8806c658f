/** Word writes no XML nested deeper than this. */
export const depthMax = 80;
/** Word's own limit. */
export const columnsMax = 63;
export const cellsMax = 5_000;
/** The limit of all parts together: a letter has some thousand, the styles of Word another two. */
const elementsMax = 100_000;

/** A tag with its attributes, whose values may contain an angle bracket. */
const tagPattern = /<(\/?)([\w:.-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g;

/**
 * Whether a .docx is as simple as a letter. Determined from the text of its parts, before parsing: a zip of kilobytes
 * can contain hundreds of thousands of cells.
 */
export function isPlainEnough(parts: ReadonlyMap<string, Buffer>): boolean {
  const count = { elements: 0, cells: 0 };
  return [...parts]
    .filter(([name]) => /\.(xml|rels)$/i.test(name))
    .every(([, content]) => isWithin(content.toString('utf8'), count));
}

function isWithin(text: string, count: { elements: number; cells: number }): boolean {
  let depth = 0;
  let inRow = 0;
  for (const [, closes, name, attributes = ''] of text.matchAll(tagPattern)) {
    if (closes === '/') {
      depth -= 1;
      continue;
    }
    count.elements += 1;
    if (!attributes.endsWith('/')) depth += 1;
    if (name === 'w:tr') inRow = 0;
    if (name === 'w:tc') [inRow, count.cells] = [inRow + 1, count.cells + 1];
    if (depth > depthMax || inRow > columnsMax || isOver(count)) return false;
  }
  return true;
}

function isOver({ elements, cells }: { readonly elements: number; readonly cells: number }): boolean {
  return elements > elementsMax || cells > cellsMax;
}
