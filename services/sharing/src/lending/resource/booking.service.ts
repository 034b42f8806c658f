import { Injectable } from '@nestjs/common';
import { DomainError, type Period } from '@gongxiang/domain';
import type { Transaction } from '@gongxiang/persistence';
import { type Booking, BookingRepository, slotTaken } from './booking.repository.js';
import { KitRepository } from './kit.repository.js';
import type { ResourceRow } from './resource.entity.js';
import { occupied } from './resource.model.js';
import { ResourceRepository } from './resource.repository.js';
import type { Right } from './right.model.js';
import { RightService } from './right.service.js';

/** A resource that is taken together with another, and how many of it for each. */
export interface BookedUnit {
  readonly resource: ResourceRow;
  readonly needed: number;
}

/** A resource under lock, with everything that is taken together with it. */
export interface BookableResource {
  readonly resource: ResourceRow;
  /**
   * The resource and its parts: a whole conflicts with each part, two parts do not conflict (E64). Of a kit also what
   * it is made of.
   */
  readonly units: readonly BookedUnit[];
}

/** What somebody wants of a resource: the time itself, to which the minutes kept free around it are added here. */
export interface Taking {
  readonly id: string;
  readonly period: Period;
  /** How many, where it is counted; 1 where absent. */
  readonly quantity?: number;
}

/** The one way in which a time is taken, moved or given up, whoever asks (E51, E56). */
@Injectable()
export class BookingService {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly kits: KitRepository,
    private readonly rights: RightService,
    private readonly bookings: BookingRepository,
  ) {}

  /**
   * Locks a resource and what is taken with it: a kit first, then all others in the order of their ids. The database
   * alone would decide every race rightly, but two inserts that meet wait for one another, and PostgreSQL needs a
   * second to see the deadlock; in line they need none.
   * @throws DomainError `NOT_FOUND`
   */
  async lock(tx: Transaction, resourceId: string, pointer?: string): Promise<BookableResource> {
    const locked = await this.lockKnown(tx, resourceId);
    if (locked === null) throw new DomainError('NOT_FOUND', pointer === undefined ? {} : { pointer });
    return locked;
  }

  /** The same, null where there is none. */
  async lockKnown(tx: Transaction, resourceId: string): Promise<BookableResource | null> {
    // Two statements: the parts are read when the lock of the whole is there, for a part may have come meanwhile.
    const [resource, parts] = await this.resources.underLock(tx, resourceId, () =>
      Promise.all([this.resources.findById(tx, resourceId), this.resources.lockParts(tx, resourceId)]),
    );
    if (resource === null) return null;
    const itself = { resource, needed: 1 };
    if (resource.counting === 'kit')
      return { resource, units: [itself, ...(await this.kitUnits(tx, resource))] };
    return { resource, units: [itself, ...parts.map((part) => ({ resource: part, needed: 1 }))] };
  }

  find(tx: Transaction, resourceId: string): Promise<ResourceRow | null> {
    return this.resources.findById(tx, resourceId);
  }

  /** See {@link RightService.rightFor}. */
  rightFor(...asked: Parameters<RightService['rightFor']>): Promise<Right | null> {
    return this.rights.rightFor(...asked);
  }

  /** See {@link RightService.rightsToCome}. */
  rightsToCome(tx: Transaction, resourceId: string): Promise<readonly Right[]> {
    return this.rights.rightsToCome(tx, resourceId);
  }

  /**
   * Takes a time for a loan, with the minutes before and after it that each unit, or the whole of them, is kept free.
   * @throws DomainError `SLOT_TAKEN`, `QUANTITY_NOT_COUNTED`, `KIT_EMPTY`, `RESOURCE_WITHDRAWN` for what is in a kit
   */
  async take(tx: Transaction, locked: BookableResource, taking: Taking): Promise<void> {
    checkTaking(locked, taking);
    if (isReadByMany(locked)) return;
    await this.bookings.take(tx, loanBookings(locked, taking));
  }

  /**
   * Takes times for many loans of a resource, in one statement, exactly as one after the other. What takes more than one
   * row of the calendar, or a number of it, is taken by itself: all of it or nothing.
   * @param takings of a resource that {@link isTakenInOneRow}
   * @returns for each what refuses it, or null where it is taken
   */
  async takeEach(
    tx: Transaction,
    locked: BookableResource,
    takings: readonly Taking[],
  ): Promise<(DomainError | null)[]> {
    const refused = takings.map((taking) => refusalOf(() => checkTaking(locked, taking)));
    if (isReadByMany(locked)) return refused;
    const rows = takings.flatMap((taking, place) =>
      refused[place] === null ? loanBookings(locked, taking) : [],
    );
    const taken = await this.bookings.takeFree(tx, rows);
    return takings.map(({ id }, place) => refused[place] ?? (taken.has(id) ? null : slotTaken()));
  }

  /**
   * Keeps a resource, or some of it, from being lent: a time without a borrower, and without minutes around it (E62).
   * @throws DomainError `SLOT_TAKEN`, `QUANTITY_NOT_COUNTED`, `PIECE_OUT_OF_SERVICE`
   */
  async block(
    tx: Transaction,
    { resource, units }: BookableResource,
    block: Taking & { readonly reason: string; readonly pieceId: string | null },
  ): Promise<void> {
    const { id, period, reason, pieceId } = block;
    const quantity = block.quantity ?? (resource.counting === 'kit' ? 1 : Math.max(1, resource.quantity));
    checkQuantity(resource, quantity);
    const time = { startsAt: period.start, occupiedUntil: period.end };
    const rows: Booking[] = units.map((unit) => ({
      resourceId: unit.resource.id,
      id,
      kind: 'block' as const,
      reason,
      pieceId,
      ...time,
      quantity: quantityOf(unit, quantity),
    }));
    await this.bookings.take(tx, rows);
  }

  /** Another time for all that was taken under an id, by the same rule. @throws DomainError `SLOT_TAKEN` */
  move(tx: Transaction, resource: ResourceRow, id: string, period: Period): Promise<void> {
    return this.bookings.move(tx, id, period, resource);
  }

  /** Another end, later or earlier; the beginning stays. @throws DomainError `SLOT_TAKEN` */
  endAt(tx: Transaction, resource: ResourceRow, id: string, end: Date): Promise<void> {
    return this.bookings.endAt(tx, id, end, resource.turnaroundMinutes);
  }

  /** What is fetched before its time is taken from then on; it is ready, so nothing is kept free before. @throws DomainError `SLOT_TAKEN` */
  beginBy(tx: Transaction, id: string, start: Date): Promise<void> {
    return this.bookings.beginBy(tx, id, start);
  }

  /** So many fewer of a counted resource from now on: they came back before the others, and are free (E54). */
  lessen(tx: Transaction, id: string, resourceId: string, by: number): Promise<void> {
    return this.bookings.lessen(tx, id, resourceId, by);
  }

  release(tx: Transaction, id: string): Promise<void> {
    return this.bookings.release(tx, id);
  }

  /**
   * Refuses a number that would be less than what is booked from now on.
   * @param resource under lock
   * @throws DomainError `STOCK_BOOKED` with the first moment at which it would not do
   */
  async checkStock(
    tx: Transaction,
    resource: ResourceRow,
    quantity: number,
    pointer?: string,
  ): Promise<void> {
    const short = await this.bookings.firstAbove(tx, resource.id, quantity);
    if (short === null) return;
    const params = { from: short.at.toISOString(), booked: short.level };
    throw new DomainError('STOCK_BOOKED', { params, ...(pointer === undefined ? {} : { pointer }) });
  }

  private async kitUnits(tx: Transaction, kit: ResourceRow): Promise<BookedUnit[]> {
    const contents = await this.kits.contents(tx, kit.id);
    const needed = new Map(contents.map((one) => [one.resourceId, one.quantity]));
    const rows = await this.resources.lockWithParts(tx, [...needed.keys()]);
    return rows.map((resource) => ({ resource, needed: needed.get(resource.id) ?? 1 }));
  }
}

