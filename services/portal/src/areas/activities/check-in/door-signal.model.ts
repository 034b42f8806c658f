import type { Outcome } from './check-in.model.js';

/** What is heard and felt without a look at the screen: they may pass, or somebody has to look. */
export type Signal = 'pass' | 'look';

const signals: Readonly<Record<Outcome, Signal | null>> = {
  asking: null,
  letIn: 'pass',
  back: 'pass',
  left: 'pass',
  against: 'pass',
  leftAgainst: 'pass',
  already: 'look',
  leftAlready: 'look',
  refused: 'look',
  yours: 'look',
};

/** @returns null while nothing is decided */
export function signalOf(outcome: Outcome): Signal | null {
  return signals[outcome];
}

/** Two short tones: rising where they may pass, falling and low where somebody has to look. In hertz. */
export const tonesOf: Readonly<Record<Signal, readonly [number, number]>> = {
  pass: [880, 1_320],
  look: [330, 220],
};

/** How the phone shakes: milliseconds on, off, on. */
export const shakesOf: Readonly<Record<Signal, readonly number[]>> = {
  pass: [60],
  look: [180, 90, 180],
};
