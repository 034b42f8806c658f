import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/use-format.js';
import { ConfirmButton } from '../../shell/confirm-button.js';
import { lazyPart, Preload } from '../../shell/lazy-part.js';
import { Refusal } from '../../shell/states.js';
import { useDraft } from '../../shell/use-draft.js';
import type { Block, Resource } from './resource-filters.js';
import { useUnblock } from './use-resource.js';

const BlockForm = lazyPart('BlockForm', () => import('./block-form.js'));

/** What was noted here stays in the browser until the person signs out: the calendar tells all that is taken, not why. */
interface Noted {
  readonly blocks: readonly Block[];
}

/** Out of service for a time: no loan can be made for it. */
export function BlockSection({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const kept = useDraft<Noted>(`blocks.${resource.id}`);
  const [blocks, setBlocks] = useState<readonly Block[]>(kept.initial?.blocks ?? []);
  const [isAdding, setIsAdding] = useState(false);
  const note = (changed: readonly Block[]): void => {
    setBlocks(changed);
    kept.keep(null, { blocks: changed });
  };
  return (
    <section className="card" aria-labelledby="blocks-title">
      <h2 id="blocks-title">{t('resource.block.title')}</h2>
      <p className="hint">{t('resource.block.hint')}</p>
      <ul className="plain-list lines">
        {blocks.map((block) => (
          <BlockLine
            key={block.id}
            block={block}
            onGone={() => note(blocks.filter(({ id }) => id !== block.id))}
          />
        ))}
      </ul>
      <Preload part={BlockForm} />
      {isAdding ? (
        <BlockForm
          resourceId={resource.id}
          onAdded={(block) => {
            note([...blocks, block]);
            setIsAdding(false);
          }}
          onClose={() => setIsAdding(false)}
        />
      ) : (
        <Button onClick={() => setIsAdding(true)}>{t('resource.block.add')}</Button>
      )}
    </section>
  );
}

function BlockLine({ block, onGone }: { readonly block: Block; readonly onGone: () => void }) {
  const { t } = useTranslation();
  const { period } = useFormat();
  const unblock = useUnblock(block.resourceId);
  return (
    <li>
      <p>
        <strong>{period(block.from, block.to)}</strong>
      </p>
      <p>{block.reason}</p>
      <ConfirmButton
        loading={unblock.isPending}
        question={t('resource.block.removeQuestion')}
        confirmText={t('resource.block.remove')}
        onConfirm={() => unblock.mutate(block.id, { onSuccess: onGone })}
      >
        {t('resource.block.remove')}
      </ConfirmButton>
      {unblock.isError && <Refusal title={t('resource.notSaved')} error={unblock.error} />}
    </li>
  );
}
