import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import type { RowCandidate } from './member-import.entity.js';
import { CandidateRepository } from './candidate.repository.js';
import { meantBy } from './number-typo.model.js';

/** A row with a valid number that nobody on record has. */
interface UnknownNumber {
  readonly rowNumber: number;
  readonly nameHash: string;
  readonly phoneHash: string | null;
}

/** A row whose number fails its check. */
interface MistypedNumber {
  readonly rowNumber: number;
  readonly residentNumber: string;
}

const candidatesMax = 5;

/**
 * Finds the members whom rows may be about although their numbers differ (E95). Only members of the importing union
 * are found: a file of phones must not tell where their owners belong (E124).
 */
@Injectable()
export class CandidateFinder {
  constructor(
    private readonly candidates: CandidateRepository,
    private readonly personalData: PersonalData,
  ) {}

  /** @returns the candidates by row number; rows without one are absent */
  async find(
    tx: Transaction,
    place: { readonly importId: string | null; readonly unionPath: string },
    {
      unknown,
      mistyped,
    }: { readonly unknown: readonly UnknownNumber[]; readonly mistyped: readonly MistypedNumber[] },
  ): Promise<ReadonlyMap<number, readonly RowCandidate[]>> {
    const found = new Map<number, RowCandidate[]>();
    const add = (rowNumber: number, candidate: RowCandidate): void => {
      const list = found.get(rowNumber) ?? [];
      if (list.length < candidatesMax) found.set(rowNumber, [...list, candidate]);
    };
    const phones = unknown.flatMap(({ phoneHash }) => (phoneHash === null ? [] : [phoneHash]));
    const holders = await this.candidates.withPhones(tx, place, phones);
    for (const { rowNumber, nameHash, phoneHash } of unknown)
      for (const holder of holders.filter((one) => one.phoneHash === phoneHash)) {
        const reason = holder.nameHash === nameHash ? 'SAME_NAME_AND_PHONE' : 'SAME_PHONE';
        add(rowNumber, { personId: holder.personId, reason });
      }
    const meant = mistyped.flatMap(({ rowNumber, residentNumber }) =>
      meantBy(residentNumber, tx.now).map((number) => ({
        rowNumber,
        hash: this.personalData.hash('residentNumber', number),
      })),
    );
    const known = await this.candidates.withNumbers(
      tx,
      place,
      meant.map(({ hash }) => hash),
    );
    for (const { rowNumber, hash } of meant) {
      const personId = known.get(hash);
      if (personId !== undefined) add(rowNumber, { personId, reason: 'NUMBER_TYPO' });
    }
    return found;
  }
}
