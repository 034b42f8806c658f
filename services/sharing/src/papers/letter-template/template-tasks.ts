import type {
  LetterKind,
  TemplateWarning,
} from '@gongxiang/contracts/sharing/papers/letter-template.contract';
import { DomainError, type Locale } from '@gongxiang/domain';
import { threadTask } from '@gongxiang/messaging/threads';
import { cellsMax, columnsMax } from '../../files/docx/docx-bounds.js';
import { pagesMax, pdfOfDocx, type Stamp, TooManyPages } from '../../files/docx/docx-pdf.js';
import {
  DocxRefused,
  type DocxRefusal,
  fillDocx,
  openDocx,
  placeholdersIn,
} from '../../files/docx/docx-template.js';
import { requireKnown, sampleOf, warningsOf } from './placeholders.model.js';

export const megabytesMax = 2;

const refusals: Readonly<Record<DocxRefusal, string>> = {
  notDocx: 'TEMPLATE_NOT_DOCX',
  tooLarge: 'TEMPLATE_TOO_LARGE',
  tooComplex: 'TEMPLATE_TOO_COMPLEX',
  macros: 'TEMPLATE_HAS_MACROS',
  external: 'TEMPLATE_POINTS_OUT',
  brokenPlaceholder: 'PLACEHOLDER_BROKEN',
};

/** A letter to be printed. */
export interface LetterOrder {
  readonly values: Readonly<Record<string, string>>;
  readonly title: string;
  readonly locale: Locale;
  readonly madeAt: Date;
  readonly stamp: Stamp | null;
}

interface LookedAt {
  readonly placeholders: string[];
  readonly warnings: TemplateWarning[];
  readonly pages: number;
}

/**
 * Checks a template, and fills it once as a sample: a template that cannot be filled or printed is refused here, not
 * when somebody waits for their letter.
 * @throws DomainError `TEMPLATE_…` and `PLACEHOLDER_…`, each with the pointer `/fileKey`
 */
export async function lookAtTemplate({
  bytes,
  kind,
}: {
  readonly bytes: Uint8Array;
  readonly kind: LetterKind;
}): Promise<LookedAt> {
  const docx = bufferOf(bytes);
  const placeholders = await refusing(() => placeholdersIn(docx));
  requireKnown(placeholders);
  const printed = await refusing(async () => {
    const document = openDocx(await fillDocx(docx, sampleOf('签发单位', '2026-01-01')));
    const facts = { title: '', locale: 'zh-CN', madeAt: new Date(0) };
    return { document, ...(await pdfOfDocx(document, facts, null)) };
  });
  const lacksCharacters = printed.missing.size > 0;
  return {
    placeholders,
    warnings: warningsOf(printed.document.warnings, { kind, placeholders, lacksCharacters }),
    pages: printed.pages,
  };
}

interface LetterWork {
  readonly bytes: Uint8Array;
  readonly order: LetterOrder;
}

/** @returns the bytes of a .docx */
export function fillLetter({ bytes, order }: LetterWork): Promise<Uint8Array> {
  return refusing(() => fillDocx(bufferOf(bytes), order.values));
}

/** @returns the bytes of a PDF */
export function printLetter({ bytes, order }: LetterWork): Promise<Uint8Array> {
  return refusing(async () => {
    const filled = await fillDocx(bufferOf(bytes), order.values);
    return (await pdfOfDocx(openDocx(filled), order, order.stamp)).bytes;
  });
}

export const templateLook = threadTask(import.meta.url, lookAtTemplate);
export const letterFilling = threadTask(import.meta.url, fillLetter);
export const letterPrinting = threadTask(import.meta.url, printLetter);

export function tooLarge(): DomainError {
  return refusalOf('tooLarge', '');
}

/** Every parser failure on an uploaded file is the file's fault: the sender gets a code. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    if (error instanceof DocxRefused) throw refusalOf(error.refusal, error.target);
    throw refusalOf(error instanceof TooManyPages ? 'tooLarge' : 'notDocx', '');
  }
}

function refusalOf(refusal: DocxRefusal, target: string): DomainError {
  const shownTarget = [...target].slice(0, 100).join('');
  const params = {
    ...(refusal === 'tooLarge' ? { megabytesMax, pagesMax } : {}),
    ...(refusal === 'tooComplex' ? { columnsMax, cellsMax } : {}),
    ...(target === '' ? {} : { target: shownTarget }),
  };
  return new DomainError(refusals[refusal], { pointer: '/fileKey', params });
}

/** A cloned `Buffer` is the underlying array. */
function bufferOf({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
