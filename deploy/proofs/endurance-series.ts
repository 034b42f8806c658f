/** A measured value at a time. */
export interface Sample {
  readonly atMs: number;
  readonly value: number;
}

export interface Trend {
  /** In the value's unit per minute, by least squares. */
  readonly slopePerMinute: number;
  /** Of the slope: how far it may be off because of what scatters around the line. */
  readonly standardError: number;
  /** Of the fitted line, where the series begins. */
  readonly start: number;
}

const minuteMs = 60_000;
/** A slope is believed where it is so many standard errors away from the bound. */
const errorsBelieved = 3;

/**
 * The line through a series by least squares: slope = Σ(x − x̄)(y − ȳ) / Σ(x − x̄)², and the usual standard error
 * √(Σr² / (n − 2) / Σ(x − x̄)²).
 */
export function trendOf(series: readonly Sample[]): Trend {
  if (series.length < 3) throw new Error(`a trend of ${series.length} samples says nothing`);
  const first = series[0]?.atMs ?? 0;
  const points = series.map(({ atMs, value }) => ({ x: (atMs - first) / minuteMs, y: value }));
  const meanX = sum(points.map(({ x }) => x)) / points.length;
  const meanY = sum(points.map(({ y }) => y)) / points.length;
  const spread = sum(points.map(({ x }) => (x - meanX) ** 2));
  const slopePerMinute = sum(points.map(({ x, y }) => (x - meanX) * (y - meanY))) / spread;
  const start = meanY - slopePerMinute * meanX;
  const rest = sum(points.map(({ x, y }) => (y - start - slopePerMinute * x) ** 2));
  return { slopePerMinute, start, standardError: Math.sqrt(rest / (points.length - 2) / spread) };
}

/**
 * The lowest value of each window: what is left of a heap after its collections, where they come by themselves.
 * A window that is not full is left out.
 */
export function floorOf(series: readonly Sample[], window: number): Sample[] {
  return Array.from({ length: Math.floor(series.length / window) }, (_one, index) =>
    series
      .slice(index * window, (index + 1) * window)
      .reduce((least, one) => (one.value < least.value ? one : least)),
  );
}

/**
 * Whether a series certainly grows by more than it may.
 * @param shareOfStart how much of its own size it may grow by in the time, e.g. 0.2
 * @param perMinutes that time, e.g. 60
 */
export function growsBeyond(trend: Trend, shareOfStart: number, perMinutes: number): boolean {
  const allowed = (trend.start * shareOfStart) / perMinutes;
  return trend.slopePerMinute - errorsBelieved * trend.standardError > allowed;
}

/** How a part of a run went. */
export interface Slice {
  /** 99 of 100 requests were answered within this time. */
  readonly p99Ms: number;
  /** How long a piece of work that is always the same took meanwhile: more where the machine has less time for everybody. */
  readonly paceMs: number;
}

/**
 * How many times longer requests take in the last third of a run than in the first, in the machine's own time. The
 * medians of slices, as one slice may have met with anything.
 */
export function slowdownOf(slices: readonly Slice[]): number {
  const third = Math.floor(slices.length / 3);
  const typical = (some: readonly Slice[]): number =>
    medianOf(some.map(({ p99Ms, paceMs }) => p99Ms / paceMs));
  return typical(slices.slice(-third)) / typical(slices.slice(0, third));
}

export function medianOf(values: readonly number[]): number {
  return quantileOf(values, 0.5);
}

/** The value that so many of the values do not exceed, by nearest rank. @param share e.g. 0.99 */
export function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new Error('there is no value');
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
