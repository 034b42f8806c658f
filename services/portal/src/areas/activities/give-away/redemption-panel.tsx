import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ProblemError } from '../../../api/problem.js';
import { Refusal } from '../../../kit/states.js';
import type { Redemption, useRedeem } from './use-redeeming.js';

interface RedemptionPanelProps {
  readonly redeem: ReturnType<typeof useRedeem>;
  readonly timeZone: string;
}

const outcomes = {
  redeemed: { look: 'letIn', sign: '✓' },
  already: { look: 'already', sign: '!' },
  void: { look: 'refused', sign: '×' },
  notYet: { look: 'already', sign: '!' },
  over: { look: 'refused', sign: '×' },
  unknown: { look: 'refused', sign: '?' },
} as const;

/** What the staff do now, in large words. */
export function RedemptionPanel({ redeem, timeZone }: RedemptionPanelProps) {
  const { t } = useTranslation();
  const { data, error, isPending, variables } = redeem;
  return (
    <div role="status" aria-live="assertive">
      {isPending && <p>{t('redeem.asking')}</p>}
      {!isPending && data !== undefined && <Verdict redemption={data} timeZone={timeZone} />}
      {!isPending && error !== null && (
        <Failed error={error} onAgain={() => variables !== undefined && redeem.mutate(variables)} />
      )}
    </div>
  );
}

function Verdict({ redemption, timeZone }: { readonly redemption: Redemption; readonly timeZone: string }) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const { result, maskedName: name, number, redeemedAt, pointName } = redemption;
  const { look, sign } = outcomes[result];
  return (
    <div className={`verdict is-${look}`}>
      <span className="verdict-sign" aria-hidden="true">
        {sign}
      </span>
      <div>
        <p className="verdict-word">{t(`redeem.result.${result}`)}</p>
        {name !== null && <p>{t('redeem.whose', { name, number })}</p>}
        {redeemedAt !== null && result === 'already' && (
          <p>{t('redeem.whenAndWhere', { time: format.instant(redeemedAt), point: pointName ?? '' })}</p>
        )}
        <p>{t(result === 'redeemed' ? 'redeem.hand' : 'redeem.refuse')}</p>
      </div>
    </div>
  );
}

/** Without an answer nobody knows whether the coupon is redeemed: the same scan is sent again, and counts once. */
function Failed({ error, onAgain }: { readonly error: unknown; readonly onAgain: () => void }) {
  const { t } = useTranslation();
  if (error instanceof ProblemError && error.problem.status < 500)
    return <Refusal title={t('redeem.refuse')} error={error} />;
  return (
    <Alert
      type="error"
      showIcon
      title={t('redeem.failed')}
      action={<Button onClick={onAgain}>{t('redeem.again')}</Button>}
    />
  );
}