/** Does a loan of it take the thing itself and nothing beside it? */
export function isTakenInOneRow({ resource, units }: BookableResource): boolean {
  return units.length === 1 && resource.counting === 'one';
}

/** Know-how is read by many at once: there is no time to be taken from others. */
function isReadByMany({ resource }: BookableResource): boolean {
  return resource.lending === 'access';
}

function loanBookings(
  { resource, units }: BookableResource,
  { id, period, quantity = 1 }: Taking,
): Booking[] {
  return units.map((unit) => ({
    resourceId: unit.resource.id,
    id,
    kind: 'loan' as const,
    reason: null,
    pieceId: null,
    ...occupied(period, [resource, unit.resource]),
    quantity: quantityOf(unit, quantity),
  }));
}

function checkTaking({ resource, units }: BookableResource, { quantity = 1 }: Taking): void {
  checkQuantity(resource, quantity);
  checkKit(resource, units);
}

function refusalOf(check: () => void): DomainError | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** @throws DomainError `QUANTITY_NOT_COUNTED` where more than one is asked of what there is one of */
export function checkQuantity({ counting }: ResourceRow, quantity: number): void {
  if (quantity === 1 || counting === 'pieces' || counting === 'stock') return;
  throw new DomainError('QUANTITY_NOT_COUNTED', { pointer: '/quantity' });
}

function checkKit(kit: ResourceRow, units: readonly BookedUnit[]): void {
  if (kit.counting !== 'kit') return;
  if (units.length === 1) throw new DomainError('KIT_EMPTY', { pointer: '/resourceId' });
  if (units.some(({ resource }) => !resource.active && resource.partOfId === null)) {
    throw new DomainError('RESOURCE_WITHDRAWN', { pointer: '/resourceId' });
  }
}

function quantityOf({ resource, needed }: BookedUnit, quantity: number): number | null {
  return resource.counting === 'one' ? null : needed * quantity;
}
