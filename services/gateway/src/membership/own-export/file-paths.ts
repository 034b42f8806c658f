import { type Bilingual, dataKindWords } from '@gongxiang/contracts/words/export-words';
import type { ExportedFile } from '@gongxiang/contracts/words/person-data';
import { endingOf, type Locale } from '@gongxiang/domain';

const folder = ['我上传的文件', 'files that I uploaded'] as const satisfies Bilingual;
const unnamed = ['未命名', 'unnamed'] as const satisfies Bilingual;

/** In characters: with the folders well below the 260 that a path may have on Windows. */
const partLengthMax = 60;
const endingPattern = /\.[A-Za-z0-9]{1,5}$/;

export type NamedFile = Pick<ExportedFile, 'kind' | 'name' | 'about'>;

/**
 * Where a person finds their files in their copy: a folder for each kind, and in it what the file belongs to and what
 * they have called it. No two have the same path, also where case is not told apart.
 */
export function filePaths(locale: Locale): (file: NamedFile, contentType: string) => string {
  const taken = new Set<string>();
  const say = ([zh, en]: Bilingual): string => (locale === 'en' ? en : zh);
  return ({ kind, name, about }, contentType) => {
    const ending = endingPattern.exec(name ?? '')?.[0] ?? endingByContent(contentType);
    const stem = (name ?? '').replace(endingPattern, '');
    const parts = [about ?? '', stem].map(safeName).filter((part) => part !== '');
    const title = parts.length === 0 ? say(unnamed) : parts.join(' - ');
    const place = `${say(folder)}/${safeName(say(dataKindWords[kind]))}/${title}`;
    let path = `${place}${ending}`;
    for (let count = 2; taken.has(path.toLowerCase()); count += 1) path = `${place} (${count})${ending}`;
    taken.add(path.toLowerCase());
    return path;
  };
}

/** Of names that have no ending of their own. */
function endingByContent(contentType: string): string {
  const ending = endingOf(contentType);
  return ending === null ? '' : `.${ending}`;
}

/** A name that every system accepts and that leads nowhere else. */
function safeName(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, '_').trim();
  return [...plain]
    .slice(0, partLengthMax)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '');
}
