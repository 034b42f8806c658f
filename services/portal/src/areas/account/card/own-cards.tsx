import '../../../kit/styles/mine.css';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/schema.js';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';

type OwnCard = components['schemas']['OwnCardView'];

/** The cards of the person on all devices; that of a lost phone is revoked here. */
export function OwnCards() {
  const { t } = useTranslation();
  const cards = useList('card', '/me/cards', {});
  const revoke = useCommand('card', 'post', '/me/cards/{cardId}/revoke');
  return (
    <section className="card" aria-labelledby="own-cards-title">
      <h2 id="own-cards-title">{t('card.own')}</h2>
      <p className="hint">{t('card.ownHint')}</p>
      {revoke.isError && <Refusal title={t('card.revokeFailed')} error={revoke.error} />}
      <PagedList list={cards} empty={{ text: t('card.ownEmpty') }}>
        {(items) => (
          <ul className="plain-list mine-lines">
            {items.map((one) => (
              <CardLine
                key={one.id}
                one={one}
                isEnding={revoke.isPending}
                onRevoke={() => revoke.mutate({ cardId: one.id })}
              />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

interface CardLineProps {
  readonly one: OwnCard;
  readonly isEnding: boolean;
  readonly onRevoke: () => void;
}

function CardLine({ one, isEnding, onRevoke }: CardLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isPast = new Date(one.validUntil) <= new Date();
  return (
    <li>
      <p>
        {t(one.isThisDevice ? 'card.thisDevice' : 'card.otherDevice')} ·{' '}
        {t('card.issuedAt', { time: format.instant(one.issuedAt) })}
        {one.revokedBy !== null && <span className="tag">{t(`card.end.${one.revokedBy}`)}</span>}
        {one.revokedBy === null && isPast && <span className="tag">{t('card.past')}</span>}
      </p>
      {one.revokedBy === null && !isPast && (
        <ConfirmButton
          danger
          loading={isEnding}
          question={t(one.isThisDevice ? 'card.revokeThisQuestion' : 'card.revokeQuestion')}
          confirmText={t('card.revoke')}
          onConfirm={onRevoke}
        >
          {t('card.revoke')}
        </ConfirmButton>
      )}
    </li>
  );
}
