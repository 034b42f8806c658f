import { checkResidentNumber } from '@gongxiang/domain';

const wellFormed = /^\d{17}[\dX]$/;
const characters = '0123456789X';

/**
 * The numbers that somebody may have meant whose number fails its check: those that differ in one character, or in the
 * order of two neighbours, and pass it. For each digit at most one other passes, so there are few.
 * @param number normalised, 18 characters
 */
export function meantBy(number: string, now: Date): string[] {
  if (!wellFormed.test(number)) return [];
  const found = new Set<string>();
  const consider = (candidate: string): void => {
    if (candidate !== number && checkResidentNumber(candidate, now).valid) found.add(candidate);
  };
  for (let at = 0; at < number.length; at += 1)
    for (const character of at === 17 ? characters : characters.slice(0, 10))
      consider(number.slice(0, at) + character + number.slice(at + 1));
  for (let at = 0; at < 16; at += 1)
    consider(number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2));
  return [...found];
}
