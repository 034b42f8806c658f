import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { useUnionName } from '../../../session/use-unions.js';
import { useReaches } from '../../../session/use-may-manage.js';
import { changing, type MemberImport } from './roster.model.js';

/** The next step after the check, and after the load. */
export function ImportSteps({ found }: { readonly found: MemberImport }) {
  const { t } = useTranslation();
  const mayAct = useReaches(found.unionId, ['officer']);
  if (found.state === 'undone') {
    return (
      <Alert
        type="info"
        showIcon
        title={t('roster.undone')}
        description={t('roster.undoneKept')}
        className="notice"
      />
    );
  }
  if (found.state === 'checked') return <CommitStep found={found} mayAct={mayAct} />;
  return found.state === 'done' ? <UndoStep found={found} mayAct={mayAct} /> : null;
}

interface StepProps {
  readonly found: MemberImport;
  readonly mayAct: boolean;
}

function CommitStep({ found, mayAct }: StepProps) {
  const { t } = useTranslation();
  const commit = useCommand('memberImport', 'post', '/member-imports/{importId}/commit');
  const refresh = useRefresh('memberImport');
  const union = useUnionName(found.unionId) ?? '';
  const { created, updated, rejected, ambiguous, ended, warned } = found.progress;
  const count = changing(found.progress) + ended;
  return (
    <section className="card" aria-label={t('roster.commit')}>
      <p role="status">{count === 0 ? t('roster.commitNothing') : t('roster.commitHint', { count })}</p>
      {ambiguous > 0 && <p>{t('roster.commitAmbiguous', { count: ambiguous })}</p>}
      {rejected > 0 && <p>{t('roster.commitRejected', { count: rejected })}</p>}
      {warned > 0 && <p>{t('roster.commitWarned', { count: warned })}</p>}
      {commit.isError && <Refusal title={t('roster.commitRefused')} error={commit.error} />}
      {mayAct && count + ambiguous > 0 && (
        <ConfirmButton
          type="primary"
          loading={commit.isPending}
          question={t('roster.commitQuestion', { union, created, updated, ended })}
          confirmText={t('roster.commitConfirm')}
          onConfirm={() =>
            commit.mutate({ importId: found.id, version: found.version }, { onError: refresh })
          }
        >
          {t('roster.commit')}
        </ConfirmButton>
      )}
    </section>
  );
}

function UndoStep({ found, mayAct }: StepProps) {
  const { t } = useTranslation();
  const undo = useCommand('memberImport', 'post', '/member-imports/{importId}/undo');
  const refresh = useRefresh('memberImport');
  return (
    <section className="card" aria-label={t('roster.undo')}>
      <p role="status">{t('roster.done')}</p>
      {undo.isError && <Refusal title={t('roster.undoRefused')} error={undo.error} />}
      {mayAct && (
        <>
          <p className="hint">{t('roster.undoHint')}</p>
          <ConfirmButton
            danger
            loading={undo.isPending}
            question={t('roster.undoQuestion')}
            confirmText={t('roster.undoConfirm')}
            onConfirm={() =>
              undo.mutate({ importId: found.id, version: found.version }, { onError: refresh })
            }
          >
            {t('roster.undo')}
          </ConfirmButton>
        </>
      )}
    </section>
  );
}
