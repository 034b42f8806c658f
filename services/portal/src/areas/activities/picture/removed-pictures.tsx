import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useFormat } from '../../../i18n/use-format.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { PictureImage } from './picture-image.js';
import type { Pictures } from './picture.model.js';

interface RemovedPicturesProps {
  readonly activity: Activity;
  readonly removed: Pictures['removed'];
}

/** Removed pictures, as long as they can be restored. */
export function RemovedPictures({ activity, removed }: RemovedPicturesProps) {
  const { t } = useTranslation();
  const format = useFormat(activity.timeZone);
  const restore = useCommand(
    'activityPicture',
    'post',
    '/activities/{activityId}/pictures/{pictureId}/restore',
  );
  return (
    <details>
      <summary>{t('picture.removed', { count: removed.length })}</summary>
      <ul className="plain-list picture-lines">
        {removed.map((picture) => (
          <li key={picture.id}>
            <PictureImage activity={activity} picture={picture} width="320" isRemoved />
            <div>
              <p className="hint">{t('picture.erasedAt', { time: format.instant(picture.erasedAt) })}</p>
              <Button
                loading={restore.isPending}
                onClick={() => restore.mutate({ activityId: activity.id, pictureId: picture.id })}
              >
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
