/** What a spreadsheet takes for the beginning of a formula (E115). */
const formulaStart = /^[=+\-@\t\r]/;
/** No XML can hold these. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** What Windows refuses in a name, and what nobody sees: control and formatting characters could disguise the ending. */
const unfit = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Text that no spreadsheet computes: an apostrophe goes before what could begin a formula, also in .csv. */
export function harmlessText(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/**
 * Text as a workbook holds it, to be read back as it was: never a formula, `_x005F_x0041_` for `_x0041_`, which
 * would stand for `A`, and `_xFFFF_` for a character that no XML can hold.
 */
export function workbookText(text: string): string {
  return harmlessText(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(unprintable, escaped);
}

function escaped(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** Part of a name under which a file can be saved anywhere. */
export function fileNameText(text: string, charactersMax: number): string {
  return [...text.replace(unfit, '_')].slice(0, charactersMax).join('').trim();
}

const fileNameCharactersMax = 120;

/** A name under which a file can be saved anywhere. @param name with its ending, which stays */
export function fitFileName(name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  return fileNameText(stem, fileNameCharactersMax) + ending;
}
