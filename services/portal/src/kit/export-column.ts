/** What a column of an exported list holds; text where it does not say. */
export type ExportKind = 'money' | 'count' | 'day' | 'instant';

export interface ExportColumn<Item> {
  readonly title: string;
  /** As .csv has it: money in yuan as `1234.50`, a day as `2026-11-20`, an instant in ISO 8601. Empty where there is none. */
  readonly text: (item: Item) => string;
  /** What a workbook makes of it. */
  readonly kind?: ExportKind;
  /** Money of which a sum would say nothing, such as the versions of one budget. */
  readonly isApart?: true;
}
