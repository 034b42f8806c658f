import { TagDisposition, TagPlacement, TemplateHandler } from 'easy-template-x';
import type { DocxDocument } from './docx-blocks.js';
import { depthMax, isPlainEnough } from './docx-bounds.js';
import { DocxParts } from './docx-parts.js';
import { readDocx } from './docx-reader.js';
import { zipParts, ZipRefused } from '@gongxiang/messaging/files';

export type DocxRefusal = 'notDocx' | 'tooLarge' | 'tooComplex' | 'macros' | 'external' | 'brokenPlaceholder';

/** A file that is not taken, and why. */
export class DocxRefused extends Error {
  constructor(
    readonly refusal: DocxRefusal,
    /** What it points to, where it points out of itself. */
    readonly target = '',
  ) {
    super(refusal);
  }
}

/** Of the text of the document alone: a letter has a few kilobytes. */
const documentBytesMax = 3 * 1024 * 1024;

const handlerOf = (): TemplateHandler => new TemplateHandler({ maxXmlDepth: depthMax });

/** Opens a .docx that came from outside. @throws DocxRefused */
export function openDocx(bytes: Buffer): DocxDocument {
  return readDocx(partsOf(bytes));
}

/**
 * Looks at a template that came from outside.
 * @returns the names between `{` and `}` in it, in their order, each once
 * @throws DocxRefused
 */
export async function placeholdersIn(bytes: Buffer): Promise<string[]> {
  const parts = partsOf(bytes);
  if (parts.names.some((name) => /vbaProject|\.bin$|activeX|embeddings\//i.test(name)))
    throw new DocxRefused('macros');
  const [external] = parts.externalTargets();
  if (external !== undefined) throw new DocxRefused('external', external);
  const tags = await parsedTags(bytes, bracesIn(parts.text()));
  return [...new Set(tags)];
}

/** Fills a template that was checked. @param values by the names of its placeholders */
export async function fillDocx(bytes: Buffer, values: Readonly<Record<string, string>>): Promise<Buffer> {
  const clean = Object.entries(values).map(([name, value]) => [name, value.replace(unwritable, ' ')]);
  return handlerOf().process(bytes, Object.fromEntries(clean) as Record<string, string>);
}

/** What XML cannot hold; a title may. Line breaks and tabs are spaces, as a value is one line. */
const unwritable = /[\p{Cc}\ufffe\uffff]+/gu;

/** A brace without its partner is no placeholder, and would be printed on every letter. */
interface Braces {
  readonly opened: number;
  readonly closed: number;
}

function bracesIn(text: string): Braces {
  return { opened: text.split('{').length - 1, closed: text.split('}').length - 1 };
}

async function parsedTags(bytes: Buffer, braces: Braces): Promise<string[]> {
  try {
    const tags = await handlerOf().parseTags(bytes);
    if (tags.length !== braces.opened || tags.length !== braces.closed)
      throw new DocxRefused('brokenPlaceholder');
    // A loop, or a tag in an attribute, is nothing that a letter has: its whole text is named as unknown.
    return tags.map((tag) => {
      const isPlain =
        tag.disposition === TagDisposition.SelfClosed && tag.placement === TagPlacement.TextNode;
      return isPlain ? tag.name : tag.rawText.slice(1, -1);
    });
  } catch (error) {
    if (error instanceof DocxRefused) throw error;
    throw new DocxRefused('brokenPlaceholder', error instanceof Error ? error.name : '');
  }
}

function partsOf(bytes: Buffer): DocxParts {
  try {
    const parts = zipParts(bytes);
    const root = parts.get('word/document.xml');
    if (root !== undefined && root.length > documentBytesMax) throw new DocxRefused('tooLarge');
    if (!isPlainEnough(parts)) throw new DocxRefused('tooComplex');
    return new DocxParts(parts);
  } catch (error) {
    if (error instanceof DocxRefused) throw error;
    throw new DocxRefused(
      error instanceof ZipRefused && error.refusal === 'tooLarge' ? 'tooLarge' : 'notDocx',
    );
  }
}
