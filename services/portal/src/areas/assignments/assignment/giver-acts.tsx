import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { type AssignmentPart, mayDo } from './assignment.model.js';

interface Props {
  readonly part: AssignmentPart;
}

/** What those do who gave it. */
export function GiverActs({ part }: Props) {
  const { t } = useTranslation();
  const isGiver = mayDo(part, 'accept') || mayDo(part, 'decideDelay');
  return (
    <>
      {mayDo(part, 'accept') && <Accept part={part} />}
      {mayDo(part, 'sendBack') && <SendBack part={part} />}
      {mayDo(part, 'decideDelay') && <Delay part={part} />}
      {isGiver && (
        <ButtonLink to={`/assignments/${part.assignmentId}`} isPlain>
          {t('assignment.toBoard')}
        </ButtonLink>
      )}
    </>
  );
}

function Accept({ part: { id: partId, version } }: Props) {
  const { t } = useTranslation();
  const accept = useCommand('assignment', 'post', '/assignment-parts/{partId}/accept');
  return (
    <section className="card" aria-label={t('assignment.accept')}>
      {accept.isError && <Refusal title={t('assignment.acceptRefused')} error={accept.error} />}
      <ConfirmButton
        type="primary"
        loading={accept.isPending}
        question={t('assignment.acceptQuestion', { count: 1 })}
        confirmText={t('assignment.accept')}
        onConfirm={() => accept.mutate({ partId, version })}
      >
        {t('assignment.accept')}
      </ConfirmButton>
    </section>
  );
}

function SendBack({ part: { id: partId, version } }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const sendBack = useCommand('assignment', 'post', '/assignment-parts/{partId}/send-back');
  return (
    <section className="card" aria-label={t('assignment.sendBack')}>
      <ReasonField
        reason={reason}
        label={t('assignment.sendBackReason')}
        required={t('assignment.reasonRequired')}
      />
      {sendBack.isError && <Refusal title={t('assignment.sendBackRefused')} error={sendBack.error} />}
      <Button
        loading={sendBack.isPending}
        onClick={() => reason.take((text) => sendBack.mutate({ partId, version, body: { reason: text } }))}
      >
        {t('assignment.sendBack')}
      </Button>
    </section>
  );
}

function Delay({ part: { id: partId, version, delayUntil, delayReason } }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const decide = useCommand('assignment', 'post', '/assignment-parts/{partId}/decide-delay');
  const say = (granted: boolean): void => decide.mutate({ partId, version, body: { granted } });
  return (
    <section className="card" aria-labelledby="delay-title">
      <h2 id="delay-title">
        {t('assignment.asksUntil', { day: delayUntil === null ? '' : format.date(delayUntil) })}
      </h2>
      <p className="prose">{delayReason}</p>
      {decide.isError && <Refusal title={t('assignment.delayRefused')} error={decide.error} />}
      <div className="actions">
        <Button type="primary" loading={decide.isPending} onClick={() => say(true)}>
          {t('assignment.grantDelay')}
        </Button>
        <Button loading={decide.isPending} onClick={() => say(false)}>
          {t('assignment.refuseDelay')}
        </Button>
      </div>
    </section>
  );
}
