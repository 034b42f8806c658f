import { Injectable } from '@nestjs/common';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import { memberStateOf } from '../member/member-state.js';
import { recordMembers } from '../member/record-members.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { ImportUndoRepository } from './import-undo.repository.js';
import type { MemberImportRow } from './member-import.entity.js';

/** Undoes an import row by row: what nothing depends on. */
@Injectable()
export class ImportUndoer {
  constructor(
    private readonly undoing: ImportUndoRepository,
    private readonly people: PersonRepository,
    private readonly personalData: PersonalData,
    private readonly authChanges: AuthChanges,
  ) {}

  /**
   * Ends the memberships that the import created, restores what it changed, and resumes what it ended. Rows of people
   * who have activated their account or were changed since are kept and marked with the reason.
   * @returns how many memberships were ended, restored and resumed
   */
  async undo(
    tx: Transaction,
    row: MemberImportRow,
  ): Promise<{ ended: number; restored: number; resumed: number }> {
    await this.undoing.lockPeople(tx, row.id);
    await this.undoing.markKept(tx, row.id);
    const ended = await this.undoing.endCreated(tx, row);
    const restored = await this.undoing.restoreUpdated(tx, row.id);
    const resumed = await this.undoing.resumeEnded(tx, row.id);
    const terms = new Map([...ended, ...restored, ...resumed].map((term) => [term.personId, term]));
    const people = await this.people.touchAll(tx, [...terms.keys()]);
    const states = people.flatMap((person) => {
      const term = terms.get(person.id);
      return term === undefined ? [] : [memberStateOf(person, term, this.personalData)];
    });
    await recordMembers(tx, states);
    for (const { personId } of resumed) this.authChanges.publish(tx, personId);
    return { ended: ended.length, restored: restored.length, resumed: resumed.length };
  }
}
