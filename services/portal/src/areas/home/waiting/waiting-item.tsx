import '../../../kit/styles/waiting.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';

type Waiting = components['schemas']['WaitingView'];

/** One thing that waits: what it is, what there is to do, by when, and for which union. */
export function WaitingItem({ item }: { readonly item: Waiting }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { link, title, heading, lines, act, amount, direction, unionName, dueAt, isOverdue } = item;
  return (
    <li className="waiting-line">
      <Link to={link}>{title ?? heading}</Link>
      <p>
        {lines[0] !== undefined && <span>{lines[0]}</span>}
        {amount !== null && (
          <span>
            {direction !== null && t(`home.direction.${direction}`)} <strong>{format.money(amount)}</strong>
          </span>
        )}
      </p>
      <p className={isOverdue ? 'is-overdue' : 'hint'}>
        <span className="tag">{act}</span>
        {isOverdue && <strong>{t('home.overdue')}</strong>}
        {dueAt !== null && (
          <time dateTime={dueAt}>{t('home.by.dueAt', { time: format.instant(dueAt) })}</time>
        )}
        {unionName !== null && <span>{t('home.forUnion', { union: unionName })}</span>}
      </p>
    </li>
  );
}
