import type { FileKind } from './upload.model.js';

const receiptTypes = ['application/pdf', 'image/png', 'image/jpeg'];

/** A receipt. The platform takes kinds of files that are none. */
export const receiptKind: FileKind = {
  isLike: ({ type }) => receiptTypes.includes(type),
  contentTypes: receiptTypes,
};
