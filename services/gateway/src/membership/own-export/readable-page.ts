import {
  type Bilingual,
  dataHolderWords,
  dataKindWords,
  exportWords,
  valueWords,
} from '@gongxiang/contracts/words/export-words';
import type { DataKind, ExportedFile } from '@gongxiang/contracts/words/person-data';
import type { MergeService } from '@gongxiang/contracts/words/person-merge';
import { escapeHtml, formatYuan, type Locale, networkTimeZone } from '@gongxiang/domain';
import type { filePaths, NamedFile } from './file-paths.js';
import type { NotRead } from './own-files.js';

export type ExportedRow = Readonly<Record<string, unknown>>;

/** What one service has of a person. */
export interface ServiceData {
  readonly service: MergeService;
  readonly parts: readonly { readonly kind: DataKind; readonly rows: readonly ExportedRow[] }[];
}

/** A file that the person has uploaded, as their copy lists it. */
export interface CopiedFile extends Pick<ExportedFile, 'kind' | 'name' | 'about' | 'at'> {
  /** Within the copy; null of one that is left out. */
  readonly path: string | null;
  /** The copy would be too large, or the store did not give the file. */
  readonly leftOut: 'tooMuch' | NotRead | null;
  /** It is in the copy, but not all of it was read, or not as it was uploaded. */
  readonly isDamaged: boolean;
}

/** Everything that a copy has. */
interface CopiedData {
  readonly services: readonly ServiceData[];
  readonly files: readonly CopiedFile[];
}

const texts = {
  title: ['平台保存的我的数据', 'What the platform has of me'],
  made: ['制作时间', 'Made'],
  intro: [
    '同样的内容也在 data.json 中，供其他系统读取。问卷的回答不记名，平台查不到是谁答的，因此不在其中。',
    'The same is in data.json, for other systems to read. Answers of surveys are nobody’s, and not among it.',
  ],
  files: ['我上传的文件', 'Files that I uploaded'],
  file: ['文件', 'File'],
  fileOf: ['类别', 'Kind'],
  fileAbout: ['属于', 'Belongs to'],
  fileAt: ['上传时间', 'Uploaded'],
  tooMuch: [
    '未放入：文件合计超过一份副本的上限，请在原处下载',
    'Left out: together they would be more than a copy may have. It can be downloaded where it stands.',
  ],
  gone: [
    '未放入：制作时文件已不在。如果没有人删除过，请询问您的工会',
    'Left out: it was gone when the copy was made. If nobody has removed it, ask your union.',
  ],
  unreadable: [
    '未放入：平台读不出这个文件，请询问您的工会',
    'Left out: the platform could not read it. Ask your union.',
  ],
  damaged: [
    '已损坏：放入的内容不完整，或与上传的不同，请询问您的工会',
    'Damaged: the copy has only a part of it, or not what was uploaded. Ask your union.',
  ],
  damagedName: ['已损坏', 'damaged'],
  unnamed: ['未命名', 'Unnamed'],
  yes: ['是', 'Yes'],
  no: ['否', 'No'],
  comma: ['、', ', '],
} as const satisfies Readonly<Record<string, Bilingual>>;

const instantPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z)$/;

