import { Form } from 'antd';
import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../api/use-read.js';
import { Input } from '../../../kit/input.js';
import { Loaded } from '../../../kit/loaded.js';
import { type CostPool, keyOf } from '../cost-pool/cost-pool.model.js';
import { type PoolUsage, usageFields } from './pool-life.model.js';

interface UsageSourceProps {
  readonly pool: CostPool;
  /** Called with initial values for the form. */
  readonly onFound: (usage: Record<string, string>) => void;
}

/** The loans behind each usage, and a field for the reason of a correction. */
export function UsageSource({ pool, onFound }: UsageSourceProps) {
  const usage = useRead('costPool', '/cost-pools/{costPoolId}/usage', { costPoolId: pool.id });
  return <Loaded query={usage}>{(found) => <Sources usage={found} onFound={onFound} />}</Loaded>;
}

function Sources({ usage, onFound }: Pick<UsageSourceProps, 'onFound'> & { readonly usage: PoolUsage }) {
  const { t } = useTranslation();
  const wasFound = useRef(false);
  useEffect(() => {
    const found = usageFields(usage);
    // Once: what was typed since must not be overwritten by a later answer.
    if (found === undefined || wasFound.current) return;
    wasFound.current = true;
    onFound(found);
  }, [usage, onFound]);
  if (!usage.proposed) return null;
  return (
    <>
      <p className="hint">{t('money.poolLife.usage.fromLoans')}</p>
      <dl className="facts">
        {usage.parties.map(({ party, loans }) => (
          <Fragment key={keyOf(party)}>
            <dt>{party.name}</dt>
            <dd>
              <LoanLines loans={loans} />
            </dd>
          </Fragment>
        ))}
      </dl>
      <Form.Item
        name="usageReason"
        label={t('money.poolLife.usage.reason')}
        extra={t('money.poolLife.usage.reasonHint')}
      >
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
    </>
  );
}

function LoanLines({ loans }: Pick<PoolUsage['parties'][number], 'loans'>) {
  const { t } = useTranslation();
  if (loans.length === 0) return t('money.poolLife.usage.none');
  return (
    <ul className="plain-list">
      {loans.map(({ loanId, title, hours, pieces, usage, borrower, returned }) => (
        <li key={loanId}>
          {t('money.poolLife.usage.ofLoan', { title, hours, pieces, usage, borrower: borrower.name })}
          {!returned && ` · ${t('money.poolLife.usage.stillOut')}`}
        </li>
      ))}
    </ul>
  );
}
