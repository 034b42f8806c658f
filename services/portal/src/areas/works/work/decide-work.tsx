import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { mayDo, type Work } from './work.model.js';

interface Props {
  readonly work: Work;
}

/** An officer lets a work take part, or does not, and goes on to the next that waits. */
export function DecideWork({ work }: Props) {
  return (
    <>
      {mayDo(work, 'admit') && <Admit work={work} />}
      {mayDo(work, 'refuse') && <Refuse work={work} />}
      <NextToDecide work={work} />
    </>
  );
}

function Admit({ work: { id: workId, version } }: Props) {
  const { t } = useTranslation();
  const admit = useCommand('work', 'post', '/works/{workId}/admit');
  return (
    <section className="card" aria-label={t('works.admit')}>
      <p className="hint">{t('works.admitHint')}</p>
      {admit.isError && <Refusal title={t('works.notDecided')} error={admit.error} />}
      <div className="actions">
        <ConfirmButton
          type="primary"
          loading={admit.isPending}
          question={t('works.admitQuestion')}
          confirmText={t('works.admit')}
          onConfirm={() => admit.mutate({ workId, version })}
        >
          {t('works.admit')}
        </ConfirmButton>
      </div>
    </section>
  );
}

function Refuse({ work: { id: workId, version } }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const refuse = useCommand('work', 'post', '/works/{workId}/refuse');
  return (
    <details className="card">
      <summary>{t('works.refuse')}</summary>
      <p className="hint">{t('works.refuseHint')}</p>
      <ReasonField reason={reason} label={t('works.reason')} required={t('works.reasonRequired')} />
      {refuse.isError && <Refusal title={t('works.notDecided')} error={refuse.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={refuse.isPending}
          question={t('works.refuseQuestion')}
          confirmText={t('works.refuse')}
          onConfirm={() => reason.take((text) => refuse.mutate({ workId, version, body: { reason: text } }))}
        >
          {t('works.refuse')}
        </ConfirmButton>
      </div>
    </details>
  );
}

function NextToDecide({ work: { id, worksCallId } }: Props) {
  const { t } = useTranslation();
  const waiting = useList('work', '/works-calls/{worksCallId}/works', { worksCallId, state: 'sent' });
  const next = waiting.items?.find((one) => one.id !== id && !one.isMine);
  if (next === undefined) return null;
  return (
    <p>
      <ButtonLink to={`/works/${next.id}`} isPlain>
        {t('works.nextToDecide', { title: next.title })}
      </ButtonLink>
    </p>
  );
}
