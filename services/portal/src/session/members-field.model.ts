/** A person in a list that is put together, with the name that was shown. */
export interface PickedMember {
  readonly personId: string;
  readonly name: string;
  /** Tells people of one name apart. */
  readonly unionName?: string;
}

/** A row of a spreadsheet is a line, and its cells are parted by tabs; a sentence parts names by commas. */
const linePattern = /[\n\r,，、;；]+/;
/** At the end of a resident number or a phone; a serial number is shorter. */
const numberPattern = /^[\d*]{10,17}[\dXx]$/;
const serialPattern = /^\d{1,6}[.．]?$/;
/** As the platform takes them. */
const lineLengthMax = 100;

/** What is looked for in a pasted list: of each line the number if it has one, else the name. */
export function linesOf(pasted: string): string[] {
  const lines = pasted.split(linePattern).flatMap((line) => {
    const cells = line.split('\t').flatMap((cell) => cell.trim() || []);
    const number = cells.find((cell) => numberPattern.test(cell.replace(/[ -]/g, '')));
    const found = number ?? cells.find((cell) => !serialPattern.test(cell));
    return found === undefined ? [] : [found.slice(0, lineLengthMax)];
  });
  return [...new Set(lines)];
}

interface Added {
  readonly members: readonly PickedMember[];
  /** How many are new. */
  readonly count: number;
  /** How many had no room. */
  readonly left: number;
}

/** A list with further people, each once, up to the most that it takes. */
export function withMembers(
  chosen: readonly PickedMember[],
  found: readonly PickedMember[],
  max: number,
): Added {
  const known = new Set(chosen.map(({ personId }) => personId));
  const fresh = found.filter(({ personId }) => !known.has(personId) && known.add(personId));
  const room = Math.max(0, max - chosen.length);
  const added = fresh
    .slice(0, room)
    .map(({ personId, name, unionName = '' }) => ({ personId, name, unionName }));
  return { members: [...chosen, ...added], count: added.length, left: fresh.length - added.length };
}

interface Match<Member> {
  readonly line: string;
  readonly members: readonly Member[];
}

export interface Sorted<Member> {
  /** Whom one line names and no other person. */
  readonly found: readonly Member[];
  /** Lines that several people have as their name. */
  readonly several: readonly Match<Member>[];
  /** Lines that name nobody. */
  readonly missing: readonly string[];
  /** Whom a line names, but who cannot be chosen. */
  readonly unfit: readonly string[];
}

/** The matches of pasted lines by what is to be done about them. */
export function sortedMatches<Member>(
  matches: readonly Match<Member>[],
  fits: (member: Member) => boolean,
): Sorted<Member> {
  const found: Member[] = [];
  const several: Match<Member>[] = [];
  const missing: string[] = [];
  const unfit: string[] = [];
  for (const { line, members } of matches) {
    const fitting = members.filter(fits);
    const [only] = fitting;
    if (members.length === 0) missing.push(line);
    else if (only === undefined) unfit.push(line);
    else if (fitting.length === 1) found.push(only);
    else several.push({ line, members: fitting });
  }
  return { found, several, missing, unfit };
}
