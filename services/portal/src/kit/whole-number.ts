/** @returns the whole number that was typed; null where it is none, or outside its bounds */
export function wholeNumberOf(text: unknown, min: number, max: number): number | null {
  if (typeof text !== 'string' || !/^\s*\d{1,9}\s*$/.test(text)) return null;
  const figure = Number(text);
  return figure >= min && figure <= max ? figure : null;
}

/** A rule of a form's field that says so. @param message of what is refused */
export function wholeNumberRule(min: number, max: number, message: string) {
  return {
    validator: (_rule: unknown, text: unknown): Promise<void> =>
      wholeNumberOf(text, min, max) === null ? Promise.reject(new Error(message)) : Promise.resolve(),
  };
}
