import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import type { Correction } from './correction-form.js';

/** Each field before and after. */
export function CorrectionChanges({ changes }: Pick<Correction, 'changes'>) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {changes.map(({ field, before, after }) => (
        <li key={field}>
          {t('recordCorrection.difference', {
            field: t(`recordCorrection.field.${field}`),
            before: before ?? t('common.none'),
            after,
          })}
        </li>
      ))}
    </ul>
  );
}

/** Who asked for it and when, and who decided. */
export function CorrectionPeople({ correction }: { readonly correction: Correction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { byPerson, proposerName, proposedAt, deciderName, decidedAt } = correction;
  const lineOf = (title: string, name: string, at: string) =>
    t('recordCorrection.trail.line', {
      title,
      by: t('recordCorrection.decidedBy', { name, time: format.instant(at) }),
    });
  return (
    <>
      <p className="hint">
        {lineOf(
          t('recordCorrection.proposer'),
          byPerson ? t('recordCorrection.byPerson') : proposerName,
          proposedAt,
        )}
      </p>
      {decidedAt !== null && deciderName !== null && (
        <p className="hint">{lineOf(t('recordCorrection.decided'), deciderName, decidedAt)}</p>
      )}
    </>
  );
}

const tagOf = {
  waiting: 'is-closing',
  delayed: 'is-closing',
  applied: 'is-published',
  refused: '',
  withdrawn: '',
  stopped: '',
} as const;

/** What an officer or the person is told of a phone that waits to take effect, or was stopped. */
export function DelayOfCorrection({ state, effectiveAt }: Pick<Correction, 'state' | 'effectiveAt'>) {
  const { t } = useTranslation();
  const format = useFormat();
  if (state === 'delayed' && effectiveAt !== null)
    return <p>{t('recordCorrection.delayed', { time: format.instant(effectiveAt) })}</p>;
  return state === 'stopped' ? <p>{t('recordCorrection.stopped')}</p> : null;
}

export function CorrectionStateTag({ state }: Pick<Correction, 'state'>) {
  const { t } = useTranslation();
  return <span className={`tag ${tagOf[state]}`}>{t(`recordCorrection.state.${state}`)}</span>;
}
