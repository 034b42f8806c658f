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

/** The token of another device in the address of this page. */
export function useMovedToken(): MovedToken | null {
  return movedTokenIn(useLocation().hash);
}
