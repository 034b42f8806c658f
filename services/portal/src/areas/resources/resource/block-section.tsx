import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useList } from '../../../api/use-read.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart, Preload } from '../../../kit/lazy-part.js';
import { PagedList } from '../../../kit/paged-list.js';
import { Refusal } from '../../../kit/states.js';
import type { Block, Resource } from './resource-filters.js';

const BlockForm = lazyPart('BlockForm', () => import('./block-form.js'));

/** The times when the resource is out of service and cannot be lent. */
export function BlockSection({ resource }: { readonly resource: Resource }) {
  const { t } = useTranslation();
  const blocks = useList('resource', '/resources/{resourceId}/blocks', { resourceId: resource.id });
  const isCounted = resource.counting === 'pieces' || resource.counting === 'stock';
  const [isAdding, setIsAdding] = useState(false);
  return (
    <section className="card" aria-labelledby="blocks-title">
      <h2 id="blocks-title">{t('resource.block.title')}</h2>
      <p className="hint">{t('resource.block.hint')}</p>
      <PagedList list={blocks} empty={{ text: t('resource.block.none') }}>
        {(items) => (
          <ul className="plain-list lines">
            {items.map((block) => (
              <BlockLine key={block.id} block={block} isCounted={isCounted} />
            ))}
          </ul>
        )}
      </PagedList>
      <Preload part={BlockForm} />
      {isAdding ? (
        <BlockForm resource={resource} onDone={() => setIsAdding(false)} />
      ) : (
        <Button onClick={() => setIsAdding(true)}>{t('resource.block.add')}</Button>
      )}
    </section>
  );
}

function BlockLine({ block, isCounted }: { readonly block: Block; readonly isCounted: boolean }) {
  const { t } = useTranslation();
  const { period } = useFormat();
  const unblock = useCommand('resource', 'delete', '/resources/{resourceId}/blocks/{blockId}');
  const { resourceId, id: blockId } = block;
  return (
    <li>
      <p>
        <strong>{period(block.from, block.to)}</strong>
      </p>
      <p>{block.reason}</p>
      {isCounted && <p>{t('stock.blockedCount', { count: block.quantity })}</p>}
      <ConfirmButton
        loading={unblock.isPending}
        question={t('resource.block.removeQuestion')}
        confirmText={t('resource.block.remove')}
        onConfirm={() => unblock.mutate({ resourceId, blockId })}
      >
        {t('resource.block.remove')}
      </ConfirmButton>
      {unblock.isError && <Refusal title={t('resource.notSaved')} error={unblock.error} />}
    </li>
  );
}
