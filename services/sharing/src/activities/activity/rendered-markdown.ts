import { LRUCache } from 'lru-cache';
import { htmlOfMarkdown } from './markdown.js';

/** Three megabytes, as descriptions are; forty at the very most. By the words themselves: the same words look the same everywhere. */
const kept = new LRUCache<string, string>({ max: 400 });

/** As {@link htmlOfMarkdown}, once for a description that is looked at again and again. */
export function renderedMarkdown(text: string): string {
  const html = kept.get(text) ?? htmlOfMarkdown(text);
  kept.set(text, html);
  return html;
}
