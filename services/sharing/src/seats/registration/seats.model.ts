import { freeSeats, type Line } from './seating.model.js';

export interface Seats {
  readonly capacity: number;
  readonly confirmed: number;
  readonly held: number;
  readonly free: number;
  readonly over: number;
  readonly waiting: number;
  readonly waitingParties: number;
}

/** Where the seats are: capacity + over = confirmed + held + free. The waitlist stands outside the sum. */
export function seatsOf(line: Line): Seats {
  const { capacity, confirmed, held, waitingHeads, waitingParties } = line;
  const over = Math.max(0, confirmed + held - capacity);
  return { capacity, confirmed, held, free: freeSeats(line), over, waiting: waitingHeads, waitingParties };
}

/** The sum of the lines; a pool that is over takes nothing from another's free seats. */
export function sumOfSeats(lines: readonly Seats[]): Seats {
  const sum = (of: (seats: Seats) => number): number => lines.reduce((total, seats) => total + of(seats), 0);
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
