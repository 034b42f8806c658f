import { command, pageOf, PageRequest, query, slow } from '../contract.js';
import { Flag, Instant, OneOf, SomeOf, Text, TextList, Uuid, Whole } from '../fields.js';
import { PrintedFileView } from '../printed-file.dto.js';

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
  ...(['textBox', 'floatingPicture', 'pictureFormat', 'drawing', 'list', 'columns', 'sections'] as const),
  ...(['nestedTable', 'footnote', 'formula', 'rareCharacters', 'noName'] as const),
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
  create: slow(command('sharing.letter-template.create', CreateLetterTemplateRequest, LetterTemplateView)),
  list: query('sharing.letter-template.list', ListLetterTemplatesRequest, pageOf(LetterTemplateView)),
  get: query('sharing.letter-template.get', LetterTemplateIdRequest, LetterTemplateView),
  retire: command('sharing.letter-template.retire', LetterTemplateIdRequest, LetterTemplateView),
  restore: command('sharing.letter-template.restore', LetterTemplateIdRequest, LetterTemplateView),
  sample: slow(query('sharing.letter-template.sample', SampleLetterRequest, PrintedFileView)),
};
