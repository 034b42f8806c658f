import { Injectable } from '@nestjs/common';
import { type MemberState, membershipEvents } from '@gongxiang/contracts';
import { shanghaiDate } from '@gongxiang/domain';
import { recordEvents } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import type { MemberImportRow } from './member-import.entity.js';

/** Takes back what an import made, as far as nobody has built on it. */
@Injectable()
export class ImportUndoer {
  /**
   * Ends the memberships that the import made and that nobody has activated since. What it changed of members who were
   * there before stays: the values from before are not kept, as they are personal.
   * @returns how many memberships were ended
   */
  async undo(tx: Transaction, row: MemberImportRow): Promise<number> {
    const [ended] = (await tx.sql.query(
      `UPDATE union_membership m SET state = 'ended', valid_to = greatest(m.valid_from, $3::date)
       FROM member_import_row r
       WHERE r.import_id = $1 AND r.state = 'created' AND m.person_id = r.person_id AND m.state = 'imported'
         AND m.created_at BETWEEN $2 AND $4 -- not one that he got since, elsewhere
       RETURNING m.person_id AS "personId", m.union_id AS "unionId", m.valid_from AS "validFrom", m.valid_to AS "validTo"`,
      [row.id, row.createdAt, shanghaiDate(tx.now), row.finishedAt],
    )) as [Pick<MemberState, 'personId' | 'unionId' | 'validFrom' | 'validTo'>[], number];
    const [people] = (await tx.sql.query(
      `UPDATE person SET version = version + 1 WHERE id = ANY($1) RETURNING id, version, masked_name AS "maskedName"`,
      [ended.map(({ personId }) => personId)],
    )) as [{ id: string; version: number; maskedName: string }[], number];
    const byId = new Map(people.map((person) => [person.id, person]));
    const events = ended.map((membership) => {
      const { version = 1, maskedName = '' } = byId.get(membership.personId) ?? {};
      return {
        about: membership.personId,
        data: { ...membership, version, maskedName, state: 'ended' as const },
      };
    });
    await recordEvents(tx, membershipEvents.memberChanged, events);
    return ended.length;
  }
}
