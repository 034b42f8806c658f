import '../../../kit/styles/card-list.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import type { VacancySummary } from './vacancy.model.js';

/** Vacancies one below the other. */
export function VacancyList({ vacancies }: { readonly vacancies: readonly VacancySummary[] }) {
  return (
    <ul className="card-list in-columns">
      {vacancies.map((vacancy) => (
        <VacancyCard key={vacancy.id} vacancy={vacancy} />
      ))}
    </ul>
  );
}

function VacancyCard({ vacancy }: { readonly vacancy: VacancySummary }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, title, employerName, headcount, until } = vacancy;
  const place = usePlace(vacancy);
  return (
    <li className="card activity-card">
      <div className="card-head">
        <h2>
          <Link to={`/vacancies/${id}`}>{title}</Link>
        </h2>
        <strong>{usePay(vacancy)}</strong>
      </div>
      <VacancyTags vacancy={vacancy} />
      <p>{t('vacancy.lineIs', { headcount, place })}</p>
      <p className="hint">{t('vacancy.byUntil', { employer: employerName, until: format.date(until) })}</p>
    </li>
  );
}

export function VacancyTags({ vacancy: { kind, suits, state } }: { readonly vacancy: VacancySummary }) {
  const { t } = useTranslation();
  return (
    <div className="tags">
      <span className="tag is-kind">{t(`vacancy.kind.${kind}`)}</span>
      {suits.map((suit) => (
        <span key={suit} className="tag">
          {t(`vacancy.suit.${suit}`)}
        </span>
      ))}
      {state !== 'published' && <span className="tag is-cancelled">{t(`vacancy.stateIs.${state}`)}</span>}
    </div>
  );
}

/** Where the work is; with its district, where that is known and not part of it. */
export function usePlace({ place, district }: Pick<VacancySummary, 'place' | 'district'>): string {
  const { t } = useTranslation();
  return district === null || place.includes(district) ? place : t('vacancy.placeIs', { district, place });
}

/** What is paid a month, in words. */
export function usePay({ payFrom, payTo }: Pick<VacancySummary, 'payFrom' | 'payTo'>): string {
  const { t } = useTranslation();
  const format = useFormat();
  // Nobody is paid by the month to the fen.
  const money = (amount: NonNullable<typeof payFrom>): string => format.money(amount).replace(/\.00$/, '');
  if (payFrom === null) return t('vacancy.payOpen');
  if (payTo === null) return t('vacancy.payAtLeast', { from: money(payFrom) });
  return t('vacancy.payIs', { from: money(payFrom), to: money(payTo) });
}
