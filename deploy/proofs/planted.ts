/** Something that must not be found where nobody is to see it. */
export interface Planted {
  /** What it is, for the message: the value itself is never printed. */
  readonly what: string;
  readonly value: string;
}

/** A text in which planted values are looked for. */
export interface Haystack {
  readonly where: string;
  readonly text: string;
}

/** As a value looks in JSON, in an address, in a header, and in the dumps of programs that print bytes. */
function formsOf(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const escaped = [...value].map((one) =>
    one.charCodeAt(0) < 128 ? one : `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    escaped.join(''),
    encodeURIComponent(value),
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ].map((form) => form.toLowerCase());
}

/**
 * A few digits, such as a code by text message, stand by chance within times in nanoseconds and ids of traces: they count
 * where they stand by themselves.
 */
function standsIn(text: string, form: string): boolean {
  if (!/^\d{1,8}$/.test(form)) return text.includes(form);
  return new RegExp(`(?<![0-9a-f])${form}(?![0-9a-f])`).test(text);
}

/** Which values stand in which texts, in whatever form; the names of both, and never the value. */
export function findPlanted(haystacks: readonly Haystack[], planted: readonly Planted[]): string[] {
  const wanted = planted.map(({ what, value }) => ({ what, forms: [...new Set(formsOf(value))] }));
  return haystacks.flatMap(({ where, text }) => {
    const lowered = text.toLowerCase();
    return wanted
      .filter(({ forms }) => forms.some((form) => standsIn(lowered, form)))
      .map(({ what }) => `${what} in ${where}`);
  });
}
