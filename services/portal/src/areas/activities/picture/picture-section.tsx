import '../../../kit/styles/picture.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { useRead } from '../../../api/use-read.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { moved } from '../../../kit/order.model.js';
import type { Pictures } from './picture.model.js';
import { PictureLine } from './picture-line.js';
import { RemovedPictures } from './removed-pictures.js';

const AddPicture = lazyPart('AddPicture', () => import('./add-picture.js'));
const picturesMax = 21;

interface PictureSectionProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** The pictures of an activity: added, put in order, described, removed and restored. */
export function PictureSection({ activity, mayManage }: PictureSectionProps) {
  const { t } = useTranslation();
  const pictures = useRead('activityPicture', '/activities/{activityId}/pictures', {
    activityId: activity.id,
  });
  const isOwn = mayManage || (activity.organiser.kind === 'person' && activity.state === 'draft');
  return (
    <section className="card" aria-labelledby="picture-section-title">
      <h2 id="picture-section-title">{t('picture.title')}</h2>
      <p className="hint">{t('picture.sectionHint')}</p>
      <Loaded query={pictures}>
        {(data) => (
          <Present activity={activity} pictures={data} mayChange={isOwn && activity.state !== 'cancelled'} />
        )}
      </Loaded>
    </section>
  );
}

interface PresentProps {
  readonly activity: Activity;
  readonly pictures: Pictures;
  readonly mayChange: boolean;
}

function Present({ activity, pictures: { items, coverId, removed }, mayChange }: PresentProps) {
  const { t } = useTranslation();
  const arrange = useCommand('activityPicture', 'put', '/activities/{activityId}/pictures');
  const send = (pictureIds: string[], cover: string | null): void =>
    arrange.mutate({
      activityId: activity.id,
      body: { pictureIds, ...(cover === null ? {} : { coverId: cover }) },
    });
  const ids = items.map(({ id }) => id);
  return (
    <>
      {items.length === 0 && <p>{t('picture.none')}</p>}
      <ol className="plain-list picture-lines">
        {items.map((picture, index) => (
          <PictureLine
            key={picture.id}
            activity={activity}
            picture={picture}
            place={{ number: index + 1, isCover: picture.id === coverId, isLast: index === items.length - 1 }}
            mayChange={mayChange}
            onMove={(step) => send(moved(ids, index, step), coverId)}
            onCover={() => send(ids, picture.id)}
          />
        ))}
      </ol>
      {arrange.isError && <Refusal title={t('picture.notArranged')} error={arrange.error} />}
      {mayChange && items.length < picturesMax && <Add activityId={activity.id} isFirst={coverId === null} />}
      {mayChange && removed.length > 0 && <RemovedPictures activity={activity} removed={removed} />}
    </>
  );
}

function Add({ activityId, isFirst }: { readonly activityId: string; readonly isFirst: boolean }) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) return <AddPicture activityId={activityId} isFirst={isFirst} onDone={() => setIsOpen(false)} />;
  return <Button onClick={() => setIsOpen(true)}>{t('picture.add')}</Button>;
}
