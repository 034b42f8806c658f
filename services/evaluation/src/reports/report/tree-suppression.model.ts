/** A count that is published, suppressed, or undecided. */
export interface CountCell {
  /** Null for a count suppressed earlier, which is not stored anywhere. */
  readonly value: number | null;
  /** The bounds that everybody knows beforehand. */
  readonly min: number;
  readonly max: number;
  /** True if it must not be published. */
  readonly isSensitive: boolean;
  /**
   * What readers lose without it: of several that might be held back for the sake of another, the one of the lowest
   * rank is.
   */
  readonly rank: number;
  /**
   * `open`: to be decided. `published`, `suppressed`: decided when an earlier period was frozen. `slack`: no count of
   * anybody, only what makes a balance of an inequality.
   */
  readonly state: 'open' | 'published' | 'suppressed' | 'slack';
}

/** Cells, by their places, whose sums are equal. */
export interface Balance {
  readonly wholes: readonly number[];
  readonly parts: readonly number[];
}

/** What can be known of each cell, by its place. */
interface Ranges {
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/** More than any count. */
export const boundless = 1e9;
/** A balance is looked at so often at most: ranges that shrink for longer shrink by ones. */
const visitsMax = 400;

/**
 * Selects the cells to publish, such that adding and subtracting published cells reveals of each suppressed cell no
 * more than a range as wide as the threshold (or as wide as its prior range, if that is narrower). All insensitive
 * cells are published at first. While the range of a suppressed cell is too narrow, the cheapest published cell of
 * the nearest balance is suppressed as well. A suppressed cell is never published again, so this terminates.
 * @param threshold the minimum width of each range
 */
export function publishedCells(
  cells: readonly CountCell[],
  balances: readonly Balance[],
  threshold: number,
): ReadonlySet<number> {
  const same = sameAs(cells, balances);
  const table = mergedTable(cells, balances, same);
  const published = new Set(
    table.cells.flatMap(({ state }, place) => (state === 'published' ? [place] : [])),
  );
  // What follows from earlier periods is known, and holding it back would protect nobody.
  const known = new Set(exposedOf(table, published, threshold));
  table.cells.forEach(({ state, isSensitive }, place) => {
    if (state === 'open' && !isSensitive) published.add(place);
  });
  for (;;) {
    const exposed = exposedOf(table, published, threshold);
    const suppressed = new Set<number>();
    const rankOf = (place: number): number => table.cells[place]?.rank ?? 0;
    const nextOf = (place: number): number | null =>
      nearestPublished(table, { place, published, suppressed, known });
    const lowest = Math.min(...exposed.flatMap((place) => nextOf(place) ?? []).map(rankOf));
    for (const place of exposed) {
      const next = nextOf(place);
      // What is worth more may not have to go once this has gone.
      if (next === null || rankOf(next) > lowest) continue;
      published.delete(next);
      suppressed.add(next);
    }
    if (suppressed.size === 0)
      return new Set(cells.flatMap((_cell, place) => (published.has(same[place] ?? place) ? [place] : [])));
  }
}

/**
 * The ranges implied by the published cells, by interval propagation over all balances; null if no counts fit.
 * @param published places of cells whose values are known
 */
export function rangesOf(
  cells: readonly CountCell[],
  balances: readonly Balance[],
  published: ReadonlySet<number>,
): Ranges | null {
  return propagate(tableOf(cells, balances), published);
}

interface Table {
  readonly cells: readonly CountCell[];
  readonly balances: readonly Balance[];
  /** By cell, the balances that it is in. */
  readonly balancesOf: readonly (readonly number[])[];
}

function tableOf(cells: readonly CountCell[], balances: readonly Balance[]): Table {
  const balancesOf: number[][] = cells.map(() => []);
  balances.forEach(({ wholes, parts }, index) => {
    for (const place of [...wholes, ...parts]) balancesOf[place]?.push(index);
  });
  return { cells, balances, balancesOf };
}

/** By cell, the first of those that are the same count by another name: one whole of one part. */
function sameAs(cells: readonly CountCell[], balances: readonly Balance[]): readonly number[] {
  const same = cells.map((_cell, place) => place);
  const firstOf = (place: number): number => {
    let first = place;
    while (same[first] !== first) first = same[first] ?? first;
    return first;
  };
  for (const { wholes, parts } of balances) {
    const [whole, part] = [wholes[0], parts[0]];
    if (whole === undefined || part === undefined || wholes.length + parts.length > 2) continue;
    const [one, other] = [firstOf(whole), firstOf(part)];
    same[Math.max(one, other)] = Math.min(one, other);
  }
  return same.map((_first, place) => firstOf(place));
}

/** The same with each count once: the others of its names stand in no balance. */
function mergedTable(
  cells: readonly CountCell[],
  balances: readonly Balance[],
  same: readonly number[],
): Table {
  const merged = [...cells];
  cells.forEach((cell, place) => {
    const first = same[place] ?? place;
    const target = merged[first];
    if (target === undefined || first === place) return;
    merged[first] = {
      ...target,
      min: Math.max(target.min, cell.min),
      max: Math.min(target.max, cell.max),
      isSensitive: target.isSensitive || cell.isSensitive,
      rank: Math.max(target.rank, cell.rank),
    };
    merged[place] = { ...cell, state: 'slack' };
  });
  const firsts = (places: readonly number[]): number[] => places.map((place) => same[place] ?? place);
  const renamed = balances.map(({ wholes, parts }) => ({ wholes: firsts(wholes), parts: firsts(parts) }));
  return tableOf(
    merged,
    renamed.filter(({ wholes, parts }) => wholes.length + parts.length > 2 || wholes[0] !== parts[0]),
  );
}

/** Suppressed cells whose ranges are too narrow. */
function exposedOf(table: Table, published: ReadonlySet<number>, threshold: number): readonly number[] {
  const ranges = propagate(table, published);
  if (ranges === null) return [];
  const narrow = table.cells.flatMap(({ state, min, max }, place) => {
    if (published.has(place) || state === 'slack') return [];
    const width = (ranges.high[place] ?? 0) - (ranges.low[place] ?? 0);
    return width < Math.min(threshold, max - min) ? [place] : [];
  });
  return narrow.length > 0 ? narrow : solvedOf(table, published);
}

function propagate({ cells, balances, balancesOf }: Table, published: ReadonlySet<number>): Ranges | null {
  const startOf = ({ value, min, max }: CountCell, place: number): readonly [number, number] =>
    published.has(place) && value !== null ? [value, value] : [min, max];
  const starts = cells.map(startOf);
  const low = starts.map(([from]) => from);
  const high = starts.map(([, to]) => to);
  const visits = balances.map(() => 0);
  const waiting = balances.map((_balance, index) => index);
  const isWaiting = balances.map(() => true);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    isWaiting[next] = false;
    const balance = balances[next];
    if (balance === undefined || (visits[next] ?? 0) >= visitsMax) continue;
    visits[next] = (visits[next] ?? 0) + 1;
    const changed = tighten(balance, low, high);
    if (changed === null) return null;
    for (const index of changed.flatMap((place) => balancesOf[place] ?? [])) {
      if (isWaiting[index] === true) continue;
      isWaiting[index] = true;
      waiting.push(index);
    }
  }
  return { low, high };
}

