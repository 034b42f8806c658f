import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { useMe } from '../../../session/use-session.js';
import type { Club } from './club.model.js';

/** Whether the reader is in the club, with the button to join or leave. */
export function OwnTerm({ club }: { readonly club: Club }) {
  const { t } = useTranslation();
  const join = useCommand('club', 'post', '/clubs/{clubId}/members');
  const leave = useCommand('club', 'post', '/clubs/{clubId}/members/{personId}/end');
  const { data: me } = useMe();
  const term = club.mine?.validTo === null ? club.mine : null;
  const failed = join.isError ? join.error : leave.error;
  return (
    <section className="card" aria-labelledby="own-term-title">
      <h2 id="own-term-title">{t('club.own')}</h2>
      <div role="status" aria-live="polite">
        <TermWords term={club.mine} />
      </div>
      {failed !== null && <Refusal title={t('club.refused')} error={failed} />}
      <div className="actions">
        {term === null && club.active && (
          <Button
            type="primary"
            loading={join.isPending}
            onClick={() => join.mutate({ clubId: club.id, body: {} })}
          >
            {t('club.join')}
          </Button>
        )}
        {term !== null && me !== undefined && (
          <ConfirmButton
            loading={leave.isPending}
            question={t('club.leaveQuestion', { name: club.name })}
            confirmText={t('club.leave')}
            onConfirm={() =>
              leave.mutate({ clubId: club.id, personId: me.personId, version: term.version, body: {} })
            }
          >
            {t('club.leave')}
          </ConfirmButton>
        )}
      </div>
    </section>
  );
}

function TermWords({ term }: { readonly term: Club['mine'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (term === null) return <p>{t('club.never')}</p>;
  const from = format.date(term.validFrom);
  if (term.validTo === null) return <p>{t('club.since', { from })}</p>;
  return (
    <>
      <p>{t('club.until', { from, to: format.date(term.validTo) })}</p>
      {term.endReason !== null && <p>{t('club.removedFor', { reason: term.endReason })}</p>}
    </>
  );
}
