/** As long as the real thing, for the examples of the documentation. */
export function base64Of(bytes: number): string {
  return Buffer.alloc(bytes, 0xab).toString('base64');
}
