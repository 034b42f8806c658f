import { Alert, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { CommandForm } from '../../../kit/command-form.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { DateInput } from '../../../kit/date-input.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { mayAct, type Vacancy } from './vacancy.model.js';

interface ActProps {
  readonly vacancy: Vacancy;
}

/** What comes next for a vacancy. */
export function OfficerActs({ vacancy }: ActProps) {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="officer-title">
      <h2 id="officer-title">{t('vacancy.manage')}</h2>
      {mayAct(vacancy, 'publish') && <Publish vacancy={vacancy} />}
      {mayAct(vacancy, 'change') && (
        <div className="actions">
          <ButtonLink to={`/vacancies/${vacancy.id}/edit`} isPlain>
            {t('vacancy.edit')}
          </ButtonLink>
        </div>
      )}
      {mayAct(vacancy, 'restore') && <Restore vacancy={vacancy} />}
      {mayAct(vacancy, 'fill') && <Finish vacancy={vacancy} />}
      {mayAct(vacancy, 'extend') && <Extend vacancy={vacancy} />}
      {mayAct(vacancy, 'withdraw') && <Withdraw vacancy={vacancy} />}
    </section>
  );
}

/** Words that sound like a fee are read again before anybody sees them. */
function Publish({ vacancy: { id: vacancyId, version, feeWords } }: ActProps) {
  const { t } = useTranslation();
  const [feeWordsSeen, setSeen] = useState(false);
  const publish = useCommand('vacancy', 'post', '/vacancies/{vacancyId}/publish');
  return (
    <>
      {feeWords.length > 0 && (
        <>
          <Alert
            type="warning"
            showIcon
            className="notice"
            title={t('vacancy.feeWords', { words: feeWords.join('、') })}
          />
          <Checkbox checked={feeWordsSeen} onChange={({ target }) => setSeen(target.checked)}>
            {t('vacancy.feeWordsSeen')}
          </Checkbox>
        </>
      )}
      {publish.isError && <Refusal title={t('vacancy.notPublished')} error={publish.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={publish.isPending}
          question={t('vacancy.publishQuestion')}
          confirmText={t('vacancy.publish')}
          onConfirm={() => publish.mutate({ vacancyId, version, body: { feeWordsSeen } })}
        >
          {t('vacancy.publish')}
        </ConfirmButton>
      </div>
    </>
  );
}

function Finish({ vacancy: { id: vacancyId, version } }: ActProps) {
  const { t } = useTranslation();
  const fill = useCommand('vacancy', 'post', '/vacancies/{vacancyId}/fill');
  const end = useCommand('vacancy', 'post', '/vacancies/{vacancyId}/end');
  const error = fill.error ?? end.error;
  return (
    <>
      {error !== null && <Refusal title={t('vacancy.notEnded')} error={error} />}
      <div className="actions">
        <ConfirmButton
          loading={fill.isPending}
          question={t('vacancy.fillQuestion')}
          confirmText={t('vacancy.fill')}
          onConfirm={() => fill.mutate({ vacancyId, version })}
        >
          {t('vacancy.fill')}
        </ConfirmButton>
        <ConfirmButton
          loading={end.isPending}
          question={t('vacancy.endQuestion')}
          confirmText={t('vacancy.end')}
          onConfirm={() => end.mutate({ vacancyId, version })}
        >
          {t('vacancy.end')}
        </ConfirmButton>
      </div>
    </>
  );
}

function Extend({ vacancy: { id: vacancyId, version } }: ActProps) {
  const { t } = useTranslation();
  const extend = useCommand('vacancy', 'post', '/vacancies/{vacancyId}/extend');
  return (
    <details>
      <summary>{t('vacancy.extend')}</summary>
      <CommandForm
        name="extend"
        command={extend}
        input={({ until }: { readonly until?: string }) => ({
          vacancyId,
          version,
          body: { until: until ?? '' },
        })}
        submit={t('vacancy.extend')}
        refused={t('vacancy.notExtended')}
        secondary
      >
        <Form.Item
          name="until"
          label={t('vacancy.until')}
          extra={t('vacancy.untilHint')}
          rules={[{ required: true, message: t('vacancy.untilRequired') }]}
        >
          <DateInput />
        </Form.Item>
      </CommandForm>
    </details>
  );
}

function Withdraw({ vacancy: { id: vacancyId, version } }: ActProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const withdraw = useCommand('vacancy', 'post', '/vacancies/{vacancyId}/withdraw');
  return (
    <details>
      <summary>{t('vacancy.withdraw')}</summary>
      <ReasonField
        reason={reason}
        label={t('vacancy.withdrawReason')}
        required={t('vacancy.reasonRequired')}
      />
      {withdraw.isError && <Refusal title={t('vacancy.notWithdrawn')} error={withdraw.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={withdraw.isPending}
          question={t('vacancy.withdrawQuestion')}
          confirmText={t('vacancy.withdraw')}
          onConfirm={() =>
            reason.take((text) => withdraw.mutate({ vacancyId, version, body: { reason: text } }))
          }
        >
          {t('vacancy.withdraw')}
        </ConfirmButton>
      </div>
    </details>
  );
}

function Restore({ vacancy: { id: vacancyId, version } }: ActProps) {
  const { t } = useTranslation();
  const restore = useCommand('vacancy', 'post', '/vacancies/{vacancyId}/restore');
  return (
    <>
      {restore.isError && <Refusal title={t('vacancy.notRestored')} error={restore.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={restore.isPending}
          question={t('vacancy.restoreQuestion')}
          confirmText={t('vacancy.restore')}
          onConfirm={() => restore.mutate({ vacancyId, version })}
        >
          {t('vacancy.restore')}
        </ConfirmButton>
      </div>
    </>
  );
}
