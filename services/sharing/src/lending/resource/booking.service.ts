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

/** A resource taken together with another, and the quantity per unit. */
export interface BookedUnit {
  readonly resource: ResourceRow;
  readonly needed: number;
}

/** A locked resource, with everything taken together with it. */
export interface BookableResource {
  readonly resource: ResourceRow;
  /**
   * The resource and its parts: a whole conflicts with each part, two parts do not conflict (E64). For a kit also its
   * contents.
   */
  readonly units: readonly BookedUnit[];
}

/** A requested time of a resource, without buffers, which are added here. */
export interface Taking {
  readonly id: string;
  readonly period: Period;
  /** The quantity, if it is counted; 1 if absent. */
  readonly quantity?: number;
}

/** The one way to book, move or release a time, for every source (E51, E56). */
@Injectable()
export class BookingService {
  constructor(
    private readonly resources: ResourceRepository,
    private readonly kits: KitRepository,
    private readonly rights: RightService,
    private readonly bookings: BookingRepository,
  ) {}

  /**
   * Locks a resource and everything taken with it: a kit first, then all others in id order. The constraint alone
   * would decide every race correctly, but two conflicting inserts deadlock, which PostgreSQL needs a second to
   * detect; ordered locks avoid that.
   * @throws DomainError `NOT_FOUND`
   */
  async lock(tx: Transaction, resourceId: string, pointer?: string): Promise<BookableResource> {
    const locked = await this.lockKnown(tx, resourceId);
    if (locked === null) throw new DomainError('NOT_FOUND', pointer === undefined ? {} : { pointer });
    return locked;
  }

  /** The same; null if there is none. */
  async lockKnown(tx: Transaction, resourceId: string): Promise<BookableResource | null> {
    // Two statements: the parts are read under the lock of the whole, as one may have been added meanwhile.
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
   * Books a time for a loan, with the largest buffers of its units before and after it.
   * @throws DomainError `SLOT_TAKEN`, `QUANTITY_NOT_COUNTED`, `KIT_EMPTY`, `RESOURCE_WITHDRAWN` for a kit's content
   */
  async take(tx: Transaction, locked: BookableResource, taking: Taking): Promise<void> {
    checkTaking(locked, taking);
    if (isReadByMany(locked)) return;
    await this.bookings.take(tx, loanBookings(locked, taking));
  }

  /**
   * Books times for many loans of a resource, in one statement, exactly as one after the other. A loan that takes
   * more than one calendar row, or a quantity, is booked separately: completely or not at all.
   * @param takings of a resource that {@link isTakenInOneRow}
   * @returns the refusal of each, or null if it is booked
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
   * Takes a resource, or some of it, out of service: a time without a borrower and without buffers (E62).
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

  /** Moves everything booked under an id, by the same rule. @throws DomainError `SLOT_TAKEN` */
  move(tx: Transaction, resource: ResourceRow, id: string, period: Period): Promise<void> {
    return this.bookings.move(tx, id, period, resource);
  }

  /** Sets another end, later or earlier; the start stays. @throws DomainError `SLOT_TAKEN` */
  endAt(tx: Transaction, resource: ResourceRow, id: string, end: Date): Promise<void> {
    return this.bookings.endAt(tx, id, end, resource.turnaroundMinutes);
  }

  /**
   * An early hand-over occupies the time from then on; the thing is ready, so there is no buffer before. @throws
   * DomainError `SLOT_TAKEN`
   */
  beginBy(tx: Transaction, id: string, start: Date): Promise<void> {
    return this.bookings.beginBy(tx, id, start);
  }

  /** Reduces the booked quantity after a partial return, which is free again (E54). */
  lessen(tx: Transaction, id: string, resourceId: string, by: number): Promise<void> {
    return this.bookings.lessen(tx, id, resourceId, by);
  }

  release(tx: Transaction, id: string): Promise<void> {
    return this.bookings.release(tx, id);
  }

  /**
   * Refuses a quantity below what is booked from now on.
   * @param resource locked
   * @throws DomainError `STOCK_BOOKED` with the first time at which it would not suffice
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

/** Whether a loan of it books only the thing itself. */
export function isTakenInOneRow({ resource, units }: BookableResource): boolean {
  return units.length === 1 && resource.counting === 'one';
}

/** Know-how is read by many at once: no time is taken from others. */
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

/** @throws DomainError `QUANTITY_NOT_COUNTED` if more than one is requested of a single thing */
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
