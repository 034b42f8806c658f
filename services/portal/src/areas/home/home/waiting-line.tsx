import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import type { Note, Waiting } from './waiting.model.js';

/** One thing that waits, with its deadline. */
export function WaitingLine({ item }: { readonly item: Waiting }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { deadline, title } = item;
  const name =
    typeof title === 'string'
      ? title
      : t('home.period', { from: format.date(title.from), to: format.date(title.to) });
  return (
    <li className="waiting-line">
      <Link to={item.to}>{name}</Link>
      <p>
        <NoteText note={item.note} />
        {item.money !== null && <strong>{format.money(item.money)}</strong>}
      </p>
      {deadline !== null && (
        <p className={item.isOverdue ? 'is-overdue' : 'hint'}>
          {item.isOverdue && <strong>{t('home.overdue')}</strong>}
          <time dateTime={deadline.at}>
            {t(`home.by.${deadline.kind}`, {
              time: deadline.kind === 'dueOn' ? format.date(deadline.at) : format.instant(deadline.at),
            })}
          </time>
        </p>
      )}
    </li>
  );
}

function NoteText({ note }: { readonly note: Note }) {
  const { t } = useTranslation();
  if (note.key === 'intake') {
    return (
      <span>{t('home.note.intake', { kind: t(`home.intakeKind.${note.kind}`), union: note.union })}</span>
    );
  }
  if (note.key === 'efficacySurvey') {
    return (
      <span>{t('home.note.efficacySurvey', { party: note.party, role: t(`home.role.${note.role}`) })}</span>
    );
  }
  if (note.key === 'sign') {
    return <span>{t('home.note.sign', { parties: note.parties.join(t('common.separator')) })}</span>;
  }
  const { key, ...values } = note;
  return <span>{t(`home.note.${key}`, values)}</span>;
}
