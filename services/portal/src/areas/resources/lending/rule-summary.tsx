import './lending.css';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { EffectSummary } from './effect-summary.js';
import type { Rule } from './lending.model.js';

/** The lending rules, what they mean for the reader's union, and their effect so far. */
export function RuleSummary({ rule }: { readonly rule: Rule }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const lines = useLines(rule);
  const { mine } = rule;
  return (
    <>
      {rule.ofWholeId !== null && <p className="hint">{t('lending.ofWhole')}</p>}
      {lines.length === 0 ? (
        <p>{t('lending.rule.none')}</p>
      ) : (
        <ul className="lending-lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {lines.length > 0 && mine?.isSmall === true && <p>{t('lending.rule.mineSmall')}</p>}
      {mine?.bookableUntil != null && (
        <p>{t('lending.rule.mineUntil', { until: instant(mine.bookableUntil) })}</p>
      )}
      {lines.length > 0 && rule.effect !== null && (
        <EffectSummary effect={rule.effect} share={rule.reserved} />
      )}
    </>
  );
}

function useLines(rule: Rule): string[] {
  const { t } = useTranslation();
  const fair = useFairLines(rule);
  const { bookableDaysAhead, noticeHours, smallEarlierDays, reserved } = rule;
  const lines: string[] = [];
  if (bookableDaysAhead !== null) lines.push(t('lending.rule.ahead', { days: bookableDaysAhead }));
  if (smallEarlierDays > 0) lines.push(t('lending.rule.earlier', { days: smallEarlierDays }));
  if (noticeHours > 0) lines.push(t('lending.rule.notice', { hours: noticeHours }));
  if (reserved !== null) {
    const words = { percent: reserved.percent, days: reserved.releasedDaysBefore };
    lines.push(
      t(reserved.per === 'week' ? 'lending.rule.reservedWeek' : 'lending.rule.reservedMonth', words),
    );
  }
  return [...lines, ...fair];
}

function useFairLines({ fairUse }: Rule): string[] {
  const { t } = useTranslation();
  if (fairUse === null) return [];
  const { periodDays: period, loansMax, hoursMax, gapHours } = fairUse;
  return [
    ...(loansMax === null ? [] : [t('lending.rule.fairLoans', { period, max: loansMax })]),
    ...(hoursMax === null ? [] : [t('lending.rule.fairHours', { period, hours: hoursMax })]),
    ...(gapHours === null ? [] : [t('lending.rule.fairGap', { hours: gapHours })]),
    t('lending.rule.exempt'),
  ];
}
