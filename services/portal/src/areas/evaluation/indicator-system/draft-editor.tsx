import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { useOffices } from '../../../session/use-offices.js';
import { CoverageMatrix } from './coverage-matrix.js';
import { problemsOf } from './indicator-tree.model.js';
import { ReviewButton } from './life-buttons.js';
import { nodeErrorsOf } from './node-errors.js';
import { SystemFields } from './system-fields.js';
import type { IndicatorSystem } from './use-indicator-systems.js';
import { type EditedSystem, useEditedSystem } from './use-edited-system.js';

/** A draft may be changed and saved until somebody else has reviewed it. */
export function DraftEditor({ system }: { readonly system: IndicatorSystem }) {
  const { t } = useTranslation();
  const { holds } = useOffices();
  const edited = useEditedSystem(system.id, system);
  const save = useSave();
  const { name, nodes } = edited.values;
  const isComplete = name.trim() !== '' && nodes.length > 0 && problemsOf(nodes).size === 0;
  const submit = (): void => {
    edited.showProblems();
    const change = {
      systemId: system.id,
      version: edited.version,
      body: { name: name.trim(), nodes: [...nodes] },
    };
    if (isComplete) save.mutate(change, { onSuccess: edited.restart });
  };
  return (
    <>
      {/* The answer takes the place of what was sent: nothing may be typed in between. */}
      <div inert={save.isPending}>
        <SystemFields edited={edited} errors={nodeErrorsOf(save.error, nodes)} />
        <CoverageMatrix nodes={nodes} />
      </div>
      <Outcome edited={edited} save={save} />
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
        {holds('evaluator') && <ReviewButton system={system} isSaved={!edited.isChanged} />}
      </div>
    </>
  );
}

interface OutcomeProps {
  readonly edited: EditedSystem;
  readonly save: ReturnType<typeof useSave>;
}

/** While it is being saved the platform may already have it, and what is here would seem to be behind. */
function Outcome({ edited, save }: OutcomeProps) {
  const { t } = useTranslation();
  if (save.isPending) return null;
  if (edited.isBehind) return <SavedElsewhere edited={edited} onDecided={save.reset} />;
  if (save.isError) return <Refusal title={t('indicatorSystem.refused')} error={save.error} />;
  if (!save.isSuccess || edited.isChanged) return null;
  return <Alert type="success" showIcon role="status" title={t('common.saved')} className="notice" />;
}

interface SavedElsewhereProps {
  readonly edited: EditedSystem;
  readonly onDecided: () => void;
}

/** Two trees cannot be joined: the person who saves second decides which of them stays. */
function SavedElsewhere({ edited, onDecided }: SavedElsewhereProps) {
  const { t } = useTranslation();
  const takeTheirs = (): void => {
    edited.restart();
    onDecided();
  };
  const keepMine = (): void => {
    edited.insist();
    onDecided();
  };
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="notice"
      title={t('common.changedElsewhere')}
      description={
        <>
          <p>{t('indicatorSystem.savedElsewhere')}</p>
          <div className="actions">
            <ConfirmButton
              danger
              question={<p>{t('indicatorSystem.takeTheirsQuestion')}</p>}
              confirmText={t('indicatorSystem.takeTheirs')}
              onConfirm={takeTheirs}
            >
              {t('indicatorSystem.takeTheirs')}
            </ConfirmButton>
            <Button onClick={keepMine}>{t('indicatorSystem.keepMine')}</Button>
          </div>
        </>
      }
    />
  );
}

function useSave() {
  return useCommand('indicatorSystem', 'patch', '/indicator-systems/{systemId}', { onStale: 'refuse' });
}
