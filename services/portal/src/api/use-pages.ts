export { type FetchPage, type Page, usePages } from './use-read.js';
