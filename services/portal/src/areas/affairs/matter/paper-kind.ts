import type { FileKind } from '../../../kit/upload.model.js';

const paperTypes = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp'];

/** A paper of a matter: a document, or a photograph of one. */
export const paperKind: FileKind = {
  isLike: ({ type }) => paperTypes.includes(type),
  contentTypes: paperTypes,
};
