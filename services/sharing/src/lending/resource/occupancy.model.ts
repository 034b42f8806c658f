import type { Period } from '@gongxiang/domain';

/** Something a resource depends on: itself, its parts, or a kit's contents. */
export interface Unit {
  readonly id: string;
  /** The existing quantity. */
  readonly quantity: number;
  /** The quantity per unit of the resource. */
  readonly needed: number;
  readonly setupMinutes: number;
  readonly turnaroundMinutes: number;
}

/** A booking of a unit with its buffers; a null quantity means the single thing itself. */
export interface Taken {
  readonly unitId: string;
  readonly start: Date;
  readonly end: Date;
  readonly quantity: number | null;
  /** It is out of service then. */
  readonly isBlock: boolean;
}

/** The available quantity from one time to the next. */
export interface Step extends Period {
  readonly free: number;
}

const minuteMs = 60_000;

/** The unbooked quantity of a resource, as gapless steps through a window. */
export function leftOver(units: readonly Unit[], taken: readonly Taken[], window: Period): Step[] {
  return lowest(
    units.flatMap((unit) => stepsOf(unit, taken, window)),
    window,
  );
}

/**
 * The quantity that may be borrowed, in steps: a loan may begin and end anywhere within steps with enough left, as
 * the buffers around each loan are subtracted on both sides (E59, E60).
 * @param taken everything that touches the window, widened by {@link withBuffers}
 */
export function lendable(units: readonly Unit[], taken: readonly Taken[], window: Period): Step[] {
  const wide = withBuffers(units, window);
  const bounds = units.flatMap((unit) =>
    stepsOf(unit, taken, wide).map((step) => ({
      start: before(step.start, unit.turnaroundMinutes),
      end: after(step.end, unit.setupMinutes),
      free: step.free,
    })),
  );
  return lowest(bounds, window);
}

/** The bookings that affect a window. */
export function withBuffers(units: readonly Unit[], { start, end }: Period): Period {
  return {
    start: before(start, Math.max(0, ...units.map((unit) => unit.setupMinutes))),
    end: after(end, Math.max(0, ...units.map((unit) => unit.turnaroundMinutes))),
  };
}

/** The times at which nothing is left. */
export function fullTimes(steps: readonly Step[]): Period[] {
  return steps.filter(({ free }) => free === 0).map(({ start, end }) => ({ start, end }));
}

/** The multiples that a unit allows, between changes. */
function stepsOf(unit: Unit, taken: readonly Taken[], window: Period): Step[] {
  const changes = new Map<number, number>();
  const change = (at: Date, by: number): void => {
    const inside = Math.max(window.start.getTime(), at.getTime());
    changes.set(inside, (changes.get(inside) ?? 0) + by);
  };
  for (const { unitId, start, end, quantity } of taken) {
    if (unitId !== unit.id || end <= window.start || start >= window.end) continue;
    const by = quantity ?? unit.quantity;
    change(start, by);
    change(end, -by);
  }
  change(window.start, 0);
  let used = 0;
  const moments = [...changes].sort(([left], [right]) => left - right);
  return moments.flatMap(([at, by], place) => {
    used += by;
    const end = Math.min(moments[place + 1]?.[0] ?? Infinity, window.end.getTime());
    const free = Math.max(0, Math.floor((unit.quantity - used) / unit.needed));
    return at < end ? [{ start: new Date(at), end: new Date(end), free }] : [];
  });
}

/** The minimum of all units at each time of a window; equal neighbours are merged. */
function lowest(bounds: readonly Step[], window: Period): Step[] {
  const changes = new Map<number, { free: number; by: 1 | -1 }[]>([
    [window.start.getTime(), []],
    [window.end.getTime(), []],
  ]);
  for (const { start, end, free } of bounds) {
    if (end <= window.start || start >= window.end) continue;
    const from = Math.max(start.getTime(), window.start.getTime());
    const until = Math.min(end.getTime(), window.end.getTime());
    changes.set(from, [...(changes.get(from) ?? []), { free, by: 1 }]);
    changes.set(until, [...(changes.get(until) ?? []), { free, by: -1 }]);
  }
  const moments = [...changes].sort(([left], [right]) => left - right);
  const inForce = new Map<number, number>();
  const steps: Step[] = [];
  moments.slice(0, -1).forEach(([at, list], place) => {
    for (const { free, by } of list) count(inForce, free, by);
    // Without any unit nothing is available: a kit without contents.
    const free = inForce.size === 0 ? 0 : Math.min(...inForce.keys());
    const end = new Date(moments[place + 1]?.[0] ?? at);
    const last = steps.at(-1);
    if (last?.free === free) steps[steps.length - 1] = { ...last, end };
    else steps.push({ start: new Date(at), end, free });
  });
  return steps;
}

function count(inForce: Map<number, number>, free: number, by: 1 | -1): void {
  const now = (inForce.get(free) ?? 0) + by;
  if (now === 0) inForce.delete(free);
  else inForce.set(free, now);
}

function before(at: Date, minutes: number): Date {
  return new Date(at.getTime() - minutes * minuteMs);
}

function after(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * minuteMs);
}
