import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { useOffices } from '../../../session/use-offices.js';
import { DecisionSpeed } from './decision-speed.js';

type Kind = components['schemas']['FilingStatisticsLine']['kind'];

/** What is read anew once one of the kind is decided. */
const nounOf = {
  founding: 'unionFounding',
  closing: 'unionClosing',
  membersMove: 'unionTransfer',
  unionMove: 'pendingChange',
} as const satisfies Readonly<Record<Kind, string>>;

interface FilingStatisticsProps {
  readonly kind: Kind;
  /** The officer's own, where none is chosen. */
  readonly unionId?: string | undefined;
}

/** How fast a union decides on filings of one kind, within a year. */
export function FilingStatistics({ kind, unionId: chosen }: FilingStatisticsProps) {
  const { t } = useTranslation();
  const { unionIdsOf } = useOffices();
  const [own] = unionIdsOf('officer');
  const unionId = chosen ?? own;
  const { data } = useRead(
    nounOf[kind],
    '/unions/{unionId}/filing-statistics',
    unionId === undefined ? undefined : { unionId },
  );
  const line = data?.items.find((one) => one.kind === kind);
  if (line === undefined || unionId === undefined) return null;
  const what = t(`filing.kindOf.${kind}`);
  // Of filings, foundings alone have a deadline.
  return <DecisionSpeed unionId={unionId} what={what} figures={line} hasDeadline={kind === 'founding'} />;
}
