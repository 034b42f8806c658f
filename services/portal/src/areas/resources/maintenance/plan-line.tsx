import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import type { Plan, Task } from './maintenance.model.js';

const EditPlanForm = lazyPart('EditPlanForm', () => import('./plan-form.js'));

/** A maintenance plan: what, how often and when next, with buttons to edit, end and resume it. */
export function PlanLine({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const [isEditing, setIsEditing] = useState(false);
  const { title, pieceLabel, every, unit, byWhom, blockHours, blockFrom, endedAt, next } = plan;
  return (
    <li>
      <h3 className="line-head">
        <span>{pieceLabel === null ? title : `${pieceLabel} ${title}`}</span>
        {endedAt !== null && <span className="tag">{t('maintenance.ended')}</span>}
      </h3>
      <p>{t(`maintenance.rhythm.${unit}`, { count: every })}</p>
      {next !== null && <Next next={next} />}
      {byWhom !== null && <p className="hint">{t('maintenance.by', { whom: byWhom })}</p>}
      {blockHours !== null && (
        <p className="hint">{t('maintenance.blocksFor', { count: blockHours, from: blockFrom })}</p>
      )}
      <div className="actions">
        {endedAt === null && (
          <Button aria-expanded={isEditing} onClick={() => setIsEditing(!isEditing)}>
            {t('maintenance.edit')}
          </Button>
        )}
        <TurnButton plan={plan} />
      </div>
      {isEditing && <EditPlanForm key={plan.version} plan={plan} onDone={() => setIsEditing(false)} />}
    </li>
  );
}

function Next({ next: { dueOn, loansLeft } }: { readonly next: Task }) {
  const { t } = useTranslation();
  const { date } = useFormat();
  return (
    <p>
      {dueOn === null
        ? t('maintenance.loansLeft', { count: loansLeft ?? 0 })
        : t('maintenance.next', { day: date(dueOn) })}
    </p>
  );
}

function TurnButton({ plan }: { readonly plan: Plan }) {
  const { t } = useTranslation();
  const { resourceId, id: planId, version, endedAt } = plan;
  const act = endedAt === null ? 'end' : 'resume';
  const turn = useCommand('maintenance', 'post', `/resources/{resourceId}/maintenance-plans/{planId}/${act}`);
  const send = (): void => turn.mutate({ resourceId, planId, version });
  return (
    <>
      {endedAt === null ? (
        <ConfirmButton
          danger
          loading={turn.isPending}
          question={t('maintenance.endQuestion', { title: plan.title })}
          confirmText={t('maintenance.end')}
          onConfirm={send}
        >
          {t('maintenance.end')}
        </ConfirmButton>
      ) : (
        <Button loading={turn.isPending} onClick={send}>
          {t('maintenance.resume')}
        </Button>
      )}
      {turn.isError && <Refusal title={t('maintenance.refused')} error={turn.error} />}
    </>
  );
}
