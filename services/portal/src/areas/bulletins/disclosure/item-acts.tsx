import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { ReasonField, useReason } from '../../../kit/reason-field.js';
import { Refusal } from '../../../kit/states.js';
import { type DisclosureItem, itemValuesOf } from './disclosure.model.js';
import { ItemForm } from './item-form.js';

/** Changes it, or ends it. The form comes once it is opened. */
export function ItemActs({ item }: { readonly item: DisclosureItem }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const { id: itemId, version } = item;
  const change = useCommand('disclosureItem', 'put', '/disclosure-items/{itemId}', { onStale: 'refuse' });
  return (
    <>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{t('disclosureItem.change')}</summary>
        {isOpen && (
          <ItemForm
            key={version}
            name={`item-${itemId}`}
            command={change}
            input={(body) => ({ itemId, version, body })}
            initial={itemValuesOf(item)}
            submit={t('disclosureItem.save')}
            onDone={() => setIsOpen(false)}
          />
        )}
      </details>
      <End item={item} />
    </>
  );
}

function End({ item: { id: itemId, version } }: { readonly item: DisclosureItem }) {
  const { t } = useTranslation();
  const reason = useReason();
  const end = useCommand('disclosureItem', 'post', '/disclosure-items/{itemId}/end');
  return (
    <details>
      <summary>{t('disclosureItem.end')}</summary>
      <p className="hint">{t('disclosureItem.endHint')}</p>
      <ReasonField
        reason={reason}
        label={t('disclosureItem.endReason')}
        required={t('disclosureItem.reasonRequired')}
      />
      {end.isError && <Refusal title={t('disclosureItem.notEnded')} error={end.error} />}
      <div className="actions">
        <ConfirmButton
          danger
          loading={end.isPending}
          question={t('disclosureItem.endQuestion')}
          confirmText={t('disclosureItem.end')}
          onConfirm={() => reason.take((text) => end.mutate({ itemId, version, body: { reason: text } }))}
        >
          {t('disclosureItem.end')}
        </ConfirmButton>
      </div>
    </details>
  );
}
