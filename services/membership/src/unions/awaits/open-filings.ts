import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { awaitsMayChange } from './awaits-due.js';
import { type AwaitedFiling, OpenFilingRepository } from './open-filing.repository.js';

/** What waits for an officer above some unions, whichever district has it. */
@Injectable()
export class OpenFilings {
  constructor(private readonly filings: OpenFilingRepository) {}

  /** Unions have moved in the tree, so others may be above them. Moves are rare, and filings are few. */
  async lookAgain(tx: Transaction): Promise<void> {
    const open = await this.filings.list(tx);
    for (const kind of new Set(open.map((one) => one.kind)))
      await awaitsMayChange(tx, kind, ...idsOf(open, kind));
  }
}

function idsOf(open: readonly AwaitedFiling[], kind: AwaitedFiling['kind']): string[] {
  return open.filter((one) => one.kind === kind).map(({ id }) => id);
}
