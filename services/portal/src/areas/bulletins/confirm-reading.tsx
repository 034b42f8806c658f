import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-command.js';
import { useFormat } from '../../i18n/use-format.js';
import { Refusal } from '../../kit/states.js';
import type { Bulletin } from './bulletin.model.js';

/** Whoever must read it says that they have. */
export function ConfirmReading({ bulletin }: { readonly bulletin: Bulletin }) {
  const { t } = useTranslation();
  const format = useFormat();
  const confirm = useCommand('bulletin', 'post', '/bulletins/{bulletinId}/confirm');
  const { id: bulletinId, toConfirm, confirmedAt } = bulletin;
  if (confirmedAt !== null)
    return (
      <p className="hint" role="status">
        {t('bulletin.confirmedAt', { at: format.instant(confirmedAt) })}
      </p>
    );
  if (!toConfirm) return null;
  return (
    <section className="card" aria-labelledby="confirm-title">
      <h2 id="confirm-title">{t('bulletin.confirmTitle')}</h2>
      {confirm.isError && <Refusal title={t('bulletin.notConfirmed')} error={confirm.error} />}
      <div className="actions">
        <Button type="primary" loading={confirm.isPending} onClick={() => confirm.mutate({ bulletinId })}>
          {t('bulletin.confirm')}
        </Button>
      </div>
    </section>
  );
}
