export { sheetCell, sheetName } from '../table-cell.js';
export * from './sheet-cell.js';
