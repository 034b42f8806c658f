import { freeSeats, type SeatQuota } from './seating.model.js';

interface Seats {
  readonly capacity: number;
  readonly confirmed: number;
  readonly held: number;
  readonly free: number;
  readonly over: number;
  readonly waiting: number;
  readonly waitingParties: number;
}

/** The seats of a pool: capacity + over = confirmed + held + free. The waitlist is not part of the sum. */
export function seatsOf(quota: SeatQuota): Seats {
  const { capacity, confirmed, held, waitingHeads, waitingParties } = quota;
  const over = Math.max(0, confirmed + held - capacity);
  return { capacity, confirmed, held, free: freeSeats(quota), over, waiting: waitingHeads, waitingParties };
}

/** The sum over pools; a pool that is over takes nothing from another's free seats. */
export function sumOfSeats(all: readonly Seats[]): Seats {
  const sum = (of: (seats: Seats) => number): number => all.reduce((total, seats) => total + of(seats), 0);
  return {
    capacity: sum((seats) => seats.capacity),
    confirmed: sum((seats) => seats.confirmed),
    held: sum((seats) => seats.held),
    free: sum((seats) => seats.free),
    over: sum((seats) => seats.over),
    waiting: sum((seats) => seats.waiting),
    waitingParties: sum((seats) => seats.waitingParties),
  };
}
