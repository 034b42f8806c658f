interface Preference {
  readonly range: string;
  readonly quality: number;
}

/**
 * Which of several media types an `Accept` header likes best; among equals the one that it names first.
 * @param offered the first is answered where the header is absent, or fits none of them
 */
export function acceptedOf(accept: string | undefined, offered: readonly [string, ...string[]]): string {
  const preferences = (accept ?? '').split(',').map(preferenceOf);
  const liked = preferences
    .filter(({ quality }) => quality > 0)
    .sort((left, right) => right.quality - left.quality);
  for (const { range } of liked) {
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
 * `Content-Disposition` of a file to be saved: the whole name by RFC 5987, and one of ASCII for whoever does not read that.
 * @param fileName any text; no character of it can end the header
 */
export function attachmentOf(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]+/g, '_').replace(/["\\%]/g, '_');
  // Half a surrogate pair would throw; as UTF-8 it is U+FFFD.
  const whole = encodeURIComponent(Buffer.from(fileName, 'utf8').toString('utf8')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
