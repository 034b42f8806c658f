import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Seen } from '../../../api/use-decision.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { useDecide } from './use-no-shows.js';

/** Excuses somebody, or upholds what was recorded, for a reason that he will read. */
export function DecideForm({ noShow }: { readonly noShow: Seen }) {
  const { t } = useTranslation();
  const reason = useReason();
  const decide = useDecide(noShow);
  const send = (excused: boolean): void => reason.take((text) => decide.mutate({ excused, reason: text }));
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
