import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type ErasureSteps as Steps, recordEvent } from '@gongxiang/messaging/events';
import { erasedName, type Transaction } from '@gongxiang/persistence';
import { randomUUID } from 'node:crypto';
import { CorrectionPapers } from '../../members/correction/correction-papers.js';
import { MemberPresenter } from '../../members/member/member-presenter.js';
import { MemberRepository } from '../../members/member/member.repository.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { personData } from '../view/person-data.js';
import { erasurePlan } from './erasure-plan.js';
import { ErasureRepository } from './erasure.repository.js';

/** What erasing a person does in this service, beside rows: sealed values, applications, papers. */
@Injectable()
export class ErasureSteps implements Steps {
  readonly plan = erasurePlan;
  readonly data = personData;

  constructor(
    private readonly erasures: ErasureRepository,
    private readonly people: PersonRepository,
    private readonly personalData: PersonalData,
    private readonly papers: CorrectionPapers,
    private readonly members: MemberRepository,
    private readonly presenter: MemberPresenter,
    private readonly authChanges: AuthChanges,
  ) {}

  /** Under each id that ever stood for the person: a record that was merged has kept its name. */
  async prepare(tx: Transaction, personId: string): Promise<void> {
    const ids = await this.erasures.idsOf(tx, personId);
    for (const id of ids.sort()) {
      const person = await this.people.lockById(tx, id);
      if (person === null) continue;
      await this.eraseApplications(tx, person);
      await this.erasePapers(tx, id);
      await this.eraseTexts(tx, id);
      await this.people.update(tx, this.emptied(tx, person));
      this.authChanges.publish(tx, id);
    }
  }

  /** Tells everybody who keeps a copy that nothing is known of the person any more. */
  async publish(tx: Transaction, personId: string): Promise<void> {
    const newest = await this.members.newestOf(tx, personId);
    if (newest !== null)
      await recordEvent(tx, membershipEvents.memberChanged, personId, this.presenter.stateOf(newest));
  }

  private emptied(tx: Transaction, person: PersonRow): PersonRow {
    return {
      id: person.id,
      version: person.version + 1,
      account: null,
      passwordHash: null,
      name: this.personalData.seal(person.id, 'name', erasedName),
      // Nobody is found by it.
      nameHash: this.personalData.hash('name', randomUUID()),
      maskedName: erasedName,
      residentNumber: null,
      residentNumberHash: null,
      phone: null,
      phoneHash: null,
      locale: person.locale,
      createdAt: person.createdAt,
      erasedAt: tx.now,
    };
  }

  /** Applications name nobody on record: they are found by the number, or by name and phone. */
  private async eraseApplications(tx: Transaction, { nameHash, residentNumberHash, phoneHash }: PersonRow) {
    await tx.sql.query(
      `WITH theirs AS (SELECT id FROM application
         WHERE resident_number_hash = $1 OR (name_hash = $2 AND phone_hash = $3)),
       turns AS (DELETE FROM application_turn WHERE application_id IN (SELECT id FROM theirs)),
       codes AS (DELETE FROM phone_code WHERE phone_hash = $3)
       SELECT 1`,
      [residentNumberHash, nameHash, phoneHash],
    );
    await tx.sql.query(
      'DELETE FROM application WHERE resident_number_hash = $1 OR (name_hash = $2 AND phone_hash = $3)',
      [residentNumberHash, nameHash, phoneHash],
    );
  }

  private async erasePapers(tx: Transaction, personId: string): Promise<void> {
    const rows: { key: string }[] = await tx.sql.query(
      'SELECT paper_key AS key FROM correction WHERE person_id = $1 AND paper_key IS NOT NULL',
      [personId],
    );
    for (const { key } of rows) await this.papers.dropNow(tx, key);
  }

  /** What they wrote to their union and were answered, and what officers wrote about them. */
  private async eraseTexts(tx: Transaction, personId: string): Promise<void> {
    const intake = this.personalData.seal(personId, 'intake', erasedName);
    const merge = this.personalData.seal(personId, 'memberMerge', erasedName);
    const texts = [personId, intake];
    await tx.sql.query(
      `UPDATE intake_entry SET text = $2, close_reason = CASE WHEN close_reason IS NOT NULL THEN $2 END,
         ending = coalesce(ending, 'withdrawn'), closed_at = coalesce(closed_at, $3),
         closed_by = CASE WHEN state = 'closed' THEN closed_by ELSE person_id END, state = 'closed', closes_at = NULL
       WHERE person_id = $1`,
      [...texts, tx.now],
    );
    for (const table of ['intake_answer', 'intake_follow_up'])
      await tx.sql.query(
        `UPDATE ${table} t SET text = $2 FROM intake_entry e WHERE e.id = t.entry_id AND e.person_id = $1`,
        texts,
      );
    await tx.sql.query(
      `UPDATE member_merge SET sealed_reason = $2, sealed_answer = CASE WHEN sealed_answer IS NOT NULL THEN $2 END
       WHERE survivor_id = $1`,
      [personId, merge],
    );
    const refused: { id: string; proposedBy: string }[] = await tx.sql.query(
      `SELECT id, proposed_by AS "proposedBy" FROM pending_change WHERE person_id = $1 AND reason IS NOT NULL FOR UPDATE`,
      [personId],
    );
    for (const { id, proposedBy } of refused)
      await tx.sql.query('UPDATE pending_change SET reason = $2 WHERE id = $1', [
        id,
        this.personalData.seal(proposedBy, 'pendingChange', erasedName),
      ]);
  }
}
