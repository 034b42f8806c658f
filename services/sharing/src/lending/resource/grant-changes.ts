import { Injectable } from '@nestjs/common';
import type { GrantView } from '@gongxiang/contracts/sharing/lending/grant.contract';
import { DomainError } from '@gongxiang/domain';
import { schedule } from '@gongxiang/messaging/events';
import type { Transaction } from '@gongxiang/persistence';
import { authoriseMatter } from '../../reference/delegation/delegated.js';
import { actions } from '../actions.js';
import { ReferenceRepository, requireOpen } from '../../reference/reference.repository.js';
import type { GrantRow } from './grant.entity.js';
import { GrantRepository } from './grant.repository.js';
import { grantView } from './grant.view.js';
import { type Grantee, type PartyFacts, requireNeighbourhood } from './grantee.model.js';
import { PartyFactsRepository } from './party-facts.repository.js';
import type { ResourceRow } from './resource.entity.js';
import { managedBy } from './resource.model.js';
import { ResourceRepository } from './resource.repository.js';

/** The shared parts of every change of a right: locks, references, audit. */
@Injectable()
export class GrantChanges {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly grants: GrantRepository,
    private readonly facts: PartyFactsRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /**
   * The resource's lock comes before every loan's, so that no approval slips past a revocation. @throws DomainError
   * `NOT_FOUND`
   */
  async lockManaged(tx: Transaction, resourceId: string): Promise<ResourceRow> {
    const resource = await this.resources.lockById(tx, resourceId);
    if (resource === null) throw new DomainError('NOT_FOUND');
    await this.authorise(tx, resource);
    return resource;
  }

  /** A right of a resource that the caller manages, locked after it. @throws DomainError `NOT_FOUND` */
  async lock(
    tx: Transaction,
    { resourceId, grantId }: { resourceId: string; grantId: string },
  ): Promise<GrantRow> {
    await this.lockManaged(tx, resourceId);
    const row = await this.grants.lockById(tx, resourceId, grantId);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** The same resource without a lock. @throws DomainError `NOT_FOUND` */
  async findManaged(tx: Transaction, resourceId: string): Promise<ResourceRow> {
    const resource = await this.resources.findById(tx, resourceId);
    if (resource === null) throw new DomainError('NOT_FOUND');
    await this.authorise(tx, resource);
    return resource;
  }

  /**
   * Checks that everything a grantee names is known here, and that there is a neighbourhood if it needs one.
   * @throws DomainError `REFERENCE_PENDING`, `PARTY_CLOSED`, `RESOURCE_PLACE_UNKNOWN`, `OWNER_PARK_UNKNOWN`
   */
  async requireKnown(tx: Transaction, resourceId: string, grantee: Grantee): Promise<PartyFacts> {
    const { unionId, partyKind, partyId, exceptUnionIds } = grantee;
    if (unionId !== null) requireOpen(await this.references.union(tx, unionId, '/to/unionId'), '/to/unionId');
    if (partyKind !== null && partyId !== null) {
      const pointer = grantee.kind === 'club' ? '/to/clubId' : '/to/party';
      requireOpen(await this.references.party(tx, { kind: partyKind, id: partyId }, pointer), pointer);
    }
    const places = await this.references.placesOf(tx, exceptUnionIds);
    const unknown = exceptUnionIds.find((id) => !places.has(id));
    if (unknown !== undefined) await this.references.union(tx, unknown, '/to/exceptUnionIds');
    const [facts] = await this.facts.of(tx, [{ resourceId, grantee }]);
    if (facts === undefined) throw new Error('there are grounds for each that is named');
    requireNeighbourhood(grantee, facts);
    return facts;
  }

  /** Saves a change as the next version. */
  async save(tx: Transaction, changed: GrantRow, before: GrantRow): Promise<GrantView> {
    const row = { ...changed, version: before.version + 1 };
    await this.grants.update(tx, row);
    return this.recordChange(tx, row, before);
  }

  /** Audits a change, and schedules matching of the needs that it may answer. */
  async recordChange(tx: Transaction, row: GrantRow, before: GrantRow | null): Promise<GrantView> {
    const after = grantView(row);
    tx.audit({ noun: 'grant', id: row.id, before: before && { ...grantView(before) }, after: { ...after } });
    await schedule(tx, { kind: 'match-resource', key: row.resourceId, at: tx.now });
    return after;
  }

  private async authorise(tx: Transaction, resource: ResourceRow): Promise<void> {
    const owner = await this.references.union(tx, resource.ownerUnionId);
    await authoriseMatter(tx, actions.manageResource, managedBy(resource, owner.path));
  }
}
