/** What groups the digits of a number in writing: one blank, dot, middle dot or hyphen, of whatever width. */
const between = String.raw`[\s.．。·・•\-－‐–—]?`;

/**
 * Text with figures in the characters of figures: full-width forms become plain (NFKC), blanks and invisible characters
 * go. `１２ ３４．５` → `1234.5`. Capitals and hyphens stay.
 */
export function plainFigures(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
}

/**
 * Replaces each number of so many digits and more, whichever digits it is written in (full-width ones, too) and however
 * they are grouped. A final X belongs to it, as in a resident number.
 * @param least the fewest digits that make such a number
 * @param hide what stands in its place, by its plain digits
 */
export function hideNumbers(text: string, least: number, hide: (plain: string) => string): string {
  const number = new RegExp(
    String.raw`\p{Nd}(?:${between}\p{Nd}){${least - 1},}(?:${between}[XxＸｘ](?!\p{L}))?`,
    'gu',
  );
  return text.replace(number, (written) => hide(written.normalize('NFKC').replace(/[^\p{Nd}Xx]/gu, '')));
}
