import { useLocation } from 'react-router';
import { lazyPart } from '../../../kit/lazy-part.js';
import { type MovedToken, movedTokenIn } from './moved-token.js';

const options = { rows: 1, texts: ['movedToken'] } as const;

/** Few move a token, so that what does it comes once somebody answers. */
export const TokenToAnotherDevice = lazyPart(
  'TokenToAnotherDevice',
  () => import('./token-to-another-device.js'),
  options,
);
export const TokenFromAnotherDevice = lazyPart(
  'TokenFromAnotherDevice',
  () => import('./token-from-another-device.js'),
  options,
);

/** What the address of this page brings from another device. */
export function useMovedToken(): MovedToken | null {
  return movedTokenIn(useLocation().hash);
}