/** A page without scripts that shows a person their data, for any browser and without a network. */
export function readablePage({ services, files }: CopiedData, locale: Locale, madeAt: Date): string {
  const say = (word: Bilingual): string => escapeHtml(inWords(word, locale));
  const sections = services
    .filter(({ parts }) => parts.length > 0)
    .map(({ service, parts }) => {
      const tables = tablesOf(parts).map(
        ({ kind, words, rows }) => `<h3>${say(dataKindWords[kind])}</h3>
<div class="wide"><table><thead><tr>${words.map((word) => `<th scope="col">${say(wordFor(word))}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${words.map((word) => `<td>${escapeHtml(shown(word, row[word], locale))}</td>`).join('')}</tr>`).join('\n')}
</tbody></table></div>`,
      );
      return `<section><h2>${say(dataHolderWords[service])}</h2>\n${tables.join('\n')}</section>`;
    });
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(texts.title)}</title>
<style>
:root { color-scheme: light dark; }
body { font: 16px/1.6 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; min-width: 100%; }
th, td { border-bottom: 1px solid #8888; padding: 0.4rem 0.8rem 0.4rem 0; text-align: start; vertical-align: top; }
th { white-space: nowrap; }
td { min-width: 6rem; overflow-wrap: anywhere; white-space: pre-line; }
</style>
</head>
<body>
<h1>${say(texts.title)}</h1>
<p>${say(texts.made)} ${escapeHtml(inShanghai(madeAt.toISOString(), locale))}</p>
<p>${say(texts.intro)}</p>
${sections.join('\n')}
${files.length === 0 ? '' : filesSection(files, locale)}
</body>
</html>
`;
}

/** A text beside a damaged file that says so, for whoever opens the folder without reading the page. */
export function damagedNote(
  { kind, name, about }: NamedFile,
  path: string,
  { pathOf, locale }: { readonly pathOf: ReturnType<typeof filePaths>; readonly locale: Locale },
): { readonly path: string; readonly content: string } {
  const title = [inWords(texts.damagedName, locale), name].filter((part) => part !== null).join(' - ');
  return {
    path: pathOf({ kind, about, name: `${title}.txt` }, 'text/plain'),
    content: `${path.split('/').at(-1) ?? path}\r\n${inWords(texts.damaged, locale)}\r\n`,
  };
}

/** What files there are, each with what it belongs to, and why one is left out. */
function filesSection(files: readonly CopiedFile[], locale: Locale): string {
  const say = (word: Bilingual): string => escapeHtml(inWords(word, locale));
  const rows = files.map(({ path, kind, name, about, at, leftOut, isDamaged }) => {
    const title = name === null ? say(texts.unnamed) : escapeHtml(name);
    const file =
      path === null
        ? `${title}<br>${say(texts[leftOut ?? 'gone'])}`
        : `<a href="${escapeHtml(path.split('/').map(encodeURIComponent).join('/'))}">${escapeHtml(path.split('/').at(-1) ?? path)}</a>${isDamaged ? `<br>${say(texts.damaged)}` : ''}`;
    const when = at === null ? '' : escapeHtml(inShanghai(at, locale));
    return `<tr><td>${file}</td><td>${say(dataKindWords[kind])}</td><td>${escapeHtml(about ?? '')}</td><td>${when}</td></tr>`;
  });
  const heads = [texts.file, texts.fileOf, texts.fileAbout, texts.fileAt];
  return `<section><h2>${say(texts.files)}</h2>
<div class="wide"><table><thead><tr>${heads.map((head) => `<th scope="col">${say(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div></section>`;
}

interface Table {
  readonly kind: DataKind;
  readonly words: readonly string[];
  readonly rows: ExportedRow[];
}

/** Rows of one kind with the same words stand in one table, also where they came in several parts. */
function tablesOf(parts: ServiceData['parts']): Table[] {
  const tables = new Map<string, Table>();
  for (const { kind, rows } of parts)
    for (const row of rows) {
      const words = Object.keys(row);
      const name = `${kind} ${words.join(' ')}`;
      const table = tables.get(name) ?? { kind, words, rows: [] };
      table.rows.push(row);
      tables.set(name, table);
    }
  return [...tables.values()];
}

function wordFor(word: string): Bilingual {
  return (exportWords as Readonly<Record<string, Bilingual>>)[word] ?? [word, word];
}

/** A value as its person reads it. */
function shown(word: string, value: unknown, locale: Locale): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return shownText(value, locale);
  if (typeof value === 'boolean') return inWords(texts[value ? 'yes' : 'no'], locale);
  if (typeof value === 'object') return shownParts(word, value, locale);
  const number = value as number;
  return word.endsWith('Fen') ? formatYuan(BigInt(number)) : String(number);
}

function shownText(text: string, locale: Locale): string {
  if (instantPattern.test(text)) return inShanghai(text, locale);
  const word = valueWords[text];
  return word === undefined ? text : inWords(word, locale);
}

/** A list in one line, an object in a line for each value. */
function shownParts(word: string, value: object, locale: Locale): string {
  if (Array.isArray(value))
    return value.map((one) => shown(word, one, locale)).join(inWords(texts.comma, locale));
  return Object.entries(value)
    .map(([name, one]) => `${name}: ${shown(name, one, locale)}`)
    .join('\n');
}

function inWords([zh, en]: Bilingual, locale: Locale): string {
  return locale === 'en' ? en : zh;
}

function inShanghai(instant: string, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: networkTimeZone,
  }).format(new Date(instant));
}
