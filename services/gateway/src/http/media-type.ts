interface Preference {
  readonly range: string;
  readonly quality: number;
}

/**
 * Negotiates the media type: the offered type that an `Accept` header prefers; among equals the one that it names
 * first.
 * @param offered the first one is the default without the header or a match
 */
export function negotiateType(accept: string | undefined, offered: readonly [string, ...string[]]): string {
  const preferences = (accept ?? '').split(',').map(preferenceOf);
  const accepted = preferences
    .filter(({ quality }) => quality > 0)
    .sort((left, right) => right.quality - left.quality);
  for (const { range } of accepted) {
    const match = offered.find((type) => isWithin(type, range));
    if (match !== undefined) return match;
  }
  return offered[0];
}

function preferenceOf(text: string): Preference {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const given = parameters.find((one) => one.startsWith('q='));
  const quality = given === undefined ? 1 : Number(given.slice(2));
  return { range, quality: Number.isFinite(quality) ? quality : 0 };
}

function isWithin(type: string, range: string): boolean {
  return range === type || range === '*/*' || (range.endsWith('/*') && type.startsWith(range.slice(0, -1)));
}

/**
 * `Content-Disposition` of a download: the full name by RFC 5987, and an ASCII fallback.
 * @param fileName any text; none of its characters can end the header
 */
export function attachmentOf(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]+/g, '_').replace(/["\\%]/g, '_');
  // A lone surrogate would throw; as UTF-8 it becomes U+FFFD.
  const whole = encodeURIComponent(Buffer.from(fileName, 'utf8').toString('utf8')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
