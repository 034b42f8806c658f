import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';

interface MatchListProps {
  readonly activityId: string;
  readonly timeZone: string;
  readonly matches: readonly components['schemas']['InterestMatchView'][];
}

/** The people whom I chose and who chose me, with their contact. */
export function MatchList({ activityId, timeZone, matches }: MatchListProps) {
  const { t } = useTranslation();
  const format = useFormat(timeZone);
  const end = useCommand(
    'mutualInterest',
    'delete',
    '/activities/{activityId}/mutual-interest/choices/{participantId}',
  );
  return (
    <section className="card" aria-labelledby="matches-title" aria-live="polite">
      <h2 id="matches-title">{t('mutualInterest.matches')}</h2>
      {matches.length === 0 && <p className="hint">{t('mutualInterest.noMatch')}</p>}
      {end.isError && <Refusal title={t('mutualInterest.notDone')} error={end.error} />}
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
                loading={end.isPending}
                aria-label={t('mutualInterest.endMatchOf', { tag })}
                question={t('mutualInterest.endQuestion')}
                confirmText={t('mutualInterest.endYes')}
                onConfirm={() => end.mutate({ activityId, participantId: id })}
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
