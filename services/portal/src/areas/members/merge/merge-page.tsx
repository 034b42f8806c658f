import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Loaded } from '../../../kit/loaded.js';
import { PageHead } from '../../../kit/page-head.js';
import { Refusal } from '../../../kit/states.js';
import { WordsForm } from '../../../kit/words-form.js';
import type { MemberMerge } from './merge.model.js';
import { MergeReferences } from './merge-references.js';
import { PersonComparison } from './person-comparison.js';

export function MergePage() {
  const { mergeId = '' } = useParams();
  const merge = useRead('memberMerge', '/member-merges/{mergeId}', { mergeId });
  return <Loaded query={merge}>{(found) => <OneMerge key={found.id} merge={found} />}</Loaded>;
}

/** One merge: what it is about, how far it is, and what the reader may decide. */
export function OneMerge({ merge }: { readonly merge: MemberMerge }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const { survivor, merged, state, undoUntil } = merge;
  return (
    <>
      <PageHead title={t('memberMerge.title', { name: survivor.name })} back="/member-merges" />
      <p>
        <span className="tag">{t(`memberMerge.states.${state}`)}</span> {t(`memberMerge.stateHints.${state}`)}
        {state === 'applied' &&
          undoUntil !== null &&
          ` ${t('memberMerge.undoUntil', { at: instant(undoUntil) })}`}
      </p>
      <MergeActs merge={merge} />
      <section className="card" aria-label={t('memberMerge.compareTitle')}>
        <p>
          {t('memberMerge.proposedBy', { name: merge.proposedBy, at: instant(merge.proposedAt) })}
          {merge.decidedBy !== null && merge.decidedAt !== null && (
            <>
              {' · '}
              {t('memberMerge.decidedBy', { name: merge.decidedBy, at: instant(merge.decidedAt) })}
            </>
          )}
        </p>
        <p>{t('memberMerge.because', { reason: merge.reason })}</p>
        {merge.answer !== null && <p>{t('memberMerge.answered', { reason: merge.answer })}</p>}
        <PersonComparison survivor={survivor} merged={merged} />
      </section>
      {merge.progress.length > 0 && <Progress merge={merge} />}
      <section className="card" aria-labelledby="touched-title">
        <h2 id="touched-title">{t('memberMerge.touched')}</h2>
        <MergeReferences services={merge.preview} />
      </section>
    </>
  );
}

function Progress({ merge }: { readonly merge: MemberMerge }) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  return (
    <section className="card" aria-labelledby="progress-title">
      <h2 id="progress-title">{t('memberMerge.progress')}</h2>
      <ul>
        {merge.progress.map(({ service, doneAt }) => (
          <li key={service}>
            {t(`memberMerge.services.${service}`)}:{' '}
            {doneAt === null ? t('memberMerge.waiting') : t('memberMerge.doneAt', { at: instant(doneAt) })}
          </li>
        ))}
      </ul>
    </section>
  );
}

function MergeActs({ merge }: { readonly merge: MemberMerge }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'refuse' | 'undo' | null>(null);
  if (!merge.waitsForMe && !merge.mayWithdraw && !merge.mayUndo) return null;
  return (
    <section className="card" aria-label={t('memberMerge.decide')}>
      {merge.waitsForMe && <p className="hint">{t('memberMerge.decideHint')}</p>}
      {asking === null ? (
        <MergeButtons merge={merge} onAsk={setAsking} />
      ) : (
        <MergeReason merge={merge} act={asking} onClose={() => setAsking(null)} />
      )}
    </section>
  );
}

interface MergeButtonsProps {
  readonly merge: MemberMerge;
  readonly onAsk: (act: 'refuse' | 'undo') => void;
}

function MergeButtons({ merge, onAsk }: MergeButtonsProps) {
  const { t } = useTranslation();
  const { id: mergeId, version } = merge;
  const approve = useCommand('memberMerge', 'post', '/member-merges/{mergeId}/approve');
  const withdraw = useCommand('memberMerge', 'post', '/member-merges/{mergeId}/withdraw');
  const failed = [approve, withdraw].find(({ isError }) => isError);
  return (
    <>
      {failed !== undefined && <Refusal title={t('memberMerge.refused')} error={failed.error} />}
      <div className="actions">
        {merge.waitsForMe && (
          <>
            <ConfirmButton
              type="primary"
              loading={approve.isPending}
              question={t('memberMerge.approveQuestion', { name: merge.survivor.name })}
              confirmText={t('memberMerge.approve')}
              onConfirm={() => approve.mutate({ mergeId, version })}
            >
              {t('memberMerge.approve')}
            </ConfirmButton>
            <Button onClick={() => onAsk('refuse')}>{t('memberMerge.refuse')}</Button>
          </>
        )}
        {merge.mayWithdraw && (
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ mergeId, version })}>
            {t('memberMerge.withdraw')}
          </Button>
        )}
        {merge.mayUndo && (
          <Button danger onClick={() => onAsk('undo')}>
            {t('memberMerge.undo')}
          </Button>
        )}
      </div>
    </>
  );
}

interface MergeReasonProps {
  readonly merge: MemberMerge;
  readonly act: 'refuse' | 'undo';
  readonly onClose: () => void;
}

function MergeReason({ merge: { id: mergeId, version }, act, onClose }: MergeReasonProps) {
  const { t } = useTranslation();
  const refuse = useCommand('memberMerge', 'post', '/member-merges/{mergeId}/refuse');
  const undo = useCommand('memberMerge', 'post', '/member-merges/{mergeId}/undo');
  const command = act === 'undo' ? undo : refuse;
  return (
    <WordsForm
      label={t(`memberMerge.${act}Reason`)}
      required={t('memberMerge.reasonRequired')}
      submit={t(`memberMerge.${act}`)}
      refused={t('memberMerge.refused')}
      isPending={command.isPending}
      error={command.error}
      onSubmit={(reason) => command.mutate({ mergeId, version, body: { reason } }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
