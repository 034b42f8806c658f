import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, submitHeaders } from '../../api/client.js';
import { api } from '../../api/platform.js';
import { useSubmit } from '../../api/use-submit.js';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { Refusal } from '../../shell/states.js';
import { useOffices } from '../session/use-offices.js';
import { ordered, problemsOf } from './indicator-tree.model.js';
import { nodeErrorsOf } from './node-errors.js';
import { SystemFields } from './system-fields.js';
import type { IndicatorSystem } from './use-indicator-systems.js';
import { type SystemValues, useEditedSystem } from './use-edited-system.js';

/** A draft is changed and saved as often as one likes; once it is published it never changes. */
export function DraftEditor({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const edited = useEditedSystem(system.id, { name: system.name, nodes: ordered(system.nodes) });
  const save = useSave(system);
  const { name, nodes } = edited.values;
  const isComplete = name.trim() !== '' && nodes.length > 0 && problemsOf(nodes).size === 0;
  const submit = (): void => {
    edited.showProblems();
    if (isComplete) save.mutate({ name: name.trim(), nodes }, { onSuccess: edited.drop });
  };
  return (
    <>
      <SystemFields edited={edited} errors={nodeErrorsOf(save.error, nodes)} />
      {save.isError && <Refusal title={t('indicatorSystem.refused')} error={save.error} />}
      {save.isSuccess && !edited.isChanged && (
        <Alert type="success" showIcon role="status" title={t('common.saved')} className="notice" />
      )}
      {edited.areProblemsShown && !isComplete && (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t('indicatorSystem.incomplete')}
          className="notice"
        />
      )}
      <div className="actions">
        <Button type="primary" loading={save.isPending} disabled={!edited.isChanged} onClick={submit}>
          {t('indicatorSystem.saveDraft')}
        </Button>
        {holds('evaluator') && <PublishButton systemId={system.id} isSaved={!edited.isChanged} />}
      </div>
    </>
  );
}

function useSave(system: IndicatorSystem) {
  return useSubmit({
    send: ({ name, nodes }: SystemValues, key) =>
      answerOf(
        api.PATCH('/api/v1/indicator-systems/{systemId}', {
          params: { path: { systemId: system.id }, header: submitHeaders(key, system.version) },
          body: { name, nodes: [...nodes] },
        }),
      ),
    touches: ['indicatorSystem'],
  });
}

interface PublishButtonProps {
  readonly systemId: string;
  readonly isSaved: boolean;
}

function PublishButton({ systemId, isSaved }: PublishButtonProps) {
  const { t } = useTranslation();
  const publish = useSubmit({
    send: ({ id }: { readonly id: string }, key) =>
      answerOf(
        api.POST('/api/v1/indicator-systems/{systemId}/publish', {
          params: { path: { systemId: id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    touches: ['indicatorSystem'],
  });
  return (
    <>
      <ConfirmButton
        disabled={!isSaved}
        loading={publish.isPending}
        question={<p>{t('indicatorSystem.publishQuestion')}</p>}
        confirmText={t('indicatorSystem.publishYes')}
        onConfirm={() => publish.mutate({ id: systemId })}
      >
        {t('indicatorSystem.publish')}
      </ConfirmButton>
      {!isSaved && <span className="hint action-hint">{t('indicatorSystem.publishAfterSaving')}</span>}
      {publish.isError && <Refusal title={t('indicatorSystem.publishFailed')} error={publish.error} />}
    </>
  );
}
