import { lazyPart } from '../../../kit/lazy-part.js';

/** Few things have been recognised: the pages of all kinds of subjects stand without it. */
export const RecognitionsOf = lazyPart('RecognitionsOf', () => import('./recognitions-of.js'), {
  rows: 1,
  texts: ['recognition'],
});
