import { htmlOfMarkdown } from './markdown.js';

/** Three megabytes, as descriptions are; forty at the very most. */
const keptMax = 400;

/** What was rendered of late, the longest unused first. By the words themselves: the same words look the same everywhere. */
const kept = new Map<string, string>();

/** As {@link htmlOfMarkdown}, once for a description that is looked at again and again. */
export function renderedMarkdown(text: string): string {
  const html = kept.get(text) ?? htmlOfMarkdown(text);
  kept.delete(text);
  kept.set(text, html);
  const [oldest] = kept.keys();
  if (kept.size > keptMax && oldest !== undefined) kept.delete(oldest);
  return html;
}
