import type { RowReport } from './member-import.model.js';

type Hashes = Pick<RowReport, 'rowNumber' | 'identityHash' | 'phoneHash'>;

/**
 * What the earlier rows of a file had, for the rows that repeat it. Kept in memory by the worker that loads the file, some 20 MB for the
 * longest: while a report grows, its statistics speak of an empty table, and a search in it has read all of it for every row.
 */
export class EarlierRows {
  private readonly rowOf = new Map<string, number>();
  private readonly holderOf = new Map<string, string>();

  /** @param report of rows that are recorded, in their order */
  add(report: readonly Hashes[]): void {
    for (const { rowNumber, identityHash, phoneHash } of report) {
      if (identityHash === null) continue;
      if (!this.rowOf.has(identityHash)) this.rowOf.set(identityHash, rowNumber);
      if (phoneHash !== null && !this.holderOf.has(phoneHash)) this.holderOf.set(phoneHash, identityHash);
    }
  }

  /** @returns the first row with this number */
  rowWith(identityHash: string): number | undefined {
    return this.rowOf.get(identityHash);
  }

  /** Whether a row with another number has this phone. */
  hasPhoneOfAnother(phoneHash: string, identityHash: string): boolean {
    return (this.holderOf.get(phoneHash) ?? identityHash) !== identityHash;
  }
}
