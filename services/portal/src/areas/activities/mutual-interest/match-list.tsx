import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { type Match, useChoice } from './use-mutual-interest.js';

interface MatchListProps {
  readonly activityId: string;
  readonly timeZone: string;
  readonly matches: readonly Match[];
}

/** Whom I chose and who chose me, with the line to reach them. */
export function MatchList({ activityId, timeZone, matches }: MatchListProps) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const choice = useChoice(activityId);
  return (
    <section className="card" aria-labelledby="matches-title" aria-live="polite">
      <h2 id="matches-title">{t('mutualInterest.matches')}</h2>
      {matches.length === 0 && <p className="hint">{t('mutualInterest.noMatch')}</p>}
      {choice.isError && <Refusal title={t('mutualInterest.notDone')} error={choice.error} />}
      <ul className="plain-list interest-lines">
        {matches.map(({ id, tag, contact, ended, keptUntil }) => (
          <li key={id}>
            <p>
              <strong>{tag}</strong>
            </p>
            <p>
              {ended || contact === null
                ? t('mutualInterest.ended')
                : t('mutualInterest.contactOf', { contact })}
            </p>
            <p className="hint">{t('mutualInterest.keptUntil', { time: format.instant(keptUntil) })}</p>
            {!ended && (
              <ConfirmButton
                danger
                loading={choice.isPending}
                aria-label={t('mutualInterest.endMatchOf', { tag })}
                question={t('mutualInterest.endQuestion')}
                confirmText={t('mutualInterest.endYes')}
                onConfirm={() => choice.mutate({ participantId: id, yes: false })}
              >
                {t('mutualInterest.endMatch')}
              </ConfirmButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
