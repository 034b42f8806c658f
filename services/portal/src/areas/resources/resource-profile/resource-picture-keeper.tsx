import '../../../kit/styles/picture.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { Refusal } from '../../../kit/states.js';
import { moved } from '../../../kit/order.model.js';
import { AddResourcePicture } from './add-resource-picture.js';
import { EditResourcePicture } from './edit-resource-picture.js';
import { ResourceImage } from './resource-image.js';
import type { ResourcePictures } from './use-profile.js';

const picturesMax = 10;

interface ResourcePictureKeeperProps {
  readonly resourceId: string;
  readonly pictures: ResourcePictures;
}

/** Adds pictures, arranges and removes them, and restores removed ones. */
export function ResourcePictureKeeper({ resourceId, pictures }: ResourcePictureKeeperProps) {
  const { t } = useTranslation();
  const { items, removed } = pictures;
  const [isAdding, setIsAdding] = useState(false);
  return (
    <>
      {items.length === 0 && <p>{t('profile.pictures.none')}</p>}
      <Lines resourceId={resourceId} items={items} />
      {isAdding && <AddResourcePicture resourceId={resourceId} onDone={() => setIsAdding(false)} />}
      {!isAdding && items.length < picturesMax && (
        <Button onClick={() => setIsAdding(true)}>{t('profile.pictures.add')}</Button>
      )}
      {removed.length > 0 && <Removed resourceId={resourceId} removed={removed} />}
    </>
  );
}

interface LinesProps {
  readonly resourceId: string;
  readonly items: ResourcePictures['items'];
}

function Lines({ resourceId, items }: LinesProps) {
  const { t } = useTranslation();
  const arrange = useCommand('resource', 'put', '/resources/{resourceId}/pictures');
  const remove = useCommand('resource', 'delete', '/resources/{resourceId}/pictures/{pictureId}');
  const ids = items.map(({ id }) => id);
  const move = (index: number, step: -1 | 1): void =>
    arrange.mutate({ resourceId, body: { pictureIds: moved(ids, index, step) } });
  return (
    <>
      <ol className="plain-list picture-lines">
        {items.map((picture, index) => (
          <li key={picture.id}>
            <ResourceImage resourceId={resourceId} picture={picture} width="320" />
            <div>
              <p>{picture.caption ?? picture.alt}</p>
              <EditResourcePicture resourceId={resourceId} picture={picture} number={index + 1} />
              <div className="actions">
                <Button disabled={index === 0 || arrange.isPending} onClick={() => move(index, -1)}>
                  {t('profile.pictures.earlier', { number: index + 1 })}
                </Button>
                <Button
                  disabled={index === items.length - 1 || arrange.isPending}
                  onClick={() => move(index, 1)}
                >
                  {t('profile.pictures.later', { number: index + 1 })}
                </Button>
                <ConfirmButton
                  danger
                  loading={remove.isPending}
                  question={t('profile.pictures.removeQuestion')}
                  confirmText={t('profile.pictures.removeYes')}
                  onConfirm={() => remove.mutate({ resourceId, pictureId: picture.id })}
                >
                  {t('profile.pictures.remove', { number: index + 1 })}
                </ConfirmButton>
              </div>
            </div>
          </li>
        ))}
      </ol>
      {arrange.isError && <Refusal title={t('profile.notSaved')} error={arrange.error} />}
      {remove.isError && <Refusal title={t('profile.notSaved')} error={remove.error} />}
    </>
  );
}

interface RemovedProps {
  readonly resourceId: string;
  readonly removed: ResourcePictures['removed'];
}

/** The removed pictures that can still be restored. */
function Removed({ resourceId, removed }: RemovedProps) {
  const { t } = useTranslation();
  const { instant } = useFormat();
  const restore = useCommand('resource', 'post', '/resources/{resourceId}/pictures/{pictureId}/restore');
  return (
    <details>
      <summary>{t('profile.pictures.removed', { count: removed.length })}</summary>
      <ul className="plain-list lines">
        {removed.map(({ id, alt, erasedAt }) => (
          <li key={id}>
            <p>{alt}</p>
            <p className="hint">{t('profile.documents.erasedAt', { time: instant(erasedAt) })}</p>
            <Button loading={restore.isPending} onClick={() => restore.mutate({ resourceId, pictureId: id })}>
              {t('profile.pictures.restore', { alt })}
            </Button>
          </li>
        ))}
      </ul>
      {restore.isError && <Refusal title={t('profile.notSaved')} error={restore.error} />}
    </details>
  );
}
