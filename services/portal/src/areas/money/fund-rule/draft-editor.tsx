import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ChangedMeanwhile, Refusal } from '../../../kit/states.js';
import { useRefresh } from '../../../kit/use-refresh.js';
import { type FundRuleSet, formOf, wordsOf } from './fund-rule-form.js';
import { SetEditor } from './set-editor.js';

/** A draft may be changed and saved any number of times; a published set never changes. */
export function DraftEditor({ set }: { readonly set: FundRuleSet }) {
  const { t } = useTranslation();
  // The form keeps the version that it was opened with; the page says so when a newer one arrives.
  const [opened, setOpened] = useState(set);
  const [isChanged, setChanged] = useState(false);
  const change = useCommand('fundRuleSet', 'put', '/fund-rule-sets/{setId}', { onStale: 'refuse' });
  // While the draft is being saved, the newer version is the one that was sent.
  const isBehind = !change.isPending && set.version > opened.version;
  return (
    <>
      {isBehind && <ChangedMeanwhile />}
      <SetEditor
        // The platform names new rules, so the form starts again from its answer.
        key={opened.version}
        command={change}
        input={(form) => ({ setId: set.id, version: opened.version, body: wordsOf(form) })}
        initial={formOf(opened)}
        onChange={() => setChanged(true)}
        onDone={(saved) => {
          setOpened(saved);
          setChanged(false);
        }}
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
  const publish = useCommand('fundRuleSet', 'post', '/fund-rule-sets/{setId}/publish');
  const refresh = useRefresh('fundRuleSet');
  return (
    <div className="actions">
      <ConfirmButton
        disabled={!isSaved}
        loading={publish.isPending}
        question={<p>{t('fundRule.publishQuestion', { name: set.name, from: date(set.validFrom) })}</p>}
        confirmText={t('fundRule.publishYes')}
        onConfirm={() => publish.mutate({ setId: set.id, version: set.version }, { onError: refresh })}
      >
        {t('fundRule.publish')}
      </ConfirmButton>
      {!isSaved && <span className="hint action-hint">{t('fundRule.publishAfterSaving')}</span>}
      {publish.isError && <Refusal title={t('fundRule.publishFailed')} error={publish.error} />}
    </div>
  );
}
