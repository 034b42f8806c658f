import { Injectable } from '@nestjs/common';
import {
  type ResourceAvailabilityRequest,
  type ResourceAvailabilityView,
  resourceContract,
} from '@gongxiang/contracts/sharing/lending/resource.contract';
import { type CallContext, DomainError } from '@gongxiang/domain';
import { Handles } from '@gongxiang/messaging/rpc';
import { Transactions } from '@gongxiang/persistence';
import { actions } from '../actions.js';
import { BookingService } from './booking.service.js';
import { fullTimes, leftOver, lendable, withBuffers } from './occupancy.model.js';
import { OccupancyRepository } from './occupancy.repository.js';
import { closedPeriods } from './opening-hours.model.js';
import { OpeningHoursRepository } from './opening-hours.repository.js';
import { availabilityWindow } from './resource.model.js';

/** The most bookings read: a resource with more per year is taken in half hours day and night. */
const takenMax = 20_000;

/** The free times of a resource. */
@Injectable()
export class AvailabilityService {
  constructor(
    private readonly transactions: Transactions,
    private readonly booking: BookingService,
    private readonly occupancy: OccupancyRepository,
    private readonly hours: OpeningHoursRepository,
  ) {}

  @Handles(resourceContract.availability)
  availability(request: ResourceAvailabilityRequest, call: CallContext): Promise<ResourceAvailabilityView> {
    return this.transactions.read(call, async (tx) => {
      tx.authorise(actions.seeResource, {});
      const window = availabilityWindow(request.from, request.to);
      const resource = await this.booking.find(tx, request.resourceId);
      if (resource === null) throw new DomainError('NOT_FOUND');
      const units = (await this.occupancy.unitsOf(tx, [resource.id])).get(resource.id) ?? [];
      const asked = { unitIds: units.map(({ id }) => id), window: withBuffers(units, window) };
      const [taken = []] = await this.occupancy.taken(tx, [asked], takenMax);
      const hours = await this.hours.of(tx, resource);
      const closed = closedPeriods(hours, window);
      const { id: resourceId, active, counting, quantity } = resource;
      return {
        resourceId,
        active,
        counting,
        quantity,
        busy: fullTimes(leftOver(units, taken, window)).map(timeOf),
        closed: closed.map(timeOf),
        overnight: hours.overnight,
        steps: lendable(units, taken, window).map((step) => ({ ...timeOf(step), free: step.free })),
      };
    });
  }
}

function timeOf({ start, end }: { start: Date; end: Date }): { from: string; to: string } {
  return { from: start.toISOString(), to: end.toISOString() };
}
