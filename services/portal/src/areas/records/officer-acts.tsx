import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command.js';
import { ConfirmButton } from '../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../kit/reason-field.js';
import { Refusal } from '../../kit/states.js';
import { may, type PersonRecord } from './record.model.js';

/** What an officer decides on a record that they have not entered. */
export function OfficerActs({ record }: { readonly record: PersonRecord }) {
  return may(record, 'verify') ? (
    <>
      <Verify record={record} />
      <TakeBack record={record} act="refuse" />
    </>
  ) : (
    <TakeBack record={record} act="revoke" />
  );
}

function Verify({ record: { id: recordId, version } }: { readonly record: PersonRecord }) {
  const { t } = useTranslation();
  const verify = useCommand('personRecord', 'post', '/records/{recordId}/verify');
  return (
    <section className="card" aria-label={t('personRecord.verify')}>
      <p className="hint">{t('personRecord.verifyHint')}</p>
      {verify.isError && <Refusal title={t('personRecord.notDone')} error={verify.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={verify.isPending}
          question={t('personRecord.verifyQuestion')}
          confirmText={t('personRecord.verify')}
          onConfirm={() => verify.mutate({ recordId, version })}
        >
          {t('personRecord.verify')}
        </ConfirmButton>
      </div>
    </section>
  );
}

interface TakeBackProps {
  readonly record: PersonRecord;
  readonly act: 'refuse' | 'revoke';
}

/** Not found right, or not any more; the person reads why. */
function TakeBack({ record: { id: recordId, version }, act }: TakeBackProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const refuse = useCommand('personRecord', 'post', '/records/{recordId}/refuse');
  const revoke = useCommand('personRecord', 'post', '/records/{recordId}/revoke');
  const command = act === 'refuse' ? refuse : revoke;
  return (
    <details className="card">
      <summary>{t(`personRecord.${act}`)}</summary>
      <p className="hint">{t(`personRecord.${act}Hint`)}</p>
      <ReasonField
        reason={reason}
        label={t('personRecord.reason')}
        required={t('personRecord.reasonRequired')}
      />
      {command.isError && <Refusal title={t('personRecord.notDone')} error={command.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={command.isPending}
          question={t(`personRecord.${act}Question`)}
          confirmText={t(`personRecord.${act}`)}
          onConfirm={() =>
            reason.take((text) => command.mutate({ recordId, version, body: { reason: text } }))
          }
        >
          {t(`personRecord.${act}`)}
        </ConfirmButton>
      </div>
    </details>
  );
}
