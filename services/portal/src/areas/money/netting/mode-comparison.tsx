import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Choice } from '../../../kit/choice.js';
import { type Column, DataTable } from '../../../kit/data-table.js';
import { LoadingState, Refusal } from '../../../kit/states.js';
import { sumOf } from '../ledger/amount.model.js';
import { hubIn, type Mode, type NamedDebt, partiesIn } from './netting.model.js';
import { NettingGraph } from './netting-graph.js';
import { type ModeResult, usePreviews } from './use-previews.js';

interface ModeComparisonProps {
  readonly debts: readonly NamedDebt[];
  /** The transfers of the run itself. */
  readonly transfers: readonly NamedDebt[];
  /** The mode of the run that the debts belong to. */
  readonly current: Mode;
  /** Are the debts only part of those of the run? */
  readonly isPartial: boolean;
}

/** The result of the other modes for the same debts, computed on demand. */
export function ModeComparison({ debts, transfers, current, isPartial }: ModeComparisonProps) {
  const { t } = useTranslation();
  const [isWanted, setWanted] = useState(false);
  return (
    <section className="card" aria-labelledby="compare-title">
      <h2 id="compare-title">{t('money.netting.compare.title')}</h2>
      <p className="hint">{t('money.netting.compare.hint')}</p>
      {isPartial && <p className="hint">{t('money.netting.compare.tooMany')}</p>}
      {isWanted ? (
        <ModeResults
          debts={debts}
          current={current}
          {...(current === 'hub' ? { hubOfRun: hubIn(transfers) } : {})}
        />
      ) : (
        <Button onClick={() => setWanted(true)}>{t('money.netting.compare.run')}</Button>
      )}
    </section>
  );
}

interface ModeResultsProps {
  readonly debts: readonly NamedDebt[];
  readonly current?: Mode;
  /** The party that the run goes through, which may have no debts itself. */
  readonly hubOfRun?: string | undefined;
}

/** The modes side by side, and the picture of the chosen one. */
export function ModeResults({ debts, current, hubOfRun }: ModeResultsProps) {
  const { t } = useTranslation();
  const parties = useMemo(() => partiesOf(debts, hubOfRun), [debts, hubOfRun]);
  const [hub, setHub] = useState(hubOfRun ?? parties[0]);
  const [shown, setShown] = useState<Mode>(current ?? 'fewest');
  const previews = usePreviews(debts, hub);
  const columns = useResultColumns(setShown, current);
  const result = previews.data?.find(({ mode }) => mode === shown);
  return (
    <div aria-live="polite">
      <label className="labelled hub-choice">
        {t('money.netting.compare.hub')}
        <Choice<string>
          {...(hub === undefined ? {} : { value: hub })}
          options={parties.map((name) => ({ value: name, label: name }))}
          onChange={setHub}
        />
      </label>
      {previews.isPending && <LoadingState rows={2} />}
      {previews.isError && <Refusal title={t('money.netting.compare.failed')} error={previews.error} />}
      {previews.data !== undefined && (
        <DataTable
          caption={t('money.netting.compare.caption')}
          columns={columns}
          rows={previews.data}
          rowKey={({ mode }) => mode}
        />
      )}
      {result !== undefined && <Picture result={result} parties={parties} />}
    </div>
  );
}

function Picture({ result, parties }: { readonly result: ModeResult; readonly parties: readonly string[] }) {
  const { t } = useTranslation();
  const label = t('money.netting.compare.shown', { mode: t(`money.netting.modes.${result.mode}`) });
  return (
    <>
      <h3>{label}</h3>
      {result.transfers.length === 0 ? (
        <p>{t('money.netting.allEven')}</p>
      ) : (
        <NettingGraph label={label} parties={parties} debts={result.transfers} />
      )}
    </>
  );
}

function useResultColumns(show: (mode: Mode) => void, current: Mode | undefined): Column<ModeResult>[] {
  const { t } = useTranslation();
  const { money } = useFormat();
  return [
    {
      key: 'mode',
      title: t('money.netting.mode'),
      cell: ({ mode }) => (
        <div>
          {t(`money.netting.modes.${mode}`)}{' '}
          {mode === current && <span className="tag">{t('money.netting.compare.thisRun')}</span>}
        </div>
      ),
    },
    {
      key: 'count',
      title: t('money.netting.transfers'),
      isNumber: true,
      cell: ({ transfers }) => t('money.netting.transferCount', { count: transfers.length }),
    },
    {
      key: 'sum',
      title: t('money.netting.compare.sum'),
      isNumber: true,
      cell: ({ transfers }) => money(sumOf(transfers.map(({ amount }) => amount))),
    },
    {
      key: 'proven',
      title: t('money.netting.compare.proven'),
      cell: ({ optimal }) => t(`money.netting.compare.${provenOf(optimal)}`),
    },
    {
      key: 'show',
      title: t('money.netting.compare.show'),
      cell: ({ mode }) => <Button onClick={() => show(mode)}>{t('money.netting.compare.show')}</Button>,
    },
  ];
}

function partiesOf(debts: readonly NamedDebt[], hub: string | undefined): string[] {
  const parties = partiesIn(debts);
  return hub === undefined || parties.includes(hub) ? parties : [...parties, hub];
}

function provenOf(optimal: boolean | null): 'provenYes' | 'provenNo' | 'provenNotAsked' {
  if (optimal === null) return 'provenNotAsked';
  return optimal ? 'provenYes' : 'provenNo';
}
