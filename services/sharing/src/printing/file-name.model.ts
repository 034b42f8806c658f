const charactersMax = 120;
/** What Windows refuses in a name, and what nobody sees: control and formatting characters could disguise the ending. */
const unfit = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A name under which a file can be saved anywhere. @param name with its ending, which stays */
export function fitFileName(name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  return [...stem.replace(unfit, '_')].slice(0, charactersMax).join('').trim() + ending;
}
