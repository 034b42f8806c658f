import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FetchPage } from '../api/use-pages.js';
import { csvOf } from './csv.js';
import { saveFile } from './save-file.js';
import { Refusal } from './states.js';

interface ExportColumn<Item> {
  readonly title: string;
  readonly text: (item: Item) => string;
}

interface ExportButtonProps<Item> {
  /** What the button says where “export” would not be plain enough. */
  readonly label?: string;
  /** Without ending, such as the name of the list. */
  readonly fileName: string;
  readonly columns: readonly ExportColumn<Item>[];
  readonly fetchPage: FetchPage<Item>;
}

const rowsMax = 20_000;

/** The whole list as it is filtered now, not only what is on the page, as .csv that a spreadsheet opens. */
export function ExportButton<Item>({ label, fileName, columns, fetchPage }: ExportButtonProps<Item>) {
  const { t } = useTranslation();
  const [count, setCount] = useState<number | null>(null);
  const [error, setError] = useState<unknown>(null);
  const run = async (): Promise<void> => {
    setError(null);
    setCount(0);
    try {
      const items = await fetchAll(fetchPage, setCount);
      const rows = [
        columns.map(({ title }) => title),
        ...items.map((item) => columns.map((c) => c.text(item))),
      ];
      saveFile(`${fileName}.csv`, new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
    } catch (caught) {
      setError(caught);
    }
    setCount(null);
  };
  const text = count === null ? (label ?? t('common.export')) : t('common.exporting', { count });
  return (
    <>
      <Button onClick={() => void run()} loading={count !== null}>
        {text}
      </Button>
      {error !== null && <Refusal title={t('common.exportFailed')} error={error} />}
    </>
  );
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
