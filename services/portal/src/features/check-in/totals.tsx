import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.js';
import { useFormat } from '../../i18n/use-format.js';

type AttendanceTotals = components['schemas']['AttendanceTotals'];

interface TotalsProps {
  readonly totals: AttendanceTotals | undefined;
  readonly waitingCount: number;
}

/** How many are inside, of how many. */
export function Totals({ totals, waitingCount }: TotalsProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <div aria-live="polite">
      {waitingCount > 0 && (
        <Alert
          type="warning"
          showIcon
          className="notice"
          title={t('checkIn.waitingToBeSent', { count: waitingCount })}
        />
      )}
      {totals !== undefined && (
        <dl className="card totals">
          <Total label={t('checkIn.inside')} value={number(totals.inside)} />
          <Total label={t('checkIn.registered')} value={number(totals.registeredHeads)} />
          <Total label={t('checkIn.missing')} value={number(totals.missing)} />
          <Total label={t('checkIn.walkIns')} value={number(totals.walkInHeads)} />
          {totals.admittedAgainstRule > 0 && (
            <Total label={t('checkIn.againstRule')} value={number(totals.admittedAgainstRule)} />
          )}
        </dl>
      )}
    </div>
  );
}

function Total({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
