import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LetterKind, TemplateWarning } from '@gongxiang/contracts';
import { DomainError, type Locale } from '@gongxiang/domain';
import { FileStore, readUpload } from '@gongxiang/messaging/files';
import { pagesMax, pdfOfDocx, type Stamp, TooManyPages } from '../docx/docx-pdf.js';
import { DocxRefused, type DocxRefusal, fillDocx, openDocx, placeholdersIn } from '../docx/docx-template.js';
import type { LetterTemplateRow } from './letter-template.entity.js';
import { requireKnown, sampleOf, warningsOf } from './placeholders.model.js';

const megabytesMax = 2;
const bytesMax = megabytesMax * 1024 * 1024;

const refusals: Readonly<Record<DocxRefusal, string>> = {
  notDocx: 'TEMPLATE_NOT_DOCX',
  tooLarge: 'TEMPLATE_TOO_LARGE',
  macros: 'TEMPLATE_HAS_MACROS',
  external: 'TEMPLATE_POINTS_OUT',
  brokenPlaceholder: 'PLACEHOLDER_BROKEN',
};

/** A template that was looked at and is good. */
export interface CheckedTemplate {
  readonly sha256: string;
  readonly placeholders: string[];
  readonly warnings: TemplateWarning[];
  readonly pages: number;
}

/** A letter to be printed. */
export interface LetterOrder {
  readonly values: Readonly<Record<string, string>>;
  readonly title: string;
  readonly locale: Locale;
  readonly madeAt: Date;
  readonly stamp: Stamp | null;
}

/** The files of templates: looked at when they come, filled when somebody wants his letter. */
@Injectable()
export class TemplateFiles {
  constructor(private readonly files: FileStore) {}

  /**
   * Looks at an uploaded file, and fills it once as a sample: what cannot be filled or printed is refused here, and not
   * when somebody waits for his letter.
   * @throws DomainError `NOT_FOUND` where the person has uploaded no such file; `TEMPLATE_…` and `PLACEHOLDER_…`, each
   *   with the pointer `/fileKey`
   */
  async check(fileKey: string, ownerId: string, kind: LetterKind): Promise<CheckedTemplate> {
    const bytes = await readUpload(this.files, { fileKey, ownerId, missing: 'NOT_FOUND', requireBytes });
    const placeholders = await refusing(() => placeholdersIn(bytes));
    requireKnown(placeholders);
    const printed = await refusing(async () => {
      const filled = await fillDocx(bytes, sampleOf('签发单位', '2026-01-01'));
      const document = openDocx(filled);
      const facts = { title: '', locale: 'zh-CN', madeAt: new Date(0) };
      return { document, ...(await pdfOfDocx(document, facts, null)) };
    });
    const lacksCharacters = printed.missing.size > 0;
    return {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      placeholders,
      warnings: warningsOf(printed.document.warnings, { kind, placeholders, lacksCharacters }),
      pages: printed.pages,
    };
  }

  async docx(template: LetterTemplateRow, { values }: Pick<LetterOrder, 'values'>): Promise<Buffer> {
    const content = await this.files.get(template.fileKey, null, template.sha256);
    return fillDocx(Buffer.concat((await content.toArray()) as Buffer[]), values);
  }

  async pdf(template: LetterTemplateRow, order: LetterOrder): Promise<Buffer> {
    const filled = await this.docx(template, order);
    return (await pdfOfDocx(openDocx(filled), order, order.stamp)).bytes;
  }
}

function requireBytes(bytes: number): void {
  if (bytes > bytesMax) throw refusalOf('tooLarge', '');
}

/** Whatever a file from outside breaks in its readers is the file's fault: the sender is told, with a code of his own. */
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
    ...(target === '' ? {} : { target: shownTarget }),
  };
  return new DomainError(refusals[refusal], { pointer: '/fileKey', params });
}
