import type { FileKind } from './upload.model.js';

/** By the ending of the name: browsers know few of these types. The platform looks at the content later. */
const endings = ['.pdf', '.docx', '.xlsx', '.pptx', '.csv', '.txt'];

/** A file that may be handed out. */
export const attachmentKind: FileKind = {
  isLike: ({ name }) => endings.some((ending) => name.toLowerCase().endsWith(ending)),
  contentTypes: ['application/pdf', 'application/zip', 'text/csv'],
};

export const accepted = endings.join(',');
