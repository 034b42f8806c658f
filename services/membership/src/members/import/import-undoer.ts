import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { memberStateOf } from '../member/member-state.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import type { MemberImportRow } from './member-import.entity.js';
import { MemberImportRepository } from './member-import.repository.js';

/** Undoes an import, except for memberships that have been activated since. */
@Injectable()
export class ImportUndoer {
  constructor(
    private readonly imports: MemberImportRepository,
    private readonly people: PersonRepository,
    private readonly personalData: PersonalData,
  ) {}

  /**
   * Ends the memberships that the import created and that nobody has activated since. Changes of existing members
   * stay: their earlier values are not stored, as they are personal.
   * @returns how many memberships were ended
   */
  async undo(tx: Transaction, row: MemberImportRow): Promise<number> {
    const ended = await this.imports.endCreated(tx, row);
    const people = await this.people.touchAll(
      tx,
      ended.map(({ personId }) => personId),
    );
    const byId = new Map(people.map((person) => [person.id, person]));
    const events = ended.flatMap((membership) => {
      const person = byId.get(membership.personId);
      if (person === undefined) return [];
      const term = { ...membership, state: 'ended' as const };
      return [{ about: person.id, data: memberStateOf(person, term, this.personalData) }];
    });
    await recordEvents(tx, membershipEvents.memberChanged, events);
    return ended.length;
  }
}
