import { request } from '../api/request.js';
import type { Member } from './member-picker.js';

/** As many as the platform takes at a time. */
const linesAtOnce = 500;

/**
 * Whose name or number each line is, within what the reader may list.
 * @param lines each the whole name, resident number or phone of a member
 */
export async function matchedMembers(
  lines: readonly string[],
): Promise<{ readonly line: string; readonly members: Member[] }[]> {
  const found: { line: string; members: Member[] }[] = [];
  for (let from = 0; from < lines.length; from += linesAtOnce) {
    const body = { lines: lines.slice(from, from + linesAtOnce) };
    found.push(...(await request('post', '/members/matches', { body }, {})).matches);
  }
  return found;
}
