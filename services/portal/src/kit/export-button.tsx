import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FetchPage } from '../api/use-read.js';
import { csvOf } from './csv.js';
import type { ExportColumn } from './export-column.js';
import { MenuFold } from './menu-fold.js';
import { saveFile } from './save-file.js';
import { Refusal } from './states.js';

interface ExportButtonProps<Item> {
  /** What the button says where “export” would not be plain enough: then it is .csv alone, as other programs take it. */
  readonly label?: string;
  /** What the menu says where “export” alone could be taken for another list. */
  readonly name?: string;
  /** Without ending, such as the name of the list. */
  readonly fileName: string;
  readonly columns: readonly ExportColumn<Item>[];
  readonly fetchPage: FetchPage<Item>;
}

const formats = ['xlsx', 'csv'] as const;
type Format = (typeof formats)[number];

const rowsMax = 20_000;
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The whole list as it is filtered now, not only what is on the page, for spreadsheets and for other programs. */
export function ExportButton<Item>({ label, name, ...list }: ExportButtonProps<Item>) {
  const { t } = useTranslation();
  const { run, running, error } = useExport(list);
  const textOf = (format: Format, text: string): string =>
    running?.format === format ? t('common.exporting', { count: running.count }) : text;
  const buttonOf = (format: Format, text: string) => (
    <Button
      key={format}
      onClick={() => void run(format)}
      loading={running?.format === format}
      disabled={running !== null && running.format !== format}
    >
      {textOf(format, text)}
    </Button>
  );
  return (
    <>
      {label === undefined ? (
        <MenuFold label={name ?? t('common.export')}>
          {formats.map((format) => buttonOf(format, t(`common.exportAs.${format}`)))}
        </MenuFold>
      ) : (
        buttonOf('csv', label)
      )}
      {error !== null && <Refusal title={t('common.exportFailed')} error={error} />}
    </>
  );
}

type ExportedList<Item> = Omit<ExportButtonProps<Item>, 'label' | 'name'>;

function useExport<Item>({ fileName, columns, fetchPage }: ExportedList<Item>) {
  const { t } = useTranslation();
  const [running, setRunning] = useState<{ readonly format: Format; readonly count: number } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const contentOf = async (format: Format, items: readonly Item[]): Promise<Blob> => {
    if (format === 'csv')
      return new Blob([csvOf(linesOf(columns, items))], { type: 'text/csv;charset=utf-8' });
    // Only who wants a workbook loads what writes it.
    const { listWorkbook } = await import('./list-workbook.js');
    const words = { total: t('common.total'), clock: t('common.dateTimeHint') };
    const bytes = await listWorkbook({ ...words, name: fileName, columns, items });
    return new Blob([new Uint8Array(bytes)], { type: sheetType });
  };
  const run = async (format: Format): Promise<void> => {
    setError(null);
    setRunning({ format, count: 0 });
    try {
      const items = await fetchAll(fetchPage, (count) => setRunning({ format, count }));
      saveFile(`${fileName}.${format}`, await contentOf(format, items));
    } catch (caught) {
      setError(caught);
    }
    setRunning(null);
  };
  return { run, running, error };
}

function linesOf<Item>(columns: readonly ExportColumn<Item>[], items: readonly Item[]): string[][] {
  return [columns.map(({ title }) => title), ...items.map((item) => columns.map(({ text }) => text(item)))];
}

async function fetchAll<Item>(fetchPage: FetchPage<Item>, onCount: (count: number) => void): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page = await fetchPage(
      { limit: 200, ...(cursor === null ? {} : { cursor }) },
      AbortSignal.timeout(60_000),
    );
    items.push(...page.items);
    cursor = page.nextCursor;
    onCount(items.length);
  } while (cursor !== null && items.length < rowsMax);
  return items;
}
