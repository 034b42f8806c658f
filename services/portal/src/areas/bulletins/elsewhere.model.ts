import type { Bulletin } from './bulletin.model.js';

/** A message in a group chat is read at a glance, and what is cut off is behind the link. */
const briefMax = 90;
/** In brackets, so that it stays among the parts of a text that is split at it. */
const address = /(https?:\/\/\S+)/;

export interface Package {
  /** For an article elsewhere: title, text and where it is from. */
  readonly whole: string;
  /** For a group chat. */
  readonly brief: string;
}

/**
 * What an officer pastes where the platform does not write itself: each channel has an editor of its own, so it is text without marks.
 * @param link of the page of the bulletin, where corrections show
 * @param fromWords for its source, such as `来源：江城市总工会`
 */
export function packageOf(
  { title, text }: Pick<Bulletin, 'title' | 'text'>,
  { link, fromWords }: { readonly link: string; readonly fromWords: string },
): Package {
  const plain = withoutMarks(text ?? '');
  const letters = [...plain.replace(/\s+/g, ' ')];
  const begun = letters.length <= briefMax ? letters.join('') : `${letters.slice(0, briefMax).join('')}…`;
  return {
    whole: [title, plain, `${fromWords}\n${link}`].filter((part) => part !== '').join('\n\n'),
    brief: [title, begun, link].filter((part) => part !== '').join('\n'),
  };
}

/** The words of a Markdown text in their lines; of a link, its words and its address. */
function withoutMarks(text: string): string {
  return text
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g, '$1 $2')
    .replace(/^\s*(?:#{1,6}|>)\s+/gm, '')
    .replace(/^(\s*)[-*+]\s+/gm, '$1· ')
    .replace(/\n{3,}/g, '\n\n')
    .split(address)
    .map((part) => (address.test(part) ? part : withoutPairs(part)))
    .join('')
    .trim();
}

/** Marks come in pairs around words, one within another; alone they are what they are, as in 5 * 3 or an_example. */
function withoutPairs(text: string): string {
  return [
    /(\*\*)(\S(?:.*?\S)?)\1/g,
    /([~`*]{1,2})(\S(?:.*?\S)?)\1/g,
    /(?<!\w)(__?)(\S(?:.*?\S)?)\1(?!\w)/g,
  ].reduce((words, pair) => words.replace(pair, '$2'), text);
}
