import { Injectable } from '@nestjs/common';
import { type ActionRule, DomainError, mayDo, type Party, type Subject } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { actions } from '../actions.js';
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
    else tx.authorise(actions.seeDraft, await this.onlookersOf(tx, row));
  }

  /** @throws DomainError `NOT_PERMITTED` if the caller sees it, `NOT_FOUND` otherwise */
  async manage(tx: Transaction, row: ActivityRow, rule: ActionRule = actions.manageActivity): Promise<void> {
    const visible = await this.isVisible(tx, row);
    tx.authorise(rule, { paths: [row.unionPath], ...personBehind(row), visible });
  }

  /**
   * A worker acts only for themselves; officers and organisers of its union act for any other party.
   * @throws DomainError `NOT_PERMITTED`
   */
  organise(tx: Transaction, party: Party, unionPath: string): void {
    if (party.kind === 'person')
      tx.authorise(actions.proposeOwnActivity, { personId: party.id, visible: true });
    else tx.authorise(actions.createActivity, { paths: [unionPath], visible: true });
  }

  /** @throws DomainError `NOT_SIGNED_IN` */
  async isVisible(tx: Transaction, row: ActivityRow): Promise<boolean> {
    const { actor } = tx.call;
    if (actor === null) throw new DomainError('NOT_SIGNED_IN');
    return row.publishedAt !== null || mayDo(actor, actions.seeDraft, await this.onlookersOf(tx, row));
  }

  private async onlookersOf(tx: Transaction, row: ActivityRow): Promise<Subject> {
    return { paths: await this.references.pathsOf(tx, row.partyUnionIds), ...proposerOf(row) };
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
