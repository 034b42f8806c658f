import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DataTable } from '../../../kit/data-table.js';
import { Refusal } from '../../../kit/states.js';
import { UnionPicker } from '../../../session/union-picker.js';
import type { UploadedFile } from '../../../kit/use-upload.js';
import { useOffices } from '../../../session/use-offices.js';
import { FigureFileField } from './figure-file-field.js';
import type { FigureImport } from './figure.model.js';

/** A table is tried first: faults are shown row by row, and only a table without a fault is imported. */
export function FigureImportForm() {
  const { t } = useTranslation();
  const id = useId();
  const { unionIdsOf } = useOffices();
  const [unionId, setUnionId] = useState(unionIdsOf('evaluator')[0]);
  const [file, setFile] = useState<UploadedFile | null>(null);
  const take = useCommand('figure', 'post', '/figures');
  const send = (dryRun: boolean): void => {
    if (unionId === undefined || file === null) return;
    take.mutate({ body: { unionId, fileKey: file.key, fileName: file.name, dryRun } });
  };
  const choose = (chosen: UploadedFile | undefined): void => {
    setFile(chosen ?? null);
    take.reset();
  };
  return (
    <section className="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('figure.import')}</h2>
      <p>{t('figure.columns')}</p>
      <p>
        <label htmlFor={`${id}-union`}>{t('figure.union')}</label>
        <UnionPicker
          id={`${id}-union`}
          {...(unionId === undefined ? {} : { value: unionId })}
          roles={['evaluator']}
          none={t('evaluation.choose')}
          onChange={setUnionId}
        />
      </p>
      <div>
        <label htmlFor={`${id}-file`}>{t('figure.file')}</label>
        <FigureFileField id={`${id}-file`} {...(file && { value: file })} onChange={choose} />
      </div>
      <Acts
        isSending={take.isPending}
        isReady={file !== null && unionId !== undefined}
        outcome={take.data}
        onSend={send}
      />
      {take.isError && <WhyNot error={take.error} />}
      {take.isSuccess && <Outcome outcome={take.data} />}
    </section>
  );
}

interface ActsProps {
  readonly isSending: boolean;
  readonly isReady: boolean;
  /** What the last try found, once there is one. */
  readonly outcome: FigureImport | undefined;
  readonly onSend: (dryRun: boolean) => void;
}

function Acts({ isSending, isReady, outcome, onSend }: ActsProps) {
  const { t } = useTranslation();
  return (
    <div className="actions">
      <Button disabled={!isReady} loading={isSending} onClick={() => onSend(true)}>
        {t('figure.try')}
      </Button>
      {outcome?.dryRun && (
        <ConfirmButton
          type="primary"
          loading={isSending}
          question={<p>{t('figure.question', { count: outcome.rows.length })}</p>}
          confirmText={t('figure.submit')}
          onConfirm={() => onSend(false)}
        >
          {t('figure.submit')}
        </ConfirmButton>
      )}
    </div>
  );
}

/** What is wrong, row by row. */
function WhyNot({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const problems = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  const rows = problems.flatMap(({ pointer, detail }) => {
    const [, row] = /^\/rows\/(\d+)$/.exec(pointer) ?? [];
    return row === undefined ? [] : [{ row: Number(row), reason: detail }];
  });
  if (rows.length === 0) return <Refusal title={t('figure.refused')} error={error} />;
  return (
    <div role="alert">
      <p>
        <strong>{error.message}</strong>
      </p>
      <ul>
        {rows.map(({ row, reason }) => (
          <li key={`${row} ${reason}`}>{t('figure.wrong', { row, reason })}</li>
        ))}
      </ul>
    </div>
  );
}

function Outcome({ outcome }: { readonly outcome: FigureImport }) {
  const { t } = useTranslation();
  const { number, days } = useFormat();
  const count = outcome.rows.length;
  return (
    <>
      <p role="status">
        <strong>{t(outcome.dryRun ? 'figure.fine' : 'figure.done', { count })}</strong>
      </p>
      <DataTable
        caption={t('figure.import')}
        rows={outcome.rows}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: 'row', title: t('figure.row'), isNumber: true, cell: ({ row }) => number(row) },
          { key: 'subject', title: t('figure.subject'), cell: ({ subject }) => subject.name },
          { key: 'figure', title: t('figure.name'), cell: ({ figure }) => figure },
          {
            key: 'period',
            title: t('figure.period'),
            cell: ({ periodFrom, periodTo }) => days(periodFrom, periodTo),
          },
          { key: 'value', title: t('figure.value'), isNumber: true, cell: ({ value }) => number(value) },
          {
            key: 'before',
            title: t('figure.before'),
            isNumber: true,
            cell: ({ before }) => (before === null ? t('common.none') : number(before)),
          },
        ]}
      />
    </>
  );
}
