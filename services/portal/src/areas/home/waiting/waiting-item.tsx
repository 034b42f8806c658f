import '../../../kit/styles/waiting.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';

type Waiting = components['schemas']['WaitingView'];

interface WaitingItemProps {
  readonly item: Waiting;
  /** Where no heading above says what it is. */
  readonly namesKind?: boolean;
}

/** One thing that waits: what it is, what there is to do, by when, and for which union. */
export function WaitingItem({ item, namesKind = false }: WaitingItemProps) {
  const { link, title, heading, lines, act } = item;
  const name = title ?? (namesKind ? heading : act);
  return (
    <li className="waiting-line">
      <Link to={link}>{name}</Link>
      <p>
        {namesKind && name !== heading && <strong>{heading}</strong>}
        {lines[0] !== undefined && <span>{lines[0]}</span>}
        <Amount item={item} />
      </p>
      <Standing item={item} namesAct={name !== act} />
    </li>
  );
}

/** How much it is about, and for whom. */
function Amount({ item: { amount, direction } }: { readonly item: Waiting }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (amount === null) return null;
  return (
    <span>
      {direction !== null && t(`home.direction.${direction}`)} <strong>{format.money(amount)}</strong>
    </span>
  );
}

/** What there is to do, by when, and for which union. */
function Standing({ item, namesAct }: { readonly item: Waiting; readonly namesAct: boolean }) {
  const { act, dueAt, isOverdue, unionName } = item;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <p className={isOverdue ? 'is-overdue' : 'hint'}>
      {namesAct && <span className="tag">{act}</span>}
      {isOverdue && <strong>{t('home.overdue')}</strong>}
      {dueAt !== null && <time dateTime={dueAt}>{t('home.by.dueAt', { time: format.instant(dueAt) })}</time>}
      {unionName !== null && <span>{t('home.forUnion', { union: unionName })}</span>}
    </p>
  );
}
