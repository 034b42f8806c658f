import { useState } from 'react';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { WordsForm } from '../../../kit/words-form.js';
import { useNameOf } from '../../../session/use-name-of.js';
import type { Occasion } from './occasion.model.js';

interface ItemProps {
  readonly occasion: Occasion;
  readonly unionId: string;
}

/** Somebody to visit: what for, what was done this year, and what the officer can do. */
export function OccasionItem({ occasion, unionId }: ItemProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useNameOf();
  const { personName, kind, on, state, reason, doneBy, doneByName, doneAt, visits, ownMatters } = occasion;
  const visited = visits.map((visit) =>
    t('occasion.visit', {
      kind: t(`occasion.kind.${visit.kind}`),
      day: format.date(visit.on),
      state: t(`matter.state.${visit.matterState}`),
    }),
  );
  return (
    <li className="card">
      <h2>{personName}</h2>
      <div className="tags">
        <span className="tag is-kind">{t(`occasion.kind.${kind}`)}</span>
        <span className={`tag is-${state === 'due' ? 'waitlisted' : 'ended'}`}>
          {t(`occasion.state.${state}`)}
        </span>
      </div>
      <p>{format.date(on)}</p>
      {reason !== null && <p>{t('occasion.reason', { reason })}</p>}
      {doneAt !== null && (
        <p className="hint">
          {t('occasion.doneBy', { name: nameOf(doneBy, doneByName) ?? '–', at: format.instant(doneAt) })}
        </p>
      )}
      <p className="hint">
        {visited.length === 0 ? t('occasion.noVisits') : `${t('occasion.visits')}${visited.join('；')}`}
      </p>
      {ownMatters > 0 && <p className="hint">{t('occasion.ownMatters', { count: ownMatters })}</p>}
      <Acts occasion={occasion} unionId={unionId} />
    </li>
  );
}

function Acts({ occasion, unionId }: ItemProps) {
  const { t } = useTranslation();
  const [isSkipping, setIsSkipping] = useState(false);
  const open = useCommand('occasion', 'post', '/unions/{unionId}/occasions/matters');
  const {
    personId,
    personName: name,
    kind: occasionKind,
    on,
    state,
    serviceName,
    matterId,
    openable,
  } = occasion;
  const kind = t(`occasion.kind.${occasionKind}`);
  if (matterId !== null)
    return (
      <div className="actions">
        <ButtonLink to={`/matters/${matterId}`} label={t('occasion.seeOf', { name, kind })}>
          {t('occasion.see')}
        </ButtonLink>
      </div>
    );
  return (
    <>
      {serviceName === null && <p className="hint">{t('occasion.noService')}</p>}
      {open.isError && <Refusal title={t('occasion.openRefused')} error={open.error} />}
      <div className="actions">
        {openable && (
          <ConfirmButton
            loading={open.isPending}
            aria-label={t('occasion.openFor', { name, kind })}
            question={t('occasion.openQuestion', { name, kind, service: serviceName ?? '' })}
            confirmText={t('occasion.open')}
            onConfirm={() => open.mutate({ unionId, body: { personId, kind: occasionKind, on } })}
          >
            {t('occasion.open')}
          </ConfirmButton>
        )}
        {state === 'due' && !isSkipping && (
          <Button aria-label={t('occasion.skipFor', { name, kind })} onClick={() => setIsSkipping(true)}>
            {t('occasion.skip')}
          </Button>
        )}
      </div>
      {isSkipping && <Skip occasion={occasion} unionId={unionId} onClose={() => setIsSkipping(false)} />}
    </>
  );
}

function Skip({ occasion, unionId, onClose }: ItemProps & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const skip = useCommand('occasion', 'post', '/unions/{unionId}/occasions/skips');
  const { personId, kind, on } = occasion;
  return (
    <WordsForm
      label={t('occasion.skipReason')}
      required={t('occasion.skipRequired')}
      submit={t('occasion.skipYes')}
      refused={t('occasion.skipRefused')}
      isPending={skip.isPending}
      error={skip.error}
      onSubmit={(reason) =>
        skip.mutate({ unionId, body: { personId, kind, on, reason } }, { onSuccess: onClose })
      }
      onClose={onClose}
    />
  );
}
