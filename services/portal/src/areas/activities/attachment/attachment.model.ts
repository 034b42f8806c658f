import type { components } from '../../../api/schema.js';

export type Attachment = components['schemas']['AttachmentView'];
export type Attachments = components['schemas']['AttachmentsView'];
