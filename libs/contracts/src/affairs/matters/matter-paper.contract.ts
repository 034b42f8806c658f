import { command, query, slow } from '../../core/contract.js';
import { Text, Uuid, Whole } from '../../core/fields.js';
import { paperTypes } from '../../words/media-types.js';
import { MatterView } from './matter.contract.js';
import { servicePaperIdPattern } from './service-item.contract.js';

export const matterPaperBytesMax = 10 * 1024 * 1024;

export class AddMatterPaper {
  @Uuid() matterId: string;
  @Uuid({ description: 'The file that the caller has uploaded: PDF, PNG, JPEG or WebP' }) fileKey: string;
  @Text({ max: 200, description: 'As the caller has it', example: '身份证正面.jpg' }) name: string;
  @Text({
    optional: true,
    max: 40,
    pattern: servicePaperIdPattern,
    description: 'Which of the papers that the service asks for; none of them where absent',
    example: 'identity',
  })
  asked?: string | null;
}

export class MatterPaperId {
  @Uuid() matterId: string;
  @Uuid() paperId: string;
}

/** Where the file is, and what opens it: between the services alone. */
export class MatterPaperFileView {
  @Uuid() fileKey: string;
  @Text({ description: 'SHA-256 of the sealed file, in hex' }) sha256: string;
  @Text({ description: 'Opens the sealed file' }) opening: string;
  @Whole({ description: 'Bytes, opened' }) size: number;
  @Text({ max: 200 }) name: string;
  @Text({ description: 'Media type, by the content' }) contentType: string;
}

export const matterPaperContract = {
  add: slow(
    command('affairs.matter-paper.add', AddMatterPaper, MatterView, {
      http: 'POST matters/:matterId/papers',
      tag: 'matters',
      summary: 'Adds a paper to a matter, by whoever brought it or has it in hand; the file is sealed',
      example: {
        fileKey: '019a0000-0000-7000-8000-0000000000f1',
        name: '身份证正面.jpg',
        asked: 'identity',
      },
    }),
  ),
  remove: command('affairs.matter-paper.remove', MatterPaperId, MatterView, {
    http: 'DELETE matters/:matterId/papers/:paperId',
    tag: 'matters',
    summary: 'Takes back a paper that the caller has added; its file is erased',
  }),
  file: query('affairs.matter-paper.file', MatterPaperId, MatterPaperFileView, {
    http: 'GET matters/:matterId/papers/:paperId/file',
    tag: 'matters',
    summary: 'The file of a paper, to be saved, for whoever may read the matter; each reading is on record',
    files: paperTypes,
    isFileOnly: true,
  }),
};
