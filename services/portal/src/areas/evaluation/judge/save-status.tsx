import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem.js';
import { Refusal } from '../../../kit/states.js';
import type { useJudging } from './use-judging.js';

/** Whether what was judged has reached the platform; where it has not, it is on this device. */
export function SaveStatus({ judging }: { readonly judging: ReturnType<typeof useJudging> }) {
  const { t } = useTranslation();
  const { isSaved, isSaving, error, send } = judging;
  const hasFailed = error !== null && !isSaved && !isSaving;
  if (hasFailed && error instanceof ProblemError && error.problem.status < 500)
    return <Refusal title={t('judge.refused')} error={error} />;
  return (
    <div className="save-status">
      <p role="status" aria-live="polite" className="hint">
        {hasFailed ? t('judge.kept') : t(isSaved ? 'judge.saved' : 'judge.saving')}
      </p>
      {hasFailed && <Button onClick={send}>{t('judge.retry')}</Button>}
    </div>
  );
}
