/** From the full-width form of a printed ASCII character to itself (Unicode, Halfwidth and Fullwidth Forms). */
const widthOffset = 0xfee0;

/** A figure as a Chinese keyboard may type it, in the characters of numbers: `２０．５` → `20.5`. As many as before. */
export function plainFigure(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - widthOffset))
    .replaceAll('。', '.')
    .replaceAll('\u3000', ' ');
}
