import { Injectable } from '@nestjs/common';
import { normaliseIdentifier } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import type { RowChoices } from './chunk-loader.js';
import { MemberImportRepository } from './member-import.repository.js';
import type { RosterFileRow } from './roster-reading.js';

/** Applies to the rows of a file what an officer has said of them. */
@Injectable()
export class ChosenRows {
  constructor(
    private readonly imports: MemberImportRepository,
    private readonly people: PersonRepository,
    private readonly personalData: PersonalData,
  ) {}

  /** @returns the rows, those of a chosen person with the number on record: that of the file stays there */
  async apply(
    tx: Transaction,
    importId: string,
    rows: readonly RosterFileRow[],
  ): Promise<{ rows: readonly RosterFileRow[]; choices: RowChoices }> {
    const chosen = await this.imports.choices(
      tx,
      importId,
      rows.map(({ rowNumber }) => rowNumber),
    );
    if (chosen.length === 0) return { rows, choices: new Map() };
    const choices: RowChoices = new Map(chosen.map((one) => [one.rowNumber, one]));
    const applied = rows.map(async (row) => {
      const personId = choices.get(row.rowNumber)?.personId ?? null;
      const number = personId === null ? null : await this.numberOf(tx, personId);
      return number === null ? row : withNumber(row, number);
    });
    return { rows: await Promise.all(applied), choices };
  }

  private async numberOf(tx: Transaction, personId: string): Promise<string | null> {
    const person = await this.people.findById(tx, personId);
    if (person === null || person.residentNumber === null) return null;
    return this.personalData.open(personId, 'residentNumber', person.residentNumber);
  }
}

function withNumber(row: RosterFileRow, number: string): RosterFileRow {
  const { residentNumber: _mark, ...marks } = row.marks;
  const keepsNumber = normaliseIdentifier(row.cells.residentNumber) !== number;
  return { ...row, marks, cells: { ...row.cells, residentNumber: number }, keepsNumber };
}
