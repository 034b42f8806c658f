import { Injectable } from '@nestjs/common';
import type { EmploymentKind, MembershipStanding } from '@gongxiang/contracts/membership/membership-events';
import type { Transaction } from '@gongxiang/persistence';

/** What stands on the form of a member; name, number and phone are sealed. */
export interface FormRecord {
  readonly memberId: string;
  readonly personId: string;
  readonly name: string;
  readonly residentNumber: string | null;
  readonly phone: string | null;
  readonly unionName: string;
  readonly unionPath: string;
  readonly employerName: string | null;
  readonly employerCode: string | null;
  readonly employmentKind: EmploymentKind | null;
  readonly standing: MembershipStanding;
  readonly validFrom: string;
}

@Injectable()
export class RegistrationFormRepository {
  /** In the order of the ids. The employer is that of the newest employment that goes on, else the union's own enterprise. */
  find(tx: Transaction, memberIds: readonly string[]): Promise<FormRecord[]> {
    return tx.sql.query(
      `SELECT m.id AS "memberId", p.id AS "personId", p.name, p.resident_number AS "residentNumber", p.phone,
         u.name AS "unionName", u.path AS "unionPath",
         coalesce(employer.name, e.employer_name, own.name) AS "employerName",
         CASE WHEN e.id IS NULL THEN own.uscc ELSE employer.uscc END AS "employerCode",
         coalesce(e.kind, m.employment_kind) AS "employmentKind", m.standing, m.valid_from AS "validFrom"
       FROM unnest($1::uuid[]) WITH ORDINALITY AS asked (id, number)
       JOIN union_membership m ON m.id = asked.id
       JOIN person p ON p.id = m.person_id
       JOIN labour_union u ON u.id = m.union_id
       LEFT JOIN enterprise own ON own.id = u.enterprise_id
       LEFT JOIN LATERAL (
         SELECT * FROM employment WHERE person_id = p.id AND valid_to IS NULL ORDER BY valid_from DESC, id DESC LIMIT 1
       ) e ON true
       LEFT JOIN enterprise employer ON employer.id = e.enterprise_id
       ORDER BY asked.number`,
      [memberIds],
    );
  }
}
