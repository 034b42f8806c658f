import { KeptTokens } from './kept-tokens.js';

/** The tokens of this browser. */
export const keptTokens = new KeptTokens(localStorage);
addEventListener('storage', keptTokens.tell);
