/**
 * Values whose JSON is there already, as one parameter for `json_array_elements` or `jsonb_array_elements`. In an array of
 * PostgreSQL each quotation mark of each of them would be escaped here and read back there.
 */
export function jsonList(texts: readonly string[]): string {
  return `[${texts.join(',')}]`;
}
