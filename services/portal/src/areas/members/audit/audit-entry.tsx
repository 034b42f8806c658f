import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { type AuditRecord, differencesOf } from './audit.model.js';
import { useAuditWords } from './use-audit-words.js';

// The words for hundreds of fields come with the first entry that is unfolded.
const AuditChanges = lazyPart('AuditChanges', () => import('./audit-changes.js'), {
  rows: 2,
  texts: ['auditField'],
});

interface AuditEntryProps {
  readonly record: AuditRecord;
  /** Shows the trail of its subject alone; absent where only that is shown already. */
  readonly onOnlyThis?: () => void;
}

/** One change: who did what to which thing and when; the changed fields unfold. */
export function AuditEntry({ record, onOnlyThis }: AuditEntryProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { nounText, actionText, actorText, subjectText } = useAuditWords();
  const noun = nounText(record.noun);
  const subject = subjectText(record);
  return (
    <article className="audit-entry">
      <time className="hint" dateTime={record.at}>
        {format.instant(record.at)}
      </time>
      <div className="audit-what">
        <span className="tag is-kind">{actionText(record.action)}</span>
        <strong>{noun}</strong>
        <span>{subject}</span>
      </div>
      <span className="hint">{actorText(record)}</span>
      {onOnlyThis !== undefined && (
        <Button type="link" aria-label={t('audit.onlyThisOf', { noun, subject })} onClick={onOnlyThis}>
          {t('audit.onlyThis')}
        </Button>
      )}
      <Changes record={record} />
    </article>
  );
}

function Changes({ record }: { readonly record: AuditRecord }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const count = differencesOf(record).length;
  if (count === 0) return <p className="hint">{t('audit.noChanges')}</p>;
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('audit.changes', { count })}</summary>
      {isOpen && <AuditChanges record={record} />}
    </details>
  );
}
