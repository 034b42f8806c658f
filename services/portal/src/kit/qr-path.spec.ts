import { expect, it } from '@jest/globals';
import { qrPath } from './qr-path.js';

function modulesOf(...rows: readonly string[]) {
  return { size: rows.length, get: (x: number, y: number) => rows[y]?.[x] === '#' };
}

it('draws a bar for each run of dark modules, moved by the margin', () => {
  expect(qrPath(modulesOf('##.', '...', '#.#'), 4)).toBe('M4 4h2v1h-2zM4 6h1v1h-1zM6 6h1v1h-1z');
});

it('draws nothing where all is light', () => {
  expect(qrPath(modulesOf('..', '..'), 4)).toBe('');
});
