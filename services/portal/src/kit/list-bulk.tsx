import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem.js';
import { ConfirmButton } from './confirm-button.js';
import { ExportButton } from './export-button.js';
import type { ListContent, ListTable } from './list-parts.js';
import { type BulkCommand, type Outcome, useBulk } from './use-bulk.js';

interface ListBulkProps<Item> {
  /** Those that are chosen. */
  readonly rows: readonly Item[];
  readonly table: ListTable<Item>;
  readonly commands: readonly BulkCommand<Item>[];
  readonly exported: ListContent<Item>['exported'];
  readonly onChosen: (change: (chosen: ReadonlySet<string>) => ReadonlySet<string>) => void;
}

/** What can be done with the rows that are chosen, and what became of each. */
export function ListBulk<Item>({ rows, table, commands, exported, onChosen }: ListBulkProps<Item>) {
  const { t } = useTranslation();
  const { rowKey, rowName = rowKey } = table;
  // What is done is chosen no more; what was refused stays chosen, for another try.
  const unchoose = (id: string): void =>
    onChosen((chosen) => new Set([...chosen].filter((one) => one !== id)));
  const { run, last, forget } = useBulk({ rowKey, rowName }, unchoose);
  const isRunning = last?.isRunning ?? false;
  return (
    <>
      {last !== null && <Outcomes {...last} onClose={forget} />}
      {rows.length > 0 && (
        <div className="list-bulk no-print">
          <p role="status">{t('listDesk.chosen', { count: rows.length })}</p>
          {commands.map((command) => (
            <Act
              key={command.key}
              command={command}
              rows={rows}
              isRunning={isRunning}
              onRun={(fit) => void run(command, fit)}
            />
          ))}
          {exported !== undefined && (
            <ExportButton
              name={t('listDesk.exportChosen')}
              fileName={exported.name}
              columns={exported.columns}
              fetchPage={() => Promise.resolve({ items: rows, nextCursor: null })}
            />
          )}
          <Button type="text" disabled={isRunning} onClick={() => onChosen(() => new Set())}>
            {t('listDesk.unchoose')}
          </Button>
        </div>
      )}
    </>
  );
}

interface ActProps<Item> {
  readonly command: BulkCommand<Item>;
  readonly rows: readonly Item[];
  readonly isRunning: boolean;
  readonly onRun: (fit: readonly Item[]) => void;
}

function Act<Item>({ command, rows, isRunning, onRun }: ActProps<Item>) {
  const { t } = useTranslation();
  const fit = rows.filter(command.mayRun);
  const text = t('listDesk.act', { act: command.text, count: fit.length });
  const rest = rows.length - fit.length;
  const button = { type: 'primary', loading: isRunning, disabled: isRunning || fit.length === 0 } as const;
  if (command.question === undefined)
    return (
      <Button {...button} onClick={() => onRun(fit)}>
        {text}
      </Button>
    );
  return (
    <ConfirmButton
      {...button}
      question={
        <>
          <p>{command.question(fit.length)}</p>
          {rest > 0 && <p>{t('listDesk.rest', { count: rest })}</p>}
        </>
      }
      confirmText={text}
      onConfirm={() => onRun(fit)}
    >
      {text}
    </ConfirmButton>
  );
}

interface OutcomesProps {
  readonly text: string;
  readonly count: number;
  readonly isRunning: boolean;
  readonly outcomes: readonly Outcome[];
  readonly onClose: () => void;
}

function Outcomes({ text, count, isRunning, outcomes, onClose }: OutcomesProps) {
  const { t } = useTranslation();
  const failed = outcomes.filter(({ error }) => error !== null).length;
  const done = outcomes.length - failed;
  const reasonOf = (error: unknown): string =>
    error instanceof ProblemError ? error.problem.detail : t('common.unreachable');
  const summary = (): string => {
    if (isRunning) return t('listDesk.running', { act: text, done: outcomes.length, count });
    return failed === 0
      ? t('listDesk.finished', { act: text, done })
      : t('listDesk.finishedSome', { act: text, done, failed });
  };
  return (
    <section className="card list-outcomes" role="status">
      <strong>{summary()}</strong>
      <ul>
        {outcomes.map(({ id, name, error }) => (
          <li key={id} className={error === null ? undefined : 'is-refused'}>
            {name}: {error === null ? t('listDesk.done') : t('listDesk.notDone', { reason: reasonOf(error) })}
          </li>
        ))}
      </ul>
      {!isRunning && <Button onClick={onClose}>{t('listDesk.close')}</Button>}
    </section>
  );
}
