import { Injectable } from '@nestjs/common';
import { shanghaiDate } from '@gongxiang/domain';
import { OnDue, scheduleQuietly } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { type Birth, birthIn, type Cell, cellsOf, daysBetween, type Terms, turnsOn } from './count.model.js';
import { CountingRepository, type Delta, deltasOfTurns, type PendingChange } from './counting.repository.js';

/** Due work, one row that never ends: changes of memberships are added to the totals of the census. */
export const censusFoldKind = 'census-fold';
const everyMs = 2_000;
/** A roster of 100,000 people is added in twenty transactions. */
const changesMax = 5_000;

/**
 * The only writer of the totals. Its due row is claimed by one replica at a time, so that nobody waits for a total and each
 * change is added once: it is removed in the same transaction.
 */
@Injectable()
export class CensusFold {
  constructor(
    private readonly counting: CountingRepository,
    private readonly personalData: PersonalData,
  ) {}

  @OnDue(censusFoldKind)
  async fold(tx: Transaction, key: string): Promise<void> {
    const today = shanghaiDate(tx.now);
    await this.age(tx, today);
    const changes = await this.counting.oldest(tx, changesMax);
    if (changes.length > 0) {
      await this.counting.add(tx, this.deltasOf(changes, today));
      await this.counting.remove(
        tx,
        changes.map(({ id }) => id),
      );
    }
    const pauseMs = changes.length === changesMax ? 0 : everyMs;
    await scheduleQuietly(tx, { kind: censusFoldKind, key, at: new Date(tx.now.getTime() + pauseMs) });
  }

  /** Moves people to the age bands of today, also after days without this service. */
  private async age(tx: Transaction, today: string): Promise<void> {
    const agedTo = await this.counting.agedTo(tx);
    if (agedTo !== null && agedTo >= today) return;
    const turns = agedTo === null ? [] : daysBetween(agedTo, today).flatMap(turnsOn);
    const born = await this.counting.bornOn(
      tx,
      turns.map(({ birthDate }) => birthDate),
    );
    await this.counting.add(tx, summed(deltasOfTurns(turns, born)));
    await this.counting.setAgedTo(tx, today);
  }

  private deltasOf(changes: readonly PendingChange[], day: string): Delta[] {
    const deltas = changes.flatMap(({ before, after, numberBefore, numberAfter }) => [
      ...this.cells(before, numberBefore, day).map((cell) => ({ ...cell, members: -1 })),
      ...this.cells(after, numberAfter, day).map((cell) => ({ ...cell, members: 1 })),
    ]);
    return summed(deltas);
  }

  private cells(terms: Terms | null, sealed: string | null, day: string): Cell[] {
    return terms === null ? [] : cellsOf(terms, this.birthOf(terms, sealed), day);
  }

  private birthOf({ personId, state }: Terms, sealed: string | null): Birth {
    if (state === 'ended' || sealed === null) return birthIn(null);
    return birthIn(this.personalData.open(personId, 'residentNumber', sealed));
  }
}

/** One delta for each cell, in the order of the cells; none where it comes to nothing. */
function summed(deltas: readonly Delta[]): Delta[] {
  const byCell = new Map<string, Cell & { members: number }>();
  for (const delta of deltas) {
    const name = `${delta.unionId} ${delta.dimension} ${delta.value}`;
    const sum = byCell.get(name);
    if (sum === undefined) byCell.set(name, { ...delta });
    else sum.members += delta.members;
  }
  return [...byCell.values()].filter(({ members }) => members !== 0);
}
