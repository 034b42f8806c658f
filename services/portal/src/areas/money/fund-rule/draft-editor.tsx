import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ChangedMeanwhile, Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { type FundRuleSet, formOf, type SetForm, wordsOf } from './fund-rule-form.js';
import { SetEditor } from './set-editor.js';
import { useChangeSet, usePublishSet } from './use-fund-rules.js';

/** A draft is changed and saved as often as one likes; once it is published it never changes. */
export function DraftEditor({ set }: { readonly set: FundRuleSet }) {
  const { t } = useTranslation();
  // What is being edited is what was there when the form was opened: a version that came meanwhile is told of.
  const [opened, setOpened] = useState(set);
  const [isChanged, setChanged] = useState(false);
  const change = useChangeSet(set.id);
  const save = (form: SetForm): Promise<unknown> =>
    change.mutateAsync({ version: opened.version, words: wordsOf(form) }).then((saved) => {
      setOpened(saved);
      setChanged(false);
    });
  // While it is being saved, what comes anew is what was sent.
  const isBehind = !change.isPending && set.version > opened.version;
  return (
    <>
      {isBehind && <ChangedMeanwhile />}
      <SetEditor
        // What is saved is named by the platform's answer: the form begins anew with it.
        key={opened.version}
        initial={formOf(opened)}
        isSaving={change.isPending}
        error={change.error}
        onChange={() => setChanged(true)}
        onSave={save}
      />
      {change.isSuccess && !isChanged && (
        <Alert type="success" showIcon role="status" title={t('fundRule.saved')} className="notice" />
      )}
      <PublishSet set={opened} isSaved={!isChanged && !isBehind} />
    </>
  );
}

interface PublishSetProps {
  readonly set: FundRuleSet;
  readonly isSaved: boolean;
}

function PublishSet({ set, isSaved }: PublishSetProps) {
  const { t } = useTranslation();
  const { date } = useFormat();
  const publish = usePublishSet(set.id);
  const refresh = useRefresh('fundRuleSet');
  return (
    <div className="actions">
      <ConfirmButton
        disabled={!isSaved}
        loading={publish.isPending}
        question={<p>{t('fundRule.publishQuestion', { name: set.name, from: date(set.validFrom) })}</p>}
        confirmText={t('fundRule.publishYes')}
        onConfirm={() => publish.mutate(set.version, { onError: refresh })}
      >
        {t('fundRule.publish')}
      </ConfirmButton>
      {!isSaved && <span className="hint action-hint">{t('fundRule.publishAfterSaving')}</span>}
      {publish.isError && <Refusal title={t('fundRule.publishFailed')} error={publish.error} />}
    </div>
  );
}
