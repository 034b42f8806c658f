import { Injectable } from '@nestjs/common';
import { DomainError, type Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { BookingRepository } from './booking.repository.js';
import { GrantRepository } from './grant.repository.js';
import type { ResourceRow } from './resource.entity.js';
import { ResourceRepository } from './resource.repository.js';
import { type Borrower, findRight, type Right } from './right.model.js';

/** A resource under lock, with everything that is taken together with it. */
export interface BookableResource {
  readonly resource: ResourceRow;
  /** The resource and its parts: a whole conflicts with each part, two parts do not conflict (E64). */
  readonly unitIds: readonly string[];
}

/** The one way in which a time is taken, moved or given up, whoever asks (E51, E56). */
@Injectable()
export class BookingService {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly grants: GrantRepository,
    private readonly bookings: BookingRepository,
  ) {}

  /**
   * Locks a resource and its parts. The exclusion constraint alone would decide every race rightly, but two inserts
   * that meet wait for one another, and PostgreSQL needs a second to see the deadlock; in line they need none.
   * @throws DomainError `NOT_FOUND`
   */
  async lock(tx: Transaction, resourceId: string, pointer?: string): Promise<BookableResource> {
    const resource = await this.resources.lockById(tx, resourceId);
    if (resource === null) throw new DomainError('NOT_FOUND', pointer === undefined ? {} : { pointer });
    const parts = resource.partOfId === null ? await this.resources.lockParts(tx, resourceId) : [];
    return { resource, unitIds: [resource.id, ...parts.map((part) => part.id)] };
  }

  find(tx: Transaction, resourceId: string): Promise<ResourceRow | null> {
    return this.resources.findById(tx, resourceId);
  }

  /**
   * The right by which a union may borrow; null where it lends to itself and needs none.
   * @throws DomainError `NO_RIGHT_OF_USE`
   */
  async rightFor(
    tx: Transaction,
    resource: ResourceRow,
    borrower: Borrower,
    period: Period,
  ): Promise<Right | null> {
    if (borrower.unionId === resource.ownerUnionId) return null;
    const rights = await this.grants.inForce(tx, [resource.id], period);
    const right = findRight(borrower, period, rights.get(resource.id) ?? []);
    if (right === null) throw new DomainError('NO_RIGHT_OF_USE');
    return right;
  }

  /** @throws DomainError `SLOT_TAKEN` */
  take(tx: Transaction, { unitIds }: BookableResource, id: string, period: Period): Promise<void> {
    return this.bookings.take(tx, unitIds, {
      id,
      kind: 'loan',
      startsAt: period.start,
      occupiedUntil: period.end,
      reason: null,
    });
  }

  /** @throws DomainError `SLOT_TAKEN` */
  move(tx: Transaction, id: string, period: Period): Promise<void> {
    return this.bookings.move(tx, id, period);
  }

  release(tx: Transaction, id: string): Promise<void> {
    return this.bookings.release(tx, id);
  }
}
