import { htmlMax } from '@gongxiang/contracts/sharing/activities/activity.contract';
import { Marked, type Tokens } from 'marked';
import sanitizeHtml from 'sanitize-html';

/** The page has headings of its own above these. */
const headings: Readonly<Record<string, string>> = {
  h1: 'h3',
  h2: 'h4',
  h3: 'h5',
  h4: 'h5',
  h5: 'h5',
  h6: 'h5',
};
const isHarmlessAddress = /^(?:https?:\/\/|mailto:|tel:)/i;
/** Beyond this many quotations and lists within each other the parser runs out of stack. */
const isTooDeep = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){13}/m;
/** A row is filled up to the width of its head: a wide head makes much of few characters. */
const isTooWide = /^(?:[^|\n]*\|){25}/m;
/** Characters that turn the direction of what follows, so that it reads as something else. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

const marked = new Marked({
  gfm: true,
  // Descriptions are written as people write: a new line is one.
  breaks: true,
  renderer: {
    html: ({ text }: Tokens.HTML | Tokens.Tag) => escaped(text),
    image: ({ text }: Tokens.Image) => escaped(text),
  },
});

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'h3',
    'h4',
    'h5',
    'ul',
    'ol',
    'li',
    'strong',
    'em',
    'a',
    'blockquote',
    'code',
    'br',
    'hr',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href', 'rel', 'target'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowProtocolRelative: false,
  transformTags: { ...headings, pre: 'p', a: linkOf },
};

/**
 * Markdown as HTML of a few harmless elements: no pictures, no HTML of the writer's own, no address but of the web, of mail and
 * of telephones. What would take the parser long, or become very long, is shown as it was typed.
 * @param text at most 5,000 characters
 */
export function htmlOfMarkdown(text: string): string {
  const plain = text.replace(turning, '');
  if (isTooDeep.test(plain) || isTooWide.test(plain)) return asTyped(plain);
  const html = sanitizeHtml(marked.parse(plain, { async: false }), allowed).trim();
  return html.length > htmlMax ? asTyped(plain) : html;
}

/** What leads nowhere good is no link: the words stay. */
function linkOf(_tag: string, { href = '' }: sanitizeHtml.Attributes): sanitizeHtml.Tag {
  if (!isHarmlessAddress.test(href)) return { tagName: 'span', attribs: {} };
  return { tagName: 'a', attribs: { href, rel: 'noopener noreferrer nofollow', target: '_blank' } };
}

function asTyped(text: string): string {
  return `<p>${escaped(text).replace(/\r?\n/g, '<br />')}</p>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
