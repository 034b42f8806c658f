import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { rootAbove } from '../root.js';
import { persistedWordsFile, persistedWordsOf } from './persisted-words.js';

const root = rootAbove(fileURLToPath(import.meta.url));

describe('words of the code that are also words of the data', () => {
  it('are those that were pinned; where one must change, a migration brings over what is kept under the old one, then: node deploy/dist/inventory/main.js pin', async () => {
    const pinned: unknown = JSON.parse(readFileSync(persistedWordsFile(root), 'utf8'));
    expect(await persistedWordsOf(root)).toEqual(pinned);
  });
});
