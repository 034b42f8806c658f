import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { useOffices } from '../../../session/use-offices.js';
import type { NettingRun } from './netting.model.js';

const WithdrawForm = lazyPart('WithdrawForm', () => import('./withdraw-form.js'), { rows: 2 });

/** Folded, because it is rarely needed. */
export function WithdrawRun({ run }: { readonly run: NettingRun }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  if (run.state !== 'proposed' || !holds('finance', 'approver')) return null;
  return (
    <details className="card money-fold">
      <summary>{t('settling.run.withdraw.title')}</summary>
      <p className="hint">{t('settling.run.withdraw.hint')}</p>
      <WithdrawForm run={run} />
    </details>
  );
}