/** What one balance says of its cells. @returns those of which more is known now; null where nothing fits */
function tighten({ wholes, parts }: Balance, low: number[], high: number[]): readonly number[] | null {
  const changed: number[] = [];
  for (const [side, other] of [
    [wholes, parts],
    [parts, wholes],
  ] as const) {
    const [sideLow, sideHigh] = [sumOf(side, low), sumOf(side, high)];
    const [otherLow, otherHigh] = [sumOf(other, low), sumOf(other, high)];
    for (const place of side) {
      const [from, to] = [low[place] ?? 0, high[place] ?? 0];
      const newFrom = Math.max(from, otherLow - (sideHigh - to));
      const newTo = Math.min(to, otherHigh - (sideLow - from));
      if (newFrom > newTo) return null;
      if (newFrom === from && newTo === to) continue;
      low[place] = newFrom;
      high[place] = newTo;
      changed.push(place);
    }
  }
  return changed;
}

function sumOf(places: readonly number[], numbers: readonly number[]): number {
  return places.reduce((sum, place) => sum + (numbers[place] ?? 0), 0);
}

interface Search {
  readonly place: number;
  readonly published: ReadonlySet<number>;
  /** Cells suppressed in this round, whose effect on the ranges is not known yet. */
  readonly suppressed: ReadonlySet<number>;
  readonly known: ReadonlySet<number>;
}

/**
 * The cell to suppress next to protect one: from its balances, then from the balances of the suppressed cells there.
 */
