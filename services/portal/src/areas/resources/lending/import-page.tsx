import '../../../kit/styles/upload.css';
import '../../../kit/styles/organising.css';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import type { Answer, Operation } from '../../../api/request.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { TextArea } from '../../../kit/input.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import type { Resource } from '../resource/resource-filters.js';
import { useIsKeeper } from '../resource/use-resource.js';
import { textOf } from './file-text.js';
import { OfResource } from './of-resource.js';

const bytesMax = 100_000;

export function LoanImportPage() {
  return <OfResource>{(resource) => <Import resource={resource} />}</OfResource>;
}

/** Imports a calendar that the owner kept elsewhere, after a check of its lines. */
function Import({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const isKeeper = useIsKeeper(resource);
  return (
    <>
      <PageHead
        title={t('lending.import.title', { title: resource.title })}
        back={`/resources/${resource.id}`}
      />
      <div className="card">
        <p>{t('lending.import.what')}</p>
        <p>{t('lending.import.columns')}</p>
      </div>
      {isKeeper ? <ImportForm resourceId={resource.id} /> : <p>{t('lending.notMine')}</p>}
    </>
  );
}

function ImportForm({ resourceId }: { readonly resourceId: string }) {
  const { t } = useTranslation();
  const [csv, setCsv] = useState('');
  const [checked, setChecked] = useState<string | null>(null);
  const take = useCommand('loan', 'post', '/resources/{resourceId}/loan-imports');
  const isTooLarge = csv.length > bytesMax;
  const isChecked = take.isSuccess && take.data.dryRun && checked === csv;
  const send = (dryRun: boolean): void =>
    take.mutate({ resourceId, body: { csv, dryRun } }, { onSuccess: () => setChecked(dryRun ? csv : null) });
  return (
    <section className="card">
      <SourceFields csv={csv} onCsv={setCsv} />
      {isTooLarge && <p className="field-error">{t('lending.import.tooLarge')}</p>}
      <div className="actions">
        <Button
          disabled={csv.trim() === '' || isTooLarge}
          loading={take.isPending}
          onClick={() => send(true)}
        >
          {t('lending.import.check')}
        </Button>
        {isChecked && (
          <ConfirmButton
            type="primary"
            loading={take.isPending}
            question={t('lending.import.question', { count: take.data.lines.length })}
            confirmText={t('lending.import.submit')}
            onConfirm={() => send(false)}
          >
            {t('lending.import.submit')}
          </ConfirmButton>
        )}
      </div>
      {take.isError && <WhyNot error={take.error} />}
      {take.isSuccess && <Lines outcome={take.data} />}
    </section>
  );
}

interface SourceFieldsProps {
  readonly csv: string;
  readonly onCsv: (csv: string) => void;
}

/** A file, or lines that are pasted. */
function SourceFields({ csv, onCsv }: SourceFieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const read = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    onCsv(await textOf(file));
  };
  return (
    <>
      <div className="file-field">
        <label htmlFor={`${id}-file`}>{t('lending.import.file')}</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".csv,text/csv"
          onChange={(event) => void read(event.target.files?.[0])}
        />
      </div>
      <p>
        <label htmlFor={`${id}-text`}>{t('lending.import.paste')}</label>
        <TextArea id={`${id}-text`} rows={8} value={csv} onChange={(event) => onCsv(event.target.value)} />
      </p>
    </>
  );
}

/** The errors, line by line. */
function WhyNot({ error }: { readonly error: Error }) {
  const { t } = useTranslation();
  const problems = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
  const lines = problems.flatMap(({ pointer, detail }) => {
    const [, line] = /^\/csv\/(\d+)$/.exec(pointer) ?? [];
    return line === undefined ? [] : [{ line: Number(line), reason: detail }];
  });
  return (
    <>
      <Refusal title={t('lending.import.refused')} error={error} />
      <ul>
        {lines.map(({ line, reason }) => (
          <li key={line}>{t('lending.import.line', { line, reason })}</li>
        ))}
      </ul>
    </>
  );
}

type Outcome = Answer<Operation<'post', '/resources/{resourceId}/loan-imports'>>;

function Lines({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation();
  const { period } = useFormat();
  const count = outcome.lines.length;
  return (
    <>
      <p role="status">
        <strong>
          {outcome.dryRun ? t('lending.import.fine', { count }) : t('lending.import.done', { count })}
        </strong>
      </p>
      <ul>
        {outcome.lines.map(({ line, kind, startsAt, endsAt, unionName, purpose }) => (
          <li key={line}>
            {t('lending.import.read', {
              kind: t(`lending.import.kind.${kind}`),
              time: period(startsAt, endsAt),
              union: unionName ?? '',
              purpose,
            })}
          </li>
        ))}
      </ul>
    </>
  );
}
