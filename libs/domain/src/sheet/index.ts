export { harmlessText, workbookText } from '../file-text.js';
export * from './sheet-cell.js';
