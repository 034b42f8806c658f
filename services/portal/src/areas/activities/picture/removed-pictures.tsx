import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { PictureImage } from './picture-image.js';
import { type Pictures, useRestorePicture } from './use-pictures.js';

interface RemovedPicturesProps {
  readonly activity: Activity;
  readonly removed: Pictures['removed'];
}

/** What was removed, as long as it can be brought back. */
export function RemovedPictures({ activity, removed }: RemovedPicturesProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const restore = useRestorePicture(activity.id);
  return (
    <details>
      <summary>{t('picture.removed', { count: removed.length })}</summary>
      <ul className="plain-list picture-lines">
        {removed.map((picture) => (
          <li key={picture.id}>
            <PictureImage activity={activity} picture={picture} width="320" isRemoved />
            <div>
              <p className="hint">{t('picture.erasedAt', { time: format.instant(picture.erasedAt) })}</p>
              <Button loading={restore.isPending} onClick={() => restore.mutate(picture.id)}>
                {t('picture.restore')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {restore.isError && <Refusal title={t('picture.notRestored')} error={restore.error} />}
    </details>
  );
}
