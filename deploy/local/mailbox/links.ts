import { escapeHtml } from '@gongxiang/domain';

/** The characters of an address (RFC 3986): what is written after it in Chinese is none of it. */
const address = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g;
/** Ends a sentence rather than an address. */
const closing = /[.,:;!?)\]']+$/;

/** Is it an address of this platform itself? Only those can be opened from a message. */
export function isOwn(url: string, platformUrl: string): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(platformUrl).origin;
}

/** Text as HTML, in which the platform's own addresses are links. */
export function withLinks(text: string, platformUrl: string): string {
  const parts: string[] = [];
  let end = 0;
  for (const match of text.matchAll(address)) {
    const url = match[0].replace(closing, '');
    if (!isOwn(url, platformUrl)) continue;
    parts.push(escapeHtml(text.slice(end, match.index)), linkTo(url));
    end = match.index + url.length;
  }
  return [...parts, escapeHtml(text.slice(end))].join('');
}

function linkTo(url: string): string {
  const shown = escapeHtml(url);
  return `<a href="${shown}" target="_blank" rel="noreferrer">${shown}</a>`;
}
