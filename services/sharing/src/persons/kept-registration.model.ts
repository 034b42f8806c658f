import type { RegistrationState } from '@gongxiang/contracts/sharing/seats/registration.contract';

interface Compared {
  readonly state: RegistrationState;
  readonly registeredAt: Date;
}

/** The better a registration, the smaller. */
const order: readonly RegistrationState[] = ['confirmed', 'held', 'waitlisted', 'expired', 'cancelled'];

/** Of two registrations of one person in one activity the one that stays: a seat before a place in line, then the earlier. */
export function keptRegistration<Row extends Compared>(left: Row, right: Row): Row {
  const difference = order.indexOf(left.state) - order.indexOf(right.state);
  if (difference !== 0) return difference < 0 ? left : right;
  return left.registeredAt <= right.registeredAt ? left : right;
}
