import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import type { NoShow } from './no-show.model.js';

/** Excuses a member or upholds the record, for a reason that the member reads. */
export function DecideForm({ noShow }: { readonly noShow: NoShow }) {
  const { t } = useTranslation();
  const reason = useReason();
  const decide = useCommand('noShow', 'post', '/no-shows/{noShowId}/decision');
  const send = (excused: boolean): void =>
    reason.take((text) =>
      decide.mutate({ noShowId: noShow.id, version: noShow.version, body: { excused, reason: text } }),
    );
  return (
    <div className="nested">
      <ReasonField reason={reason} label={t('noShow.reason')} required={t('noShow.reasonRequired')} />
      {decide.isError && <Refusal title={t('noShow.notDecided')} error={decide.error} />}
      <div className="actions">
        <Button loading={decide.isPending} onClick={() => send(true)}>
          {t('noShow.excuse')}
        </Button>
        <ConfirmButton
          danger
          loading={decide.isPending}
          question={t('noShow.upholdQuestion')}
          confirmText={t('noShow.uphold')}
          onConfirm={() => send(false)}
        >
          {t('noShow.uphold')}
        </ConfirmButton>
      </div>
    </div>
  );
}
