import { LRUCache } from 'lru-cache';
import { htmlOfMarkdown } from './markdown.js';

/**
 * Three megabytes for typical descriptions; forty at most. Keyed by the text: the same text renders the same
 * everywhere.
 */
const rendered = new LRUCache<string, string>({ max: 400 });

/** Caches {@link htmlOfMarkdown} for frequently shown descriptions. */
export function renderedMarkdown(text: string): string {
  const html = rendered.get(text) ?? htmlOfMarkdown(text);
  rendered.set(text, html);
  return html;
}
