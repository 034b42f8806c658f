/** What stands in the note of a bank transfer of dues: of which member, and for which year. */
export interface DuesReference {
  readonly year: number;
  /** Counts memberships; it says nothing of the person to whoever does not have the list. */
  readonly number: number;
}

const century = 2_000;
const digitsOfNumber = 8;
/** A member may have typed blanks or hyphens between the figures; a figure more makes it another number. */
const pattern = /HF(?:[\s-]*\d){12}(?!\d)/giu;

/**
 * `HF` (会费), two figures of the year, eight of the number, and two check figures by ISO 7064 MOD 97-10, which find every
 * single wrong figure and every two that changed places: the member 1234 in 2026 has `HF260000123469`.
 */
export function duesReference({ year, number }: DuesReference): string {
  const body = `${String(year - century).padStart(2, '0')}${String(number).padStart(digitsOfNumber, '0')}`;
  return `HF${body}${String(98 - ((Number(body) * 100) % 97)).padStart(2, '0')}`;
}

/** @returns null for a text that is no such reference, or whose check figures are wrong */
export function readDuesReference(text: string): DuesReference | null {
  const [found, another] = referencesIn(text);
  return another === undefined ? (found ?? null) : null;
}

/**
 * The reference that a note contains, as {@link duesReference} writes it.
 * @returns null also if there are two of them: it cannot be said which one was meant
 */
export function findDuesReference(note: string): string | null {
  const found = readDuesReference(note);
  return found === null ? null : duesReference(found);
}

function referencesIn(text: string): DuesReference[] {
  const written = [...text.normalize('NFKC').matchAll(pattern)].map(([one]) => one.replace(/\D/g, ''));
  return [...new Set(written)]
    .filter((figures) => Number(figures) % 97 === 1)
    .map((figures) => ({
      year: century + Number(figures.slice(0, 2)),
      number: Number(figures.slice(2, -2)),
    }));
}
