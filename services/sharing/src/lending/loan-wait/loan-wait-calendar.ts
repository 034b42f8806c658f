import { Injectable } from '@nestjs/common';
import type { WaitHindrance } from '@gongxiang/contracts/sharing/lending/loan-wait.contract';
import type { Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import type { BookableResource } from '../resource/booking.service.js';
import { OfferLookup } from '../resource/offer-lookup.js';
import { openPeriods } from '../resource/opening-hours.model.js';
import { OpeningHoursRepository } from '../resource/opening-hours.repository.js';
import { busyTimes } from '../resource/supply.model.js';
import type { LoanWaitRow } from './loan-wait.entity.js';
import { candidatesOf, triesMax } from './loan-wait.model.js';

/** What seems free within a window. */
interface SearchWindow {
  /** A few times worth trying, earliest first. */
  readonly candidates: readonly Period[];
  /** Why there is none; null if there are some. */
  readonly hindrance: WaitHindrance | null;
}

/** Finds times in the calendar and the opening hours of a resource. */
@Injectable()
export class LoanWaitCalendar {
  constructor(
    private readonly editing: OfferLookup,
    private readonly hours: OpeningHoursRepository,
  ) {}

  async look(tx: Transaction, { resource }: BookableResource, wait: LoanWaitRow): Promise<SearchWindow> {
    const window = { start: wait.windowFrom, end: wait.windowTo };
    const open = openPeriods(await this.hours.of(tx, resource), window);
    const supply = (await this.editing.supply(tx, [resource], window)).get(resource.id);
    const busy = supply === undefined ? [] : busyTimes(supply, wait.quantity);
    const free = candidatesOf(wait, { open, busy }, tx.now);
    if (free.length > 0) return { candidates: spread(free), hindrance: null };
    return { candidates: [], hindrance: open.length === 0 ? 'OUTSIDE_OPENING_HOURS' : 'NO_FREE_TIME' };
  }
}

/** The first ones, and some from the whole window: a rule may exclude one day and not another. */
function spread(free: readonly Period[]): Period[] {
  if (free.length <= triesMax) return [...free];
  const step = (free.length - 1) / (triesMax - 1);
  const places = Array.from({ length: triesMax }, (_unused, place) => Math.round(place * step));
  return places.flatMap((place) => free[place] ?? []);
}
