import { Injectable } from '@nestjs/common';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { GrantRepository } from './grant.repository.js';
import { fullTimes, lendable, type Taken, type Unit, withBuffers } from './occupancy.model.js';
import { OccupancyRepository } from './occupancy.repository.js';
import { OpeningHoursRepository } from './opening-hours.repository.js';
import { alwaysOpen, type OpeningHours } from './opening-hours.model.js';
import type { ResourceRow } from './resource.entity.js';
import { type NamedResource, type OfferedResource, ResourceRepository } from './resource.repository.js';
import type { Right } from './right.model.js';
import { RightService } from './right.service.js';
import type { Supply } from './supply.model.js';

/** With more bookings of all candidates together a window counts as free; the loan itself is always exact. */
const busyMax = 10_000;

/** The fields that determine the supply of a resource. */
export type Lent = Pick<ResourceRow, 'id' | 'lending' | 'partOfId'>;

/** Some resources within one period. */
interface LentWithin {
  readonly resources: readonly Lent[];
  readonly period: Period;
}

/** The units and opening hours of resources, by resource. */
interface Offered {
  readonly units: ReadonlyMap<string, readonly Unit[]>;
  readonly hours: ReadonlyMap<string, OpeningHours>;
}

/** Reads resources on offer for matching, in a bounded number of queries. */
@Injectable()
export class OfferLookup {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly grants: GrantRepository,
    private readonly occupancy: OccupancyRepository,
    private readonly hours: OpeningHoursRepository,
    private readonly rightsOfUse: RightService,
  ) {}

  find(tx: Transaction, resourceId: string): Promise<ResourceRow | null> {
    return this.resources.findById(tx, resourceId);
  }

  /** The active ones of some resources. */
  offered(tx: Transaction, ids: readonly string[]): Promise<OfferedResource[]> {
    return this.resources.offered(tx, ids);
  }

  /** The newest resources of a function that contain some words, for each of some unions without its own. */
  named(tx: Transaction, sought: NamedResource, max: number): Promise<Map<string, string[]>> {
    return this.resources.named(tx, sought, max);
  }

  /** The rights to resources for parts of a period. */
  async rights(
    tx: Transaction,
    resourceIds: readonly string[],
    period: Period,
  ): Promise<Map<string, Right[]>> {
    return resourceIds.length === 0 ? new Map() : this.grants.inForce(tx, resourceIds, period);
  }

  /** See {@link RightService.rightsFor}. */
  rightsFor(...asked: Parameters<RightService['rightsFor']>): Promise<Map<string, Right>> {
    return this.rightsOfUse.rightsFor(...asked);
  }

  /** The quantity of each that may be borrowed within a period, and its opening hours, by resource. */
  async supply(tx: Transaction, resources: readonly Lent[], period: Period): Promise<Map<string, Supply>> {
    const [supply = new Map<string, Supply>()] = await this.supplies(tx, [{ resources, period }]);
    return supply;
  }

  /** The same for several requests, in order: units and hours are read once. */
  async supplies(tx: Transaction, asked: readonly LentWithin[]): Promise<Map<string, Supply>[]> {
    const all = new Map(asked.flatMap(({ resources }) => resources.map((one) => [one.id, one])));
    if (all.size === 0) return asked.map(() => new Map());
    const ids = [...all.values()].filter(({ lending }) => lending !== 'access').map(({ id }) => id);
    const [units, hours] = await Promise.all([
      this.occupancy.unitsOf(tx, ids),
      this.hours.ofAll(tx, [...all.values()]),
    ]);
    const unitsOf = (one: LentWithin): Unit[] => one.resources.flatMap(({ id }) => units.get(id) ?? []);
    const taken = await this.occupancy.taken(
      tx,
      asked.map((one) => ({
        unitIds: [...new Set(unitsOf(one).map(({ id }) => id))],
        window: withBuffers(unitsOf(one), one.period),
      })),
      busyMax,
    );
    return asked.map((one, place) => suppliesOf(one, { units, hours }, taken[place] ?? []));
  }
}

function suppliesOf(
  { resources, period }: LentWithin,
  { units, hours }: Offered,
  all: readonly Taken[],
): Map<string, Supply> {
  const byUnit = new Map<string, Taken[]>();
  for (const one of all) {
    const known = byUnit.get(one.unitId);
    if (known === undefined) byUnit.set(one.unitId, [one]);
    else known.push(one);
  }
  return new Map(
    resources.map(({ id }) => {
      const needed = units.get(id);
      const taken = needed?.flatMap((unit) => byUnit.get(unit.id) ?? []) ?? [];
      const steps = needed === undefined ? null : lendable(needed, taken, period);
      const blocks = taken.filter(({ isBlock }) => isBlock);
      const outOfService = blocks.length === 0 ? [] : fullTimes(lendable(needed ?? [], blocks, period));
      return [id, { steps, outOfService, hours: hours.get(id) ?? alwaysOpen }];
    }),
  );
}
