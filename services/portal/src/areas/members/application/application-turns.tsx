import './application.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { RouteStep, Turn } from './application.model.js';

interface ApplicationTurnsProps {
  readonly turns: readonly Turn[];
  /** The unions that follow if the present one is silent. */
  readonly next: readonly RouteStep[];
}

/** The way of an application: which unions have had it, what they did, and who follows. */
export function ApplicationTurns({ turns, next }: ApplicationTurnsProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="turns-title">
      <h2 id="turns-title">{t('application.way')}</h2>
      <ol className="application-turns">
        {turns.map((turn) => (
          <li key={turn.number}>
            <OneTurn turn={turn} />
          </li>
        ))}
      </ol>
      {next.length > 0 && (
        <p className="hint">
          {t('application.then', { unions: next.map(({ unionName }) => unionName).join(' → ') })}
        </p>
      )}
    </section>
  );
}

function OneTurn({ turn }: { readonly turn: Turn }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { kind, unionName, beganAt, dueAt, endedAt, outcome, reason } = turn;
  return (
    <>
      <strong>{unionName}</strong>
      <br />
      {t(`application.turn.${kind}`)} · {instant(beganAt)}
      <br />
      {outcome === null || endedAt === null
        ? t('application.until', { time: instant(dueAt) })
        : `${t(`application.outcome.${outcome}`)} · ${instant(endedAt)}`}
      {reason !== null && <p>{t('application.reasonIs', { reason })}</p>}
    </>
  );
}
