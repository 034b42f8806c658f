import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf } from '../../api/client.js';
import { api } from '../../api/platform.js';
import { ProblemError } from '../../api/problem.js';
import type { components } from '../../api/schema.js';
import { useFormat } from '../../i18n/use-format.js';
import { type Column, DataTable } from '../../shell/data-table.js';
import { Refusal } from '../../shell/states.js';
import { useDebounced } from '../organising/use-debounced.js';
import type { PreviewRequest } from './agreement-draft.js';
import type { PlacedProblem } from './problems-at.js';
import type { NamedKey } from './rule-builder.js';

type Split = components['schemas']['PreviewSplitView'];
type Share = Split['shares'][number];

interface SplitPreviewProps {
  /** Null where something that was typed cannot be read yet. */
  readonly request: PreviewRequest | null;
  readonly parties: readonly NamedKey[];
  readonly source: NamedKey | null;
  /** Hears what the platform says of the rule, at its places; keeps its identity from one drawing to the next. */
  readonly onProblems: (problems: readonly PlacedProblem[]) => void;
}

/** The split by the rule as it stands, while it is being written. The platform computes it: there is one rule, not two. */
export function SplitPreview({ request, parties, source, onProblems }: SplitPreviewProps) {
  const { t } = useTranslation();
  const asked = useDebounced(request);
  const split = useQuery({
    queryKey: ['preview', 'split', asked],
    queryFn: ({ signal }) =>
      answerOf(api.POST('/api/v1/previews/split', { body: asked as PreviewRequest, signal })),
    enabled: asked !== null && asked.parties.length > 0,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { error } = split;
  useEffect(() => {
    const found = error instanceof ProblemError ? error.problem.errors : [];
    onProblems(found.map(({ pointer, detail }) => ({ pointer, text: detail })));
  }, [error, onProblems]);
  const isOld = split.isPlaceholderData || request === null || asked !== request;
  return (
    <div aria-live="polite" aria-busy={isOld} className={isOld ? 'preview is-old' : 'preview'}>
      {error !== null && !(error instanceof ProblemError) && (
        <Refusal title={t('agreement.noPreview')} error={error} />
      )}
      {error instanceof ProblemError && <p className="field-error">{t('agreement.previewRefused')}</p>}
      {split.data !== undefined && <Shares split={split.data} parties={parties} source={source} />}
    </div>
  );
}

interface SharesProps {
  readonly split: Split;
  readonly parties: readonly NamedKey[];
  readonly source: NamedKey | null;
}

function Shares({ split, parties, source }: SharesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const amounts = split.shares.map(({ amount }) => BigInt(amount.amount));
  const sum = amounts.reduce((total, amount) => total + amount, 0n);
  const most = amounts.reduce((largest, amount) => (amount > largest ? amount : largest), 1n);
  const nameOf = (key: string): string => parties.find((party) => party.key === key)?.name ?? key;
  const columns: Column<Share>[] = [
    { key: 'party', title: t('agreement.party'), cell: ({ party }) => nameOf(party) },
    {
      key: 'amount',
      title: t('agreement.share'),
      isNumber: true,
      cell: ({ amount }) => format.money(amount),
    },
    {
      key: 'bar',
      title: t('agreement.proportion'),
      cell: (share) => <ShareBar share={share} most={most} sum={sum} />,
    },
    {
      key: 'trace',
      title: t('agreement.why'),
      cell: ({ trace }) => (
        <ul className="trace">
          {trace.map((step) => (
            <li key={step}>{withNames(step, parties, source)}</li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <>
      <DataTable
        caption={t('agreement.preview')}
        columns={columns}
        rows={split.shares}
        rowKey={({ party }) => party}
      />
      <p>
        <strong>{t('agreement.sum', { amount: format.money({ amount: String(sum) }) })}</strong>
        {split.subsidy !== null && ` ${t('agreement.subsidySum', { amount: format.money(split.subsidy) })}`}
      </p>
    </>
  );
}

interface ShareBarProps {
  readonly share: Share;
  readonly most: bigint;
  readonly sum: bigint;
}

/** Percents are for the eye only: no amount is ever made from one. */
function ShareBar({ share, most, sum }: ShareBarProps) {
  const format = useFormat();
  const amount = BigInt(share.amount.amount);
  const part = sum === 0n ? 0 : Number((amount * 10_000n) / sum) / 10_000;
  return (
    <div>
      <div className="bar" aria-hidden="true">
        <div style={{ width: `${Number((amount * 100n) / most)}%` }} />
      </div>
      {format.share(part)}
    </div>
  );
}

/** The platform's sentences name parties by their keys; people know them by their names. */
export function withNames(text: string, parties: readonly NamedKey[], source: NamedKey | null): string {
  const all = source === null ? parties : [...parties, source];
  return all.reduce((said, { key, name }) => said.replaceAll(key, name), text);
}
