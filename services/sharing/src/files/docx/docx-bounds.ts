/** XML nested deeper than this is nothing that Word has written. */
export const depthMax = 80;
/** What Word itself allows. */
export const columnsMax = 63;
export const cellsMax = 5_000;
/** Of all parts together: a letter has some thousand, the styles of Word another two. */
const elementsMax = 100_000;

/** A tag with its attributes, in whose values an angle bracket may stand. */
const tagPattern = /<(\/?)([\w:.-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g;

/**
 * Is a .docx as plain as a letter is? Told from the text of its parts, before any of it becomes a tree: kilobytes of a zip hold
 * hundred thousands of cells.
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
