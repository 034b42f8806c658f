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
/** With more levels of nested quotations and lists the parser runs out of stack. */
const isTooDeep = /^(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t])){13}/m;
/** Every row is padded to the width of its head: a wide head turns few characters into many. */
const isTooWide = /^(?:[^|\n]*\|){25}/m;
/** Characters that change the direction of the following text, so that it reads as something else. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

const marked = new Marked({
  gfm: true,
  // A line break in the source is one in the output, as people expect.
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
 * Renders Markdown as a few harmless HTML elements: no pictures, no raw HTML, no links but web, mail and telephone.
 * Text that would take the parser long, or become very long, is shown as typed.
 * @param text at most 5,000 characters
 */
export function htmlOfMarkdown(text: string): string {
  const plain = text.replace(turning, '');
  if (isTooDeep.test(plain) || isTooWide.test(plain)) return asTyped(plain);
  const html = sanitizeHtml(marked.parse(plain, { async: false }), allowed).trim();
  return html.length > htmlMax ? asTyped(plain) : html;
}

/** A link with a forbidden address becomes plain text. */
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
