import { Injectable } from '@nestjs/common';
import type { Matter } from '@gongxiang/contracts/words/matter';
import { type ActionRule, DomainError, mayDo, type PartyKind, type Subject } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { findHeld, type HeldDelegation } from '../../reference/delegation/delegated.repository.js';
import { mattersOf } from '../../reference/delegation/delegation.model.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import { actions } from '../actions.js';
import { ActivityAccess } from '../activity/activity-access.js';
import { ActivityChanges } from '../activity/activity-changes.js';
import type { ActivityRow } from '../activity/activity.entity.js';

/** A matter, and who may delegate it. */
export interface KnownMatter {
  readonly matter: Matter;
  readonly name: string;
  readonly unionId: string;
  readonly rule: ActionRule;
  readonly subject: Subject;
  /** Those whose delegates may pass it on: of an activity also the name in which it is organised. */
  readonly above: readonly Matter[];
  /** The activity, if it is one. */
  readonly activity: ActivityRow | null;
}

/** By what the caller may delegate a matter. `by` is null where that is a role, or that it is their own. */
export interface Right {
  readonly may: boolean;
  readonly by: HeldDelegation | null;
}

/** Activities and parties as matters that can be delegated. */
@Injectable()
export class DelegationMatters {
  constructor(
    private readonly references: ReferenceRepository,
    private readonly activities: ActivityChanges,
    private readonly access: ActivityAccess,
  ) {}

  /** @throws DomainError `NOT_FOUND`, `REFERENCE_PENDING`, `PARTY_WITHOUT_UNION` */
  async find(tx: Transaction, matter: Matter): Promise<KnownMatter> {
    if (matter.kind !== 'activity') return this.partyOf(tx, matter.kind, matter.id);
    const row = await this.activities.find(tx, matter.id);
    if (row === null) throw new DomainError('NOT_FOUND');
    return this.activityOf(tx, row);
  }

  /**
   * Locked, so that concurrent delegations of it are decided one after the other. @throws DomainError as {@link find}
   */
  async lock(tx: Transaction, matter: Matter): Promise<KnownMatter> {
    if (matter.kind === 'activity') return this.activityOf(tx, await this.activities.lock(tx, matter.id));
    const known = await this.partyOf(tx, matter.kind, matter.id);
    await this.references.unionLocked(tx, known.unionId);
    return known;
  }

  async rightOver(tx: Transaction, { rule, subject, above }: KnownMatter): Promise<Right> {
    const { actor } = tx.call;
    if (actor === null) throw new DomainError('NOT_SIGNED_IN');
    if (mayDo(actor, rule, subject)) return { may: true, by: null };
    if (actor.apiKeyId !== undefined) return { may: false, by: null };
    const by = (await findHeld(tx, above)).find(({ mayDelegate }) => mayDelegate) ?? null;
    return { may: by !== null, by };
  }

  /** Requires the right to delegate it. @throws DomainError `NOT_PERMITTED`, `NOT_FOUND` */
  async require(tx: Transaction, known: KnownMatter): Promise<Right> {
    const right = await this.rightOver(tx, known);
    tx.authorise(known.rule, { ...known.subject, isDelegated: right.may });
    return right;
  }

  private async activityOf(tx: Transaction, row: ActivityRow): Promise<KnownMatter> {
    return {
      matter: { kind: 'activity', id: row.id },
      name: row.title,
      unionId: row.unionId,
      rule: actions.delegateActivity,
      subject: {
        paths: [row.unionPath],
        visible: await this.access.isVisible(tx, row),
        ...(row.organiserKind === 'person' ? { personId: row.organiserId } : {}),
      },
      above: mattersOf(row),
      activity: row,
    };
  }

  private async partyOf(
    tx: Transaction,
    kind: Exclude<PartyKind, 'union'>,
    id: string,
  ): Promise<KnownMatter> {
    const { name, unionId, unionPath } = await this.references.party(tx, { kind, id }, '/matterId');
    return {
      matter: { kind, id },
      name,
      unionId,
      rule: kind === 'person' ? actions.delegateOneself : actions.delegateParty,
      subject: { paths: [unionPath], visible: true, ...(kind === 'person' ? { personId: id } : {}) },
      above: [{ kind, id }],
      activity: null,
    };
  }
}
