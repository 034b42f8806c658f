import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { TransferBills } from './transfer-bills.js';
import type { TransferTrace } from './transfer.model.js';

/** The bills behind one transfer of a run. */
export function TransferPage() {
  const { nettingRunId = '', number = '' } = useParams();
  const trace = useRead('nettingRun', '/netting-runs/{nettingRunId}/transfers/{number}', {
    nettingRunId,
    number,
  });
  return <Loaded query={trace}>{(found) => <OneTransfer trace={found} />}</Loaded>;
}

function OneTransfer({ trace }: { readonly trace: TransferTrace }) {
  const { t } = useTranslation();
  const { money } = useFormat();
  const title = t('settling.bills.title', { from: trace.from.name, to: trace.to.name });
  return (
    <>
      <PageHead title={title} back={`/netting-runs/${trace.nettingRunId}`} />
      <dl className="card facts money-facts">
        <dt>{t('settling.bills.amount')}</dt>
        <dd>{money(trace.amount)}</dd>
        <dt>{t('money.netting.mode')}</dt>
        <dd>{t(`money.netting.modes.${trace.mode}`)}</dd>
      </dl>
      <TransferBills trace={trace} />
    </>
  );
}
