import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { useFormat } from '../../../i18n/use-format.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { Refusal } from '../../../kit/states.js';
import type { NamedKey } from './rule-builder.js';
import { SplitTree } from '../split-tree/split-tree.js';
import type { Split, SplitTry } from './use-split.js';

type Share = Split['shares'][number];

interface SplitPreviewProps {
  readonly split: SplitTry;
  readonly parties: readonly NamedKey[];
  readonly source: NamedKey | null;
}

/** The split by the rule as it is typed now. */
export function SplitPreview({ split, parties, source }: SplitPreviewProps) {
  const { t } = useTranslation();
  const { data, error, isOld } = split;
  return (
    <div aria-live="polite" aria-busy={isOld} className={isOld ? 'preview is-old' : 'preview'}>
      {error !== null && !(error instanceof ProblemError) && (
        <Refusal title={t('agreement.noPreview')} error={error} />
      )}
      {error instanceof ProblemError && <p className="field-error">{t('agreement.previewRefused')}</p>}
      {data !== undefined && <Shares split={data} parties={parties} source={source} />}
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
      <h3>{t('splitTree.title')}</h3>
      <SplitTree nodes={split.nodes} gifts={(node) => <Gifts node={node} nameOf={nameOf} />} />
    </>
  );
}

interface GiftsProps {
  readonly node: Split['nodes'][number];
  readonly nameOf: (key: string) => string;
}

/** What a node assigned to each party, and by which weight. */
function Gifts({ node, nameOf }: GiftsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (node.gifts.length === 0) return null;
  return (
    <ul className="split-gifts">
      {node.gifts.map(({ party, amount, weight, weightSum }) => (
        <li key={party}>
          {weight === null || node.kind === 'equal'
            ? t('splitTree.gift', { name: nameOf(party), amount: format.money(amount) })
            : t('splitTree.weighed', {
                name: nameOf(party),
                amount: format.money(amount),
                weight,
                weightSum: weightSum ?? '',
              })}
        </li>
      ))}
    </ul>
  );
}

interface ShareBarProps {
  readonly share: Share;
  readonly most: bigint;
  readonly sum: bigint;
}

/** Percentages are only displayed: no amount is computed from one. */
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
