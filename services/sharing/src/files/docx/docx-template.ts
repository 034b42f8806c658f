import { TagDisposition, TagPlacement, TemplateHandler } from 'easy-template-x';
import type { DocxDocument } from './docx-blocks.js';
import { depthMax, isPlainEnough } from './docx-bounds.js';
import { DocxParts } from './docx-parts.js';
import { readDocx } from './docx-reader.js';
import { zipParts, ZipRefused } from '@gongxiang/messaging/files';

export type DocxRefusal = 'notDocx' | 'tooLarge' | 'tooComplex' | 'macros' | 'external' | 'brokenPlaceholder';

/** A refused file, and the reason. */
export class DocxRefused extends Error {
  constructor(
    readonly refusal: DocxRefusal,
    /** The target of an external reference. */
    readonly target = '',
  ) {
    super(refusal);
  }
}

/** The limit of the document's text alone: a letter has a few kilobytes. */
const documentBytesMax = 3 * 1024 * 1024;

const handlerOf = (): TemplateHandler => new TemplateHandler({ maxXmlDepth: depthMax });

/** Opens an untrusted .docx. @throws DocxRefused */
export function openDocx(bytes: Buffer): DocxDocument {
  return readDocx(partsOf(bytes));
}

/**
 * Checks an untrusted template.
 * @returns the names between `{` and `}` in it, in order, without duplicates
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

/** Fills a checked template. @param values by the names of its placeholders */
export async function fillDocx(bytes: Buffer, values: Readonly<Record<string, string>>): Promise<Buffer> {
  const clean = Object.entries(values).map(([name, value]) => [name, value.replace(unwritable, ' ')]);
  return handlerOf().process(bytes, Object.fromEntries(clean) as Record<string, string>);
}

/**
 * Characters that XML does not allow; a title may contain them. Line breaks and tabs become spaces, as a value is one
 * line.
 */
const unwritable = /[\p{Cc}\ufffe\uffff]+/gu;

/** An unmatched brace is no placeholder, and would be printed on every letter. */
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
    // Loops, or tags in attributes, do not belong in a letter: the whole text is reported as unknown.
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
