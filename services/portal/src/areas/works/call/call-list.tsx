import './call.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { type CallPhase, phaseOf, type WorksCallLine } from './call.model.js';

interface CallListProps {
  readonly calls: readonly WorksCallLine[];
  /** Where one goes from a call; to the call itself where nothing is said. */
  readonly to?: (call: WorksCallLine) => string;
}

/** Calls one below the other, each with its times. */
export function CallList({ calls, to = ({ id }) => `/works-calls/${id}` }: CallListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className="card-list call-list">
      {calls.map((call) => (
        <li key={call.id} className="card">
          <h2>
            <Link to={to(call)}>{call.title}</Link>
          </h2>
          <CallTags call={call} />
          <p>{t('works.takenIn', { period: format.period(call.submitFrom, call.submitUntil) })}</p>
          <p>{t('works.judgedIn', { period: format.period(call.judgeFrom, call.judgeUntil) })}</p>
          <p className="hint">{call.unionName}</p>
        </li>
      ))}
    </ul>
  );
}

const looks: Readonly<Record<CallPhase, string>> = {
  draft: 'tag',
  soon: 'tag',
  taking: 'tag is-published',
  taken: 'tag',
  judging: 'tag is-closing',
  closing: 'tag is-closing',
  awarded: 'tag is-kind',
  cancelled: 'tag is-cancelled',
};

type Tagged = Pick<WorksCallLine, 'state' | 'submitFrom' | 'submitUntil' | 'votesPerPerson'>;

/** How a call stands. */
export function CallTags({ call }: { readonly call: Tagged }) {
  const { t } = useTranslation();
  const phase = phaseOf(call, Date.now());
  return (
    <div className="tags">
      <span className={looks[phase]}>{t(`works.phase.${phase}`)}</span>
      {phase === 'judging' && call.votesPerPerson > 0 && (
        <span className="tag is-published">{t('works.votable')}</span>
      )}
    </div>
  );
}
