import { Injectable } from '@nestjs/common';
import { type ActionRule, DomainError, type Party } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { authoriseMatter, mayInMatter, type MatterSubject } from '../../reference/delegation/delegated.js';
import { matterOf, mattersOf } from '../../reference/delegation/delegation.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { ActivityRow } from './activity.entity.js';

/** Who sees and who manages an activity. */
@Injectable()
export class ActivityAccess {
  constructor(private readonly references: ReferenceRepository) {}

  /**
   * Published activities are visible to everybody; a draft only to those who prepare it. @throws DomainError
   * `NOT_FOUND`
   */
  async see(tx: Transaction, row: ActivityRow): Promise<void> {
    if (row.publishedAt !== null) tx.authorise(actions.seeActivity, {});
    else await authoriseMatter(tx, actions.seeDraft, await this.onlookersOf(tx, row));
  }

  /** @throws DomainError `NOT_PERMITTED` if the caller sees it, `NOT_FOUND` otherwise */
  async manage(tx: Transaction, row: ActivityRow, rule: ActionRule = actions.manageActivity): Promise<void> {
    const visible = await this.isVisible(tx, row);
    const subject = { paths: [row.unionPath], ...personBehind(row), visible };
    await authoriseMatter(tx, rule, { ...subject, matters: mattersOf(row) });
  }

  /**
   * A worker acts only for themselves; officers and organisers of its union act for any other party, and so do its
   * representatives.
   * @throws DomainError `NOT_PERMITTED`
   */
  async organise(tx: Transaction, party: Party, unionPath: string): Promise<void> {
    const common = { visible: true, matters: matterOf(party) };
    if (party.kind === 'person')
      await authoriseMatter(tx, actions.proposeOwnActivity, { ...common, personId: party.id });
    else await authoriseMatter(tx, actions.createActivity, { ...common, paths: [unionPath] });
  }

  /** @throws DomainError `NOT_SIGNED_IN` */
  async isVisible(tx: Transaction, row: ActivityRow): Promise<boolean> {
    const { actor } = tx.call;
    if (actor === null) throw new DomainError('NOT_SIGNED_IN');
    return (
      row.publishedAt !== null || (await mayInMatter(tx, actions.seeDraft, await this.onlookersOf(tx, row)))
    );
  }

  private async onlookersOf(tx: Transaction, row: ActivityRow): Promise<MatterSubject> {
    const paths = await this.references.pathsOf(tx, row.partyUnionIds);
    return { paths, ...proposerOf(row), matters: mattersOf(row) };
  }
}

/** The worker who proposed it, whoever organises it now: they may follow it, including the draft. */
export function proposerOf({ proposal }: ActivityRow): { personId?: string } {
  return proposal === null ? {} : { personId: proposal.personId };
}

/** The worker who proposes it for themselves, if there is one. */
function personBehind(row: ActivityRow): { personId?: string } {
  return row.organiserKind === 'person' ? { personId: row.organiserId } : {};
}
