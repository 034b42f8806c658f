import '../../../kit/styles/waiting.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import type { Ahead } from './ahead.model.js';

/** One thing that lies ahead, with its time. */
export function AheadLine({ item: { to, title, note, at, isOverdue } }: { readonly item: Ahead }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { key, ...values } = note;
  return (
    <li className="waiting-line">
      <div>
        <Link to={to}>{title}</Link>
        <p>{t(`home.note.${key}`, values)}</p>
        {at !== null && (
          <p className={isOverdue ? 'is-overdue' : 'hint'}>
            {isOverdue && <strong>{t('home.overdue')}</strong>}
            <time dateTime={at.time}>{t(`home.by.${at.kind}`, { time: format.instant(at.time) })}</time>
          </p>
        )}
      </div>
      {key === 'confirmed' && (
        <ButtonLink to="/my/card" isPlain label={t('home.codeFor', { title })}>
          {t('home.code')}
        </ButtonLink>
      )}
      {(key === 'vote' || key === 'survey') && (
        <ButtonLink to={to} isPlain label={t('home.actOf', { act: t(`home.actFor.${key}`), name: title })}>
          {t(`home.actFor.${key}`)}
        </ButtonLink>
      )}
    </li>
  );
}
