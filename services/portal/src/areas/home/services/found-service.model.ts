/** A service as it is called where the page is read, and in Chinese how that is spelled. */
export interface NamedService {
  readonly name: string;
  readonly about: string;
  /** One syllable per character, as `hui yuan ka`. */
  readonly syllables: string;
}

/** Is it named by what was typed: a part of its words, or the beginning of the pinyin or the initials of any of its characters? */
export function isNamed({ name, about, syllables }: NamedService, typed: string): boolean {
  const word = typed.normalize('NFKC').trim().toLowerCase();
  if (word === '' || `${name} ${about}`.toLowerCase().includes(word)) return true;
  const pinyin = word.replaceAll(/\s/g, '');
  const spelled = syllables.split(' ');
  return spelled.some((_one, from) => {
    const rest = spelled.slice(from);
    return (
      rest.join('').startsWith(pinyin) ||
      rest
        .map((one) => one.slice(0, 1))
        .join('')
        .startsWith(pinyin)
    );
  });
}
