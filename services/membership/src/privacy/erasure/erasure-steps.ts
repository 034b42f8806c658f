import { Injectable } from '@nestjs/common';
import { membershipEvents } from '@gongxiang/contracts/membership/membership-events';
import { type ErasureSteps as Steps, recordEvent } from '@gongxiang/messaging/events';
import { erasedName, type Transaction } from '@gongxiang/persistence';
import { randomUUID } from 'node:crypto';
import { CorrectionPapers } from '../../members/correction/correction-papers.js';
import { MemberPresenter } from '../../members/member/member-presenter.js';
import { MemberRepository } from '../../members/member/member.repository.js';
import { recordMembers } from '../../members/member/record-members.js';
import { PersonalData } from '../../persons/crypto/personal-data.js';
import { AuthChanges } from '../../persons/person/auth-changes.js';
import type { PersonRow } from '../../persons/person/person.entity.js';
import { PersonRepository } from '../../persons/person/person.repository.js';
import { awaitsMayChange } from '../../unions/awaits/awaits-due.js';
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
      await awaitsMayChange(tx, 'application', ...(await this.erasures.deleteApplications(tx, person)));
      await this.erasures.emptyFoundings(tx, person);
      for (const key of await this.erasures.papersOf(tx, id)) await this.papers.dropNow(tx, key);
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

  /** The present states of people who stood in one event with somebody who is erased. */
  async publishAgain(tx: Transaction, personIds: readonly string[]): Promise<void> {
    const records = await this.members.newestAmong(tx, personIds);
    await recordMembers(
      tx,
      records.map((record) => this.presenter.stateOf(record)),
    );
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

  /** What they wrote to their union and were answered, and what officers wrote about them. */
  private async eraseTexts(tx: Transaction, personId: string): Promise<void> {
    const sealed = this.personalData.seal(personId, 'intake', erasedName);
    await this.erasures.replaceComplaints(tx, personId, sealed);
    const reason = this.personalData.seal(personId, 'memberMerge', erasedName);
    await this.erasures.replaceMergeReasons(tx, personId, reason);
    // Each is sealed for whoever proposed the change.
    for (const { id, proposedBy } of await this.erasures.refusedChanges(tx, personId))
      await this.erasures.replaceRefusal(
        tx,
        id,
        this.personalData.seal(proposedBy, 'pendingChange', erasedName),
      );
  }
}
