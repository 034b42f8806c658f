import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../../i18n/use-format.js';
import { FileButtons } from '../../../kit/file-buttons.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { useReaches } from '../../../session/use-may-manage.js';
import type { Recognition } from './recognition.model.js';

const RevokeForm = lazyPart('RevokeForm', () => import('./revoke-form.js'), { rows: 2 });

/** One recognition with its certificate. */
export function RecognitionCard({ recognition }: { readonly recognition: Recognition }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const tends = useReaches(recognition.issuerUnionId, ['evaluator']);
  const { id, title, level, year, subjectKind, subjectName, issuerName, grantedAt, state } = recognition;
  return (
    <article>
      <h2>
        {subjectName}: {title} {level}
      </h2>
      <p className="tags">
        <span className="tag is-kind">{t(`rankingLife.kinds.${subjectKind}`)}</span>
        <span className="tag">{t('recognition.ofYear', { year })}</span>
        <span className="tag">{t(`recognition.states.${state}`)}</span>
      </p>
      <p className="hint">
        {t('recognition.grantedBy', { union: issuerName, at: instant(grantedAt), place: recognition.place })}
      </p>
      <p>
        <Link to={`/rankings/${recognition.rankingId}`}>{t('recognition.toRanking')}</Link>
      </p>
      {state === 'revoked' && (
        <p>{t('recognition.revokedFor', { reason: recognition.revokeReason ?? t('common.none') })}</p>
      )}
      <FileButtons
        refused={t('recognition.noFile')}
        files={[
          {
            label: t('recognition.certificate'),
            path: `/api/v1/recognitions/${id}/file`,
            name: `${title} ${subjectName}.pdf`,
          },
        ]}
      />
      {tends && state === 'granted' && <Revoke recognition={recognition} />}
    </article>
  );
}

function Revoke({ recognition }: { readonly recognition: Recognition }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <RevokeForm recognition={recognition} />;
  return (
    <p className="actions">
      <Button onClick={() => setIsOpen(true)}>{t('recognition.revoke')}</Button>
    </p>
  );
}
