import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { shanghaiDate } from '@gongxiang/domain';
import { recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { memberStateOf, type PublishedPerson } from '../member/member-state.js';
import type { MembershipRow } from '../member/membership.entity.js';
import type { MemberImportRow } from './member-import.entity.js';

type EndedRow = Pick<
  MembershipRow,
  'personId' | 'unionId' | 'validFrom' | 'validTo' | 'employmentKind' | 'admittedBy'
>;

/** Undoes an import, except for memberships that have been activated since. */
@Injectable()
export class ImportUndoer {
  constructor(private readonly personalData: PersonalData) {}

  /**
   * Ends the memberships that the import created and that nobody has activated since. Changes of existing members
   * stay: their earlier values are not stored, as they are personal.
   * @returns how many memberships were ended
   */
  async undo(tx: Transaction, row: MemberImportRow): Promise<number> {
    const [ended] = (await tx.sql.query(
      `UPDATE union_membership m SET state = 'ended', valid_to = greatest(m.valid_from, $3::date)
       FROM member_import_row r
       WHERE r.import_id = $1 AND r.state = 'created' AND m.person_id = r.person_id AND m.state = 'imported'
         AND m.created_at BETWEEN $2 AND $4 -- not a later one elsewhere
       RETURNING m.person_id AS "personId", m.union_id AS "unionId", m.valid_from AS "validFrom", m.valid_to AS "validTo",
         m.employment_kind AS "employmentKind", m.admitted_by AS "admittedBy"`,
      [row.id, row.createdAt, shanghaiDate(tx.now), row.finishedAt],
    )) as [EndedRow[], number];
    const [people] = (await tx.sql.query(
      `UPDATE person SET version = version + 1 WHERE id = ANY($1) RETURNING id, version, masked_name AS "maskedName",
         resident_number AS "residentNumber"`,
      [ended.map(({ personId }) => personId)],
    )) as [PublishedPerson[], number];
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
