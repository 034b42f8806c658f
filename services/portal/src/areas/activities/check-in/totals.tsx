import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';
import { useOnline } from '../../../kit/use-online.js';
import { useDoorAccess } from './door-access.js';

type AttendanceTotals = components['schemas']['AttendanceTotals'];

interface TotalsProps {
  readonly totals: AttendanceTotals | undefined;
  readonly waitingCount: number;
  /** By the list of this device, for as long as it has no network. */
  readonly here?: { readonly came: number; readonly left: number; readonly inside: number };
  /** Of all pools together. */
  readonly seats: number;
}

/** How many are inside, came and left; where the venue is full, a warning, which stops nobody. */
export function Totals({ totals, waitingCount, here, seats }: TotalsProps) {
  const { t } = useTranslation();
  const isOnline = useOnline();
  const { isHelper } = useDoorAccess();
  // The phone of a helper is not told the totals: it has the list.
  const isByPlatform = isOnline && !isHelper;
  const counted = isByPlatform || here === undefined ? totals : { ...totals, ...here };
  const isByList = !isOnline && here !== undefined;
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
      {counted !== undefined && <FullHall inside={counted.inside} seats={seats} />}
      {counted !== undefined && <Counts counted={counted} />}
      {isByList && <p className="hint">{t('checkIn.insideByList')}</p>}
    </div>
  );
}

function FullHall({ inside, seats }: { readonly inside: number; readonly seats: number }) {
  const { t } = useTranslation();
  if (seats === 0 || inside < seats) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="notice"
      title={t(inside > seats ? 'checkIn.above' : 'checkIn.full', { seats })}
    />
  );
}

type Counted = Pick<AttendanceTotals, 'came' | 'left' | 'inside'> & Partial<AttendanceTotals>;

function Counts({ counted }: { readonly counted: Counted }) {
  const { t } = useTranslation();
  const { inside, came, left, registeredHeads, missing, walkInHeads, admittedAgainstRule = 0 } = counted;
  return (
    <dl className="card totals">
      <Total label={t('checkIn.inside')} value={inside} />
      <Total label={t('checkIn.came')} value={came} />
      <Total label={t('checkIn.left')} value={left} />
      <Total label={t('checkIn.registered')} value={registeredHeads} />
      <Total label={t('checkIn.missing')} value={missing} />
      <Total label={t('checkIn.walkIns')} value={walkInHeads} />
      {admittedAgainstRule > 0 && <Total label={t('checkIn.againstRule')} value={admittedAgainstRule} />}
    </dl>
  );
}

function Total({ label, value }: { readonly label: string; readonly value: number | undefined }) {
  const { number } = useFormat();
  if (value === undefined) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{number(value)}</dd>
    </div>
  );
}
