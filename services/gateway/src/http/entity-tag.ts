/**
 * Whether the caller has the current representation, by the weak comparison of RFC 9110: a compressing proxy may have
 * marked the tag.
 * @param header `If-None-Match`
 * @param tag the current tag, with its quotes
 */
export function isMatch(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
