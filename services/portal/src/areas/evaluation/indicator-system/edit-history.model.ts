/** What was typed, with what it was before and what was taken back. */
export interface EditHistory<State> {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  /** What the last change was about: more of the same, such as typing in one field, is one step. */
  readonly about: string | null;
}

/** A hundred steps: further back nobody remembers. */
export const stepsMax = 100;

export function historyOf<State>(present: State): EditHistory<State> {
  return { past: [], present, future: [], about: null };
}

/** @param about names the field, for what is to be one step with the change before; null for a step of its own */
export function did<State>(
  history: EditHistory<State>,
  present: State,
  about: string | null = null,
): EditHistory<State> {
  const isMore = about !== null && about === history.about;
  const past = isMore ? history.past : [...history.past, history.present].slice(-stepsMax);
  return { past, present, future: [], about };
}

export function undone<State>(history: EditHistory<State>): EditHistory<State> {
  const { past, present, future } = history;
  const before = past.at(-1);
  if (before === undefined) return history;
  return { past: past.slice(0, -1), present: before, future: [present, ...future], about: null };
}

export function redone<State>(history: EditHistory<State>): EditHistory<State> {
  const { past, present, future } = history;
  const [after, ...later] = future;
  if (after === undefined) return history;
  return { past: [...past, present], present: after, future: later, about: null };
}
