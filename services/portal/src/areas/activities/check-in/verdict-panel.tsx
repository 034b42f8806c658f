import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { type Entry, type Outcome, outcomeOf, refusalOf, type Shown } from './check-in.model.js';
import type { Target } from './use-check-in.js';

interface VerdictPanelProps {
  readonly shown: Shown | null;
  /** Whom the roster has for it. */
  readonly entry: Entry | null;
  readonly mayAdmitWalkIns: boolean;
  readonly onLetIn: (shown: Shown) => void;
  readonly onWalkIn: (target: Target, label: string) => void;
}

const signs: Readonly<Record<Outcome, string>> = {
  asking: '…',
  letIn: '✓',
  already: '!',
  refused: '×',
  yours: '?',
  against: '✓',
  back: '✓',
  left: '→',
  leftAlready: '!',
  leftAgainst: '→',
};

/** What the officer does now, in large words, and whether the platform knows of it. */
export function VerdictPanel({ shown, ...rest }: VerdictPanelProps) {
  const outcome = shown === null ? null : outcomeOf(shown);
  return (
    <div
      role="status"
      aria-live="assertive"
      className={outcome === null ? 'verdict-none' : `verdict is-${outcome}`}
    >
      {shown !== null && outcome !== null && <Verdict {...{ shown, outcome, ...rest }} />}
    </div>
  );
}

interface VerdictProps extends VerdictPanelProps {
  readonly shown: Shown;
  readonly outcome: Outcome;
}

function Verdict({ shown, outcome, entry, ...rest }: VerdictProps) {
  const { t } = useTranslation();
  const { answer, said } = shown;
  const code = (answer ?? said)?.code ?? null;
  const isRefused = outcome === 'refused' || outcome === 'against' || outcome === 'leftAgainst';
  return (
    <>
      <span className="verdict-sign" aria-hidden="true">
        {signs[outcome]}
      </span>
      <div>
        <p className="verdict-word">{t(`checkIn.outcome.${outcome}`)}</p>
        <Whom shown={shown} entry={entry} />
        {isRefused && <p>{t(`checkIn.refusal.${refusalOf(code)}`)}</p>}
        <p className="verdict-note">{t(answer === null ? 'checkIn.notYetKnown' : 'checkIn.acknowledged')}</p>
        {outcome === 'refused' && <Against {...{ shown, code, entry, ...rest }} />}
      </div>
    </>
  );
}

function Whom({ shown: { label, item }, entry }: Pick<VerdictProps, 'shown' | 'entry'>) {
  const { t } = useTranslation();
  if (entry === null || entry.poolName === null)
    return (
      <p>
        <strong>{entry?.maskedName ?? label}</strong>
      </p>
    );
  const { maskedName, poolName, heads } = entry;
  return (
    <p>
      <strong>{maskedName}</strong> {t('checkIn.headsOfPool', { heads: item.heads ?? heads, pool: poolName })}
    </p>
  );
}

interface AgainstProps extends Omit<VerdictPanelProps, 'shown'> {
  readonly shown: Shown;
  readonly code: string | null;
}

/** Refusals after which somebody may still be let in as a walk-in. */
const walkInCodes = new Set<string | null>([
  'REGISTRATION_CANCELLED',
  'REGISTRATION_WAITLISTED',
  'OFFER_EXPIRED',
]);

/** The officer decides: as a walk-in, where that is allowed, or against the rule, whose verdict is recorded with it. */
function Against({ shown, code, entry, mayAdmitWalkIns, onLetIn, onWalkIn }: AgainstProps) {
  const { t } = useTranslation();
  const name = entry?.maskedName ?? shown.label;
  const mayWalkIn = mayAdmitWalkIns && entry?.personKnown === true && walkInCodes.has(code);
  const registrationId = entry?.registrationId ?? null;
  return (
    <div className="actions">
      {mayWalkIn && (
        <ConfirmButton
          question={t('checkIn.walkInQuestion', { name })}
          confirmText={t('checkIn.letIn')}
          onConfirm={() => onWalkIn({ registrationId, walkIn: true, confirm: true }, name)}
        >
          {t('checkIn.letIn')}
        </ConfirmButton>
      )}
      <ConfirmButton
        question={t('checkIn.againstQuestion', { name })}
        confirmText={t('checkIn.letInAgainst')}
        onConfirm={() => onLetIn(shown)}
      >
        {t('checkIn.letInAgainst')}
      </ConfirmButton>
    </div>
  );
}
