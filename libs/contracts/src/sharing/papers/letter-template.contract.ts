import { letterFiles } from '../../words/media-types.js';
import { command, pageOf, PageRequest, query, slow } from '../../core/contract.js';
import { Flag, Instant, OneOf, SomeOf, Text, TextList, Uuid, Whole } from '../../core/fields.js';
import { PrintedFileView } from '../../words/printed-file.js';

/** `certificate` of having taken part, `proof` of it for the employer. */
export const letterKinds = ['certificate', 'invitation', 'thanks', 'proof'] as const;
export type LetterKind = (typeof letterKinds)[number];

export const letterFormats = ['pdf', 'docx'] as const;
export type LetterFormat = (typeof letterFormats)[number];

/** What stands in place of a placeholder `{姓名}`, or of its English name `{name}`. */
export const letterPlaceholders = {
  姓名: 'name',
  活动: 'activity',
  日期: 'date',
  地点: 'place',
  主办: 'organiser',
  协办: 'coHosts',
  同行人数: 'companions',
  编号: 'number',
  核验码: 'code',
  签发单位: 'issuer',
  签发日期: 'issuedOn',
} as const;

/** What of a template the PDF shows otherwise than Word, or not at all. */
export const templateWarnings = [
  'textBox',
  'floatingPicture',
  'pictureFormat',
  'drawing',
  'list',
  'columns',
  'sections',
  'nestedTable',
  'footnote',
  'formula',
  'rareCharacters',
  'noName',
] as const;
export type TemplateWarning = (typeof templateWarnings)[number];

export class CreateLetterTemplateRequest {
  @Uuid({ description: 'Whose template it is' }) unionId: string;
  @OneOf(letterKinds, { name: 'LetterKind' }) kind: LetterKind;
  @Text({ max: 60, example: '活动参与证书' }) name: string;
  @Uuid({
    description: `Of a .docx that the caller has uploaded. Placeholders: ${Object.keys(letterPlaceholders)
      .map((name) => `{${name}}`)
      .join(' ')}`,
  })
  fileKey: string;
}

export class ListLetterTemplatesRequest extends PageRequest {
  @Uuid({ description: 'Whose templates' }) unionId: string;
  @Flag({ optional: true, description: 'Those that are retired, in place of those in use' })
  retired?: boolean;
}

export class LetterTemplateIdRequest {
  @Uuid() templateId: string;
}

/** How a sample is asked for over REST. */
export class SampleLetterRequest extends LetterTemplateIdRequest {
  @OneOf(letterFormats, { optional: true, name: 'LetterFormat', description: 'PDF where absent' })
  as?: LetterFormat;
}

export class LetterTemplateView {
  @Uuid() id: string;
  @Whole() version: number;
  @Uuid() unionId: string;
  @Text() unionName: string;
  @OneOf(letterKinds, { name: 'LetterKind' }) kind: LetterKind;
  @Text({ max: 60 }) name: string;
  @TextList({ max: 50, length: 20, description: 'The placeholders in it' }) placeholders: string[];
  @SomeOf(templateWarnings, { description: 'What the PDF shows otherwise than Word, or not at all' })
  warnings: TemplateWarning[];
  @Whole({ description: 'Pages of a sample' }) pages: number;
  @Instant({ nullable: true }) retiredAt: string | null;
  @Instant() createdAt: string;
}

export const letterTemplateContract = {
  create: slow(
    command('sharing.letter-template.create', CreateLetterTemplateRequest, LetterTemplateView, {
      http: 'POST letter-templates',
      tag: 'letters',
      summary: "Takes a union's own .docx as a template of letters; unknown placeholders are named",
      example: {
        unionId: '019a0000-0000-7000-8000-000000000001',
        kind: 'certificate',
        name: '活动参与证书',
        fileKey: '019a0000-0000-7000-8000-000000000002',
      },
    }),
  ),
  list: query('sharing.letter-template.list', ListLetterTemplatesRequest, pageOf(LetterTemplateView), {
    http: 'GET letter-templates',
    tag: 'letters',
    summary: 'Lists the templates of a union, the newest first: those in use, or those that are retired',
  }),
  get: query('sharing.letter-template.get', LetterTemplateIdRequest, LetterTemplateView, {
    http: 'GET letter-templates/:templateId',
    tag: 'letters',
    summary: 'Shows a template',
  }),
  retire: command('sharing.letter-template.retire', LetterTemplateIdRequest, LetterTemplateView, {
    http: 'DELETE letter-templates/:templateId',
    tag: 'letters',
    summary: 'Retires a template: no letter is made from it until it is restored; those that are there stay',
  }),
  restore: command('sharing.letter-template.restore', LetterTemplateIdRequest, LetterTemplateView, {
    http: 'POST letter-templates/:templateId/restore',
    tag: 'letters',
    summary: 'Takes a retired template into use again',
    status: 200,
    example: {},
  }),
  sample: slow(
    query('sharing.letter-template.sample', SampleLetterRequest, PrintedFileView, {
      http: 'GET letter-templates/:templateId/sample',
      tag: 'letters',
      summary: 'The template filled with an invented person, as PDF or .docx',
      files: letterFiles,
      isFileOnly: true,
    }),
  ),
};
