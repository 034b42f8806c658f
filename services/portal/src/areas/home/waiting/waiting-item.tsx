import '../../../kit/styles/waiting.css';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { useMe } from '../../../session/use-session.js';

type Waiting = components['schemas']['WaitingView'];

interface WaitingItemProps {
  readonly item: Waiting;
  /** Where no heading above says what it is. */
  readonly namesKind?: boolean;
}

/** One thing that waits: what it is, by when, for which union, and the button that leads to what there is to do. */
export function WaitingItem({ item, namesKind = false }: WaitingItemProps) {
  const { t } = useTranslation();
  const { link, title, heading, lines, act } = item;
  const name = title ?? (namesKind ? heading : null);
  return (
    <li className="waiting-line">
      <div>
        {name !== null && <strong>{name}</strong>}
        <p>
          {namesKind && name !== heading && <span className="tag">{heading}</span>}
          {lines[0] !== undefined && <span>{lines[0]}</span>}
          <Amount item={item} />
        </p>
        <Standing item={item} />
      </div>
      <ButtonLink to={link} isPlain label={name === null ? act : t('home.actOf', { act, name })}>
        {act}
      </ButtonLink>
    </li>
  );
}

/** How much it is about, and for whom, unless its sentence says so. */
function Amount({ item: { amount, direction, lines } }: { readonly item: Waiting }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (amount === null || lines[0]?.includes(format.money(amount))) return null;
  return (
    <span>
      {direction !== null && t(`home.direction.${direction}`)} <strong>{format.money(amount)}</strong>
    </span>
  );
}

/** By when, and for which union where that is not the reader's own. */
function Standing({ item: { dueAt, isOverdue, unionName } }: { readonly item: Waiting }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data: me } = useMe();
  const isOther = unionName !== null && unionName !== me?.unionName;
  if (dueAt === null && !isOther) return null;
  return (
    <p className={isOverdue ? 'is-overdue' : 'hint'}>
      {isOverdue && <strong>{t('home.overdue')}</strong>}
      {dueAt !== null && <time dateTime={dueAt}>{t('home.by.dueAt', { time: format.instant(dueAt) })}</time>}
      {isOther && <span>{t('home.forUnion', { union: unionName })}</span>}
    </p>
  );
}