function nearestPublished(table: Table, { place, published, suppressed, known }: Search): number | null {
  const seen = new Set<number>();
  let around: readonly number[] = [place];
  while (around.length > 0) {
    const numbers = new Set(
      around.flatMap((one) => table.balancesOf[one] ?? []).filter((one) => !seen.has(one)),
    );
    for (const number of numbers) seen.add(number);
    const all = [...numbers].flatMap((number) => membersOf(table.balances[number]));
    if (all.some((one) => suppressed.has(one))) return null;
    const isCandidate = (one: number): boolean =>
      published.has(one) && table.cells[one]?.state === 'open' && !known.has(one);
    const candidates = all.filter(isCandidate);
    if (candidates.length > 0) return cheapestOf(table, candidates);
    around = [...new Set(all.filter((one) => !published.has(one)))];
  }
  return null;
}

function membersOf(balance: Balance | undefined): readonly number[] {
  return balance === undefined ? [] : [...balance.wholes, ...balance.parts];
}

function cheapestOf({ cells }: Table, candidates: readonly number[]): number {
  const costOf = (place: number): number =>
    (cells[place]?.rank ?? 0) * boundless + (cells[place]?.value ?? 0);
  return candidates.reduce((best, one) => (costOf(one) < costOf(best) ? one : best));
}

/** Coefficients by cell. */
type Row = Map<number, number>;

/** Products of two numbers below it are exact. */
const prime = 67_108_859;

/**
 * Held cells that follow from adding and subtracting balances, however many: their unit vectors are in the row space.
 * Computed by elimination modulo a prime; a tree leaves few coefficients in each row.
 */
function solvedOf({ cells, balances }: Table, published: ReadonlySet<number>): readonly number[] {
  const reduced: Reduced = { rows: new Map(), rowsWith: new Map() };
  for (const balance of balances) {
    const row = rowOf(balance, published);
    for (const place of [...row.keys()]) subtract(row, reduced.rows.get(place), row.get(place) ?? 0);
    if (row.size > 0) solveFor(reduced, row, pivotOf(row, cells, reduced.rowsWith));
  }
  return [...reduced.rows].flatMap(([pivot, row]) =>
    row.size === 1 && cells[pivot]?.state !== 'slack' ? [pivot] : [],
  );
}

interface Reduced {
  /** By the cell that it is solved for; no other row has that cell. */
  readonly rows: Map<number, Row>;
  /** By cell, the rows that have it, or had it. */
  readonly rowsWith: Map<number, Set<number>>;
}

function solveFor({ rows, rowsWith }: Reduced, row: Row, pivot: number): void {
  const note = (place: number, solved: number): void => {
    rowsWith.set(place, (rowsWith.get(place) ?? new Set<number>()).add(solved));
  };
  scale(row, inverseOf(row.get(pivot) ?? 1));
  for (const solved of rowsWith.get(pivot) ?? []) {
    const one = rows.get(solved);
    const factor = one?.get(pivot) ?? 0;
    if (one === undefined || factor === 0) continue;
    subtract(one, row, factor);
    for (const place of row.keys()) note(place, solved);
  }
  rows.set(pivot, row);
  for (const place of row.keys()) note(place, pivot);
}

function rowOf({ wholes, parts }: Balance, published: ReadonlySet<number>): Row {
  const row: Row = new Map();
  const add = (place: number, sign: number): void => {
    if (published.has(place)) return;
    set(row, place, (row.get(place) ?? 0) + sign);
  };
  for (const place of wholes) add(place, 1);
  for (const place of parts) add(place, prime - 1);
  return row;
}

function set(row: Row, place: number, value: number): void {
  const rest = value % prime;
  if (rest === 0) row.delete(place);
  else row.set(place, rest);
}

function subtract(row: Row, other: Row | undefined, factor: number): void {
  if (other === undefined || factor === 0) return;
  for (const [place, value] of other)
    set(row, place, (row.get(place) ?? 0) + prime - ((factor * value) % prime));
}

function scale(row: Row, factor: number): void {
  for (const [place, value] of row) set(row, place, value * factor);
}

/** One that stands in few rows, so that they stay short; at best one that stands in none. */
function pivotOf(
  row: Row,
  cells: readonly CountCell[],
  rowsWith: ReadonlyMap<number, ReadonlySet<number>>,
): number {
  const costOf = (place: number): number =>
    (cells[place]?.state === 'slack' ? -1 : 0) + (rowsWith.get(place)?.size ?? 0);
  return [...row.keys()].reduce((best, one) => (costOf(one) < costOf(best) ? one : best));
}

/** By Fermat: a^(p − 2). */
function inverseOf(value: number): number {
  let [inverse, base, exponent] = [1, value, prime - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) inverse = (inverse * base) % prime;
    base = (base * base) % prime;
    exponent = Math.floor(exponent / 2);
  }
  return inverse;
}
