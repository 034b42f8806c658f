import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { UnionName } from '../../../session/union-name.js';
import { useOffices } from '../../../session/use-offices.js';

type Line = components['schemas']['FilingStatisticsLine'];
type Kind = Line['kind'];

const hoursOfDay = 24;
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

/** How fast a union decides on filings of one kind, within a year. Nothing where none has come to it. */
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
  if (line === undefined || unionId === undefined || line.received === 0) return null;
  return (
    <section className="card" aria-label={t('filing.statistics')}>
      <p>
        <UnionName unionId={unionId} /> · {t(`filing.kindOf.${kind}`)} · <Counts line={line} />
      </p>
      <Speed line={line} />
    </section>
  );
}

interface LineProps {
  readonly line: Line;
}

function Counts({ line: { kind, received, decided, waiting, overdue, escalated } }: LineProps) {
  const { t } = useTranslation();
  const counts = [
    t('filing.received', { count: received }),
    t('filing.decided', { count: decided }),
    t('filing.waiting', { count: waiting }),
    // Foundings alone have a deadline.
    ...(kind === 'founding'
      ? [t('filing.late', { count: overdue }), t('filing.escalated', { count: escalated })]
      : []),
  ];
  return counts.join(' · ');
}

function Speed({ line: { medianHours, withinDeadline } }: LineProps) {
  const { t } = useTranslation();
  const { number, share } = useFormat();
  if (medianHours === null) return null;
  const days = Math.round((medianHours / hoursOfDay) * 10) / 10;
  return (
    <p>
      {t('filing.median', { days: number(days) })}
      {withinDeadline !== null && ` · ${t('filing.within', { share: share(withinDeadline) })}`}
    </p>
  );
}
