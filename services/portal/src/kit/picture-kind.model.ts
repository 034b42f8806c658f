import type { FileKind } from './upload.model.js';

const types = ['image/jpeg', 'image/png', 'image/webp'];

/** A picture that can be shown. Browsers do not always know the type of HEIC, so its name counts as well. */
export const pictureKind: FileKind = {
  isLike: ({ name, type }) => types.includes(type) && !/\.hei[cf]$/i.test(name),
  contentTypes: types,
};
