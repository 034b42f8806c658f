import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { ButtonLink } from '../../../kit/button-link.js';
import { Choice } from '../../../kit/choice.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { PagedList } from '../../../kit/paged-list.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { type DisclosureItem, type DisclosureOccasion, isOpen, writePathOf } from './disclosure.model.js';
import { usePeriodText } from './item-card.js';

interface Props {
  readonly item: DisclosureItem;
  readonly occasion: DisclosureOccasion;
}

/** Links a bulletin, or takes the link back; each comes once it is opened. */
export function OccasionActs({ item, occasion }: Props) {
  const { t } = useTranslation();
  const [isShown, setIsShown] = useState(false);
  const isToLink = isOpen(occasion);
  return (
    <details onToggle={(event) => setIsShown(event.currentTarget.open)}>
      <summary>{t(isToLink ? 'disclosureItem.link' : 'disclosureItem.unlink')}</summary>
      {isShown &&
        (isToLink ? (
          <LinkBulletin item={item} occasion={occasion} />
        ) : (
          <Unlink item={item} occasion={occasion} />
        ))}
    </details>
  );
}

function LinkBulletin({ item, occasion }: Props) {
  const { t } = useTranslation();
  const periodText = usePeriodText();
  const { id: itemId, unionId } = item;
  const [bulletinId, choose] = useState<string>();
  const meet = useCommand('disclosureItem', 'post', '/disclosure-items/{itemId}/occasions/{on}/meet');
  const list = useList('bulletin', '/bulletins', { state: 'published', kind: 'disclosure', unionId });
  const period = periodText(occasion);
  const write = (
    <ButtonLink
      to={writePathOf(item, period === '' ? '' : t('disclosureItem.titlePeriod', { period }))}
      isPlain
    >
      {t('disclosureItem.write')}
    </ButtonLink>
  );
  return (
    <PagedList list={list} empty={{ text: t('disclosureItem.linkNone'), action: write }}>
      {(bulletins) => (
        <>
          <Choice<string>
            label={t('disclosureItem.linkLabel')}
            {...(bulletinId === undefined ? {} : { value: bulletinId })}
            options={[
              { value: '', label: t('disclosureItem.chooseBulletin') },
              ...bulletins.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            onChange={choose}
          />
          {meet.isError && <Refusal title={t('disclosureItem.notLinked')} error={meet.error} />}
          <div className="actions">
            <Button
              type="primary"
              disabled={bulletinId === undefined}
              loading={meet.isPending}
              onClick={() =>
                bulletinId !== undefined && meet.mutate({ itemId, on: occasion.on, body: { bulletinId } })
              }
            >
              {t('disclosureItem.linkDone')}
            </Button>
            {write}
          </div>
          <p className="hint">{t('disclosureItem.writeHint')}</p>
        </>
      )}
    </PagedList>
  );
}

function Unlink({ item: { id: itemId }, occasion: { on } }: Props) {
  const { t } = useTranslation();
  const reason = useReason();
  const unlink = useCommand('disclosureItem', 'post', '/disclosure-items/{itemId}/occasions/{on}/unlink');
  return (
    <>
      <ReasonField
        reason={reason}
        label={t('disclosureItem.unlinkReason')}
        required={t('disclosureItem.reasonRequired')}
      />
      {unlink.isError && <Refusal title={t('disclosureItem.notUnlinked')} error={unlink.error} />}
      <div className="actions">
        <ConfirmButton
          loading={unlink.isPending}
          question={t('disclosureItem.unlinkQuestion')}
          confirmText={t('disclosureItem.unlink')}
          onConfirm={() => reason.take((text) => unlink.mutate({ itemId, on, body: { reason: text } }))}
        >
          {t('disclosureItem.unlink')}
        </ConfirmButton>
      </div>
    </>
  );
}
