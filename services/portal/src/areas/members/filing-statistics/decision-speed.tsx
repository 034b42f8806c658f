import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { UnionName } from '../../../session/union-name.js';

const hoursOfDay = 24;

interface Figures {
  readonly received: number;
  readonly decided: number;
  readonly waiting: number;
  readonly overdue: number;
  /** That went up, as nobody had decided in time. */
  readonly escalated: number;
  readonly medianHours: number | null;
  /** From 0 to 1; null where nothing has a deadline. */
  readonly withinDeadline: number | null;
}

interface DecisionSpeedProps {
  readonly unionId: string;
  readonly figures: Figures;
  readonly hasDeadline: boolean;
  /** What is decided, where the page has several sorts of it. */
  readonly what?: string;
}

/** How fast a union decides, within a year. Nothing where none has come to it. */
export function DecisionSpeed({ unionId, figures, hasDeadline, what }: DecisionSpeedProps) {
  const { t } = useTranslation();
  const { received, decided, waiting, overdue, escalated } = figures;
  if (received === 0) return null;
  const counts = [
    what,
    t('filing.received', { count: received }),
    t('filing.decided', { count: decided }),
    t('filing.waiting', { count: waiting }),
    hasDeadline && t('filing.late', { count: overdue }),
    hasDeadline && t('filing.escalated', { count: escalated }),
  ];
  return (
    <section className="card" aria-label={t('filing.statistics')}>
      <p>
        <UnionName unionId={unionId} /> · {counts.filter(Boolean).join(' · ')}
      </p>
      <Median {...figures} />
    </section>
  );
}

function Median({ medianHours, withinDeadline }: Figures) {
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
