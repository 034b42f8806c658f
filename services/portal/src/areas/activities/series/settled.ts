import { useDebounced } from '../../../kit/use-debounced.js';

/** The value once typing pauses. It is a new object after each key press, so its text is compared. */
export function useSettled<Value>(value: Value): Value {
  return JSON.parse(useDebounced(JSON.stringify(value))) as Value;
}

/** A field that is not on the page is undefined: without it, the initial value stands. */
export function definedOf<Values extends object>(values: Partial<Values> = {}): Partial<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Partial<Values>;
}
