import '../../../kit/styles/ledger.css';
import './netting.css';
import { Alert } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { PageHead } from '../../../kit/page-head.js';
import { Loaded } from '../../../kit/loaded.js';
import { ConfirmRun } from './confirm-run.js';
import { LineList } from './line-list.js';
import { ModeComparison } from './mode-comparison.js';
import { namedDebts, type NettingRun, partiesIn } from './netting.model.js';
import { NettingGraph } from './netting-graph.js';
import { RunFacts } from './run-facts.js';
import { Overlaps, StayedOut } from './stayed-out.js';
import { TransferList } from './transfer-list.js';
import { WithdrawRun } from './withdraw-run.js';

export function NettingRunPage() {
  const { nettingRunId = '' } = useParams();
  const run = useRead('nettingRun', '/netting-runs/{nettingRunId}', { nettingRunId });
  return <Loaded query={run}>{(found) => <OneRun key={found.id} run={found} />}</Loaded>;
}

function OneRun({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const title = t('money.netting.pageTitle', { from: date(run.periodFrom), to: date(run.periodTo) });
  return (
    <>
      <PageHead title={title} back="/netting-runs" />
      <RunFacts run={run} />
      {run.ownPart ? <OwnPart run={run} /> : <WholeRun run={run} />}
      <LineList run={run} />
    </>
  );
}

function WholeRun({ run }: { readonly run: NettingRun }) {
  return (
    <>
      <Overlaps run={run} />
      <ConfirmRun run={run} />
      <WithdrawRun run={run} />
      <Graphs run={run} />
      <TransferList run={run} />
      <StayedOut run={run} />
      <Way run={run} />
    </>
  );
}

/** Of a run that was proposed above, the reader sees what their own unions pay and receive; the acts are above as well. */
function OwnPart({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  return (
    <>
      <Alert
        type="info"
        showIcon
        className="notice"
        title={t('money.netting.own.title', { union: run.unionName })}
        description={t(`money.netting.own.${run.state}`)}
      />
      <TransferList run={run} />
    </>
  );
}

/** The debts before and after, with each party at the same place in both pictures. */
function Graphs({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const { before, after, parties } = useMemo(() => {
    // Named together, so that a party has one name in both.
    const all = namedDebts([...run.lines, ...run.transfers]);
    const debts = all.slice(0, run.lines.length);
    return { before: debts, after: all.slice(run.lines.length), parties: partiesIn(all) };
  }, [run]);
  return (
    <>
      <section className="card" aria-labelledby="graphs-title">
        <h2 id="graphs-title">
          <Summary run={run} />
        </h2>
        <p className="hint">{t('money.netting.graphHint')}</p>
        {run.lineCount > run.lines.length && (
          <p className="hint">{t('money.netting.graphPartial', { count: run.lines.length })}</p>
        )}
        <div className="graphs">
          <div>
            <h3>{t('money.netting.before')}</h3>
            <NettingGraph label={t('money.netting.before')} parties={parties} debts={before} />
          </div>
          <div>
            <h3>{t('money.netting.after')}</h3>
            {after.length === 0 ? (
              <p>{t('money.netting.allEven')}</p>
            ) : (
              <NettingGraph label={t('money.netting.after')} parties={parties} debts={after} />
            )}
          </div>
        </div>
      </section>
      <ModeComparison
        debts={before}
        transfers={after}
        current={run.mode}
        isPartial={run.lineCount > run.lines.length}
      />
    </>
  );
}

/** “17 debts → 4 transfers”. */
function Summary({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const debts = t('money.netting.debts', { count: run.lineCount });
  const transfers = t('money.netting.transfersOf', { count: run.transferCount });
  return t('money.netting.summary', { debts, transfers });
}

/** How the transfers follow from the debts, in the platform's words. */
function Way({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="way-title">
      <h2 id="way-title">{t('money.netting.trace')}</h2>
      <p className="hint">{t('money.netting.traceHint')}</p>
      <ol>
        {run.trace.map((step, place) => (
          <li key={`${place}.${step}`}>{step}</li>
        ))}
      </ol>
    </section>
  );
}
