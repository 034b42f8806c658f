import { Injectable } from '@nestjs/common';
import { DomainError } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { authoriseMatter, mayInMatter } from '../../reference/delegation/delegated.js';
import { actions } from '../actions.js';
import { ReferenceRepository } from '../../reference/reference.repository.js';
import type { ResourceRow } from './resource.entity.js';
import { managedBy } from './resource.model.js';
import { ResourceRepository } from './resource.repository.js';

/** Loads resources for their managers, for the features that belong to a resource. */
@Injectable()
export class ResourceManagement {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly references: ReferenceRepository,
  ) {}

  /** The locked resource, for its manager. @throws DomainError `NOT_FOUND`, `NOT_PERMITTED` */
  async lock(tx: Transaction, resourceId: string): Promise<ResourceRow> {
    return this.requireManaged(tx, await this.resources.lockById(tx, resourceId));
  }

  /** The same without a lock, for an early check. */
  async find(tx: Transaction, resourceId: string): Promise<ResourceRow> {
    return this.requireManaged(tx, await this.resources.findById(tx, resourceId));
  }

  /** For everybody who is signed in. @throws DomainError `NOT_FOUND` */
  async see(tx: Transaction, resourceId: string): Promise<ResourceRow> {
    tx.authorise(actions.seeResource, {});
    const row = await this.resources.findById(tx, resourceId);
    if (row === null) throw new DomainError('NOT_FOUND');
    return row;
  }

  async isManagedByCaller(tx: Transaction, row: ResourceRow): Promise<boolean> {
    const owner = await this.references.union(tx, row.ownerUnionId);
    return mayInMatter(tx, actions.manageResource, managedBy(row, owner.path));
  }

  /**
   * Puts another version of the conditions in force: a new version of the resource, which concurrent editors must
   * see.
   */
  async putInForce(tx: Transaction, row: ResourceRow, conditionsVersion: number): Promise<void> {
    await this.resources.update(tx, { ...row, conditionsVersion, version: row.version + 1 });
  }

  private async requireManaged(tx: Transaction, row: ResourceRow | null): Promise<ResourceRow> {
    if (row === null) throw new DomainError('NOT_FOUND');
    const owner = await this.references.union(tx, row.ownerUnionId);
    await authoriseMatter(tx, actions.manageResource, managedBy(row, owner.path));
    return row;
  }
}
