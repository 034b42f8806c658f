import { createHash } from 'node:crypto';

/** Tells the same parties, whatever their order: their pools take turns with the odd fen. */
export function partiesHashOf(keys: readonly string[]): string {
  return createHash('sha256')
    .update([...keys].sort().join('\n'))
    .digest('hex');
}
