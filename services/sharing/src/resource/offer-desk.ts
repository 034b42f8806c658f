import { Injectable } from '@nestjs/common';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { GrantRepository } from './grant.repository.js';
import { fullTimes, leftOver, type Taken } from './occupancy.model.js';
import { OccupancyRepository } from './occupancy.repository.js';
import type { ResourceRow } from './resource.entity.js';
import { type NamedResource, ResourceRepository } from './resource.repository.js';
import type { Right } from './right.model.js';

/** Beyond so many bookings of all candidates together a window counts as free; the loan itself is always exact. */
const busyMax = 10_000;

/** What those who match needs may know of the resources on offer, in a bounded number of queries. */
@Injectable()
export class OfferDesk {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly grants: GrantRepository,
    private readonly occupancy: OccupancyRepository,
  ) {}

  find(tx: Transaction, resourceId: string): Promise<ResourceRow | null> {
    return this.resources.findById(tx, resourceId);
  }

  findAll(tx: Transaction, ids: readonly string[]): Promise<ResourceRow[]> {
    return this.resources.findByIds(tx, ids);
  }

  /** The newest resources of a function that say some words, but those of a union. */
  named(tx: Transaction, sought: NamedResource, max: number): Promise<string[]> {
    return this.resources.named(tx, sought, max);
  }

  /** The rights to resources for some of a period. */
  async rights(
    tx: Transaction,
    resourceIds: readonly string[],
    period: Period,
  ): Promise<Map<string, Right[]>> {
    return resourceIds.length === 0 ? new Map() : this.grants.inForce(tx, resourceIds, period);
  }

  /** When the resources are taken within a period, and which rights exist for some of it. */
  async terms(
    tx: Transaction,
    resourceIds: readonly string[],
    period: Period,
  ): Promise<{ busy: Map<string, Period[]>; rights: Map<string, Right[]> }> {
    if (resourceIds.length === 0) return { busy: new Map(), rights: new Map() };
    const busy = await this.busyOf(tx, resourceIds, period);
    return { busy, rights: await this.grants.inForce(tx, resourceIds, period) };
  }

  /** When nothing of some resources is left within a period, by resource. */
  private async busyOf(
    tx: Transaction,
    resourceIds: readonly string[],
    period: Period,
  ): Promise<Map<string, Period[]>> {
    const units = await this.occupancy.unitsOf(tx, resourceIds);
    const unitIds = [...units.values()].flat().map(({ id }) => id);
    const byUnit = new Map<string, Taken[]>();
    for (const one of await this.occupancy.taken(tx, [...new Set(unitIds)], period, busyMax)) {
      const known = byUnit.get(one.unitId);
      if (known === undefined) byUnit.set(one.unitId, [one]);
      else known.push(one);
    }
    return new Map(
      [...units].map(([id, needed]) => {
        const taken = needed.flatMap((unit) => byUnit.get(unit.id) ?? []);
        return [id, fullTimes(leftOver(needed, taken, period))];
      }),
    );
  }
}
