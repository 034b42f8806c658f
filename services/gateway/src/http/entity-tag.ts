/**
 * Does the caller have it already? By the weak comparison of RFC 9110: a proxy that compresses may have marked the tag.
 * @param header `If-None-Match`
 * @param tag what it is now, with its quotes
 */
export function isMatch(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  const tags = header.split(',').map((one) => one.trim().replace(/^W\//, ''));
  return tags.includes(tag) || tags.includes('*');
}
