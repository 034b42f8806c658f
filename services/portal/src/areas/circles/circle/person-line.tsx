import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { type CirclePerson, mayAbout } from './circle.model.js';

interface Props {
  readonly circleId: string;
  readonly person: CirclePerson;
}

/** Somebody in a circle, with what a moderator may do about them. */
export function PersonLine({ circleId, person }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, isModerator, since, reason } = person;
  return (
    <li className="card">
      <div className="remark-head">
        <strong>{name}</strong>
        {isModerator && <span className="tag is-kind">{t('circle.moderator')}</span>}
        <span className="hint">{t('circle.since', { at: format.instant(since) })}</span>
      </div>
      {reason !== null && <p className="remark-words">{t('circle.removedBefore', { reason })}</p>}
      <Decide circleId={circleId} person={person} />
      <Moderating circleId={circleId} person={person} />
      {mayAbout(person, 'remove') && <Remove circleId={circleId} person={person} />}
    </li>
  );
}

function Decide({ circleId, person }: Props) {
  const { t } = useTranslation();
  const accept = useCommand('circlePerson', 'post', '/circles/{circleId}/people/{personId}/accept');
  const decline = useCommand('circlePerson', 'post', '/circles/{circleId}/people/{personId}/decline');
  const failed = accept.isError ? accept : decline;
  const { id: personId, version, name } = person;
  if (!mayAbout(person, 'accept')) return null;
  return (
    <>
      {failed.isError && <Refusal title={t('circle.notDecided')} error={failed.error} />}
      <div className="actions">
        {mayAbout(person, 'decline') && (
          <ConfirmButton
            loading={decline.isPending}
            question={t('circle.declineQuestion', { name })}
            confirmText={t('circle.decline')}
            onConfirm={() => decline.mutate({ circleId, personId, version })}
          >
            {t('circle.decline')}
          </ConfirmButton>
        )}
        <Button
          type="primary"
          loading={accept.isPending}
          onClick={() => accept.mutate({ circleId, personId, version })}
        >
          {t('circle.accept')}
        </Button>
      </div>
    </>
  );
}

function Moderating({ circleId, person }: Props) {
  const { t } = useTranslation();
  const name = useCommand('circlePerson', 'post', '/circles/{circleId}/people/{personId}/name-moderator');
  const end = useCommand('circlePerson', 'post', '/circles/{circleId}/people/{personId}/end-moderator');
  const { id: personId, version, isModerator } = person;
  if (!mayAbout(person, isModerator ? 'endModerator' : 'nameModerator')) return null;
  const command = isModerator ? end : name;
  const words = t(isModerator ? 'circle.endModerator' : 'circle.nameModerator');
  return (
    <>
      {command.isError && <Refusal title={t('circle.notDecided')} error={command.error} />}
      <div className="actions">
        <Button loading={command.isPending} onClick={() => command.mutate({ circleId, personId, version })}>
          {words}
        </Button>
      </div>
    </>
  );
}

function Remove({ circleId, person: { id: personId, version, name } }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const remove = useCommand('circlePerson', 'post', '/circles/{circleId}/people/{personId}/remove');
  return (
    <details className="fold">
      <summary>{t('circle.remove')}</summary>
      <p className="hint">{t('circle.removeHint')}</p>
      <ReasonField reason={reason} label={t('circle.reason')} required={t('circle.reasonRequired')} />
      {remove.isError && <Refusal title={t('circle.notDecided')} error={remove.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={remove.isPending}
          question={t('circle.removeQuestion', { name })}
          confirmText={t('circle.remove')}
          onConfirm={() =>
            reason.take((text) => remove.mutate({ circleId, personId, version, body: { reason: text } }))
          }
        >
          {t('circle.remove')}
        </ConfirmButton>
      </div>
    </details>
  );
}
