import { createHash } from 'node:crypto';

/**
 * SHA-256 over the places in their order, a line each: rank, rank in its group, subject, score, hash of what the score was
 * computed from, and the figure as the 16 hex digits of its IEEE 754 double; between them a space, behind them LF.
 */
export function rankingHash(places: readonly HashedPlace[]): string {
  const hash = createHash('sha256');
  const figure = Buffer.alloc(8);
  for (const { rank, groupRank, subjectId, scoreId, scoreHash, score } of places) {
    figure.writeDoubleBE(score);
    hash.update([rank, groupRank, subjectId, scoreId, scoreHash, figure.toString('hex')].join(' ') + '\n');
  }
  return hash.digest('hex');
}

interface HashedPlace {
  readonly rank: number;
  readonly groupRank: number;
  readonly subjectId: string;
  readonly scoreId: string;
  readonly scoreHash: string;
  readonly score: number;
}
