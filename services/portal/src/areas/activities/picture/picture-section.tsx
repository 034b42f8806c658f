import '../../../kit/styles/picture.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Loaded } from '../../../kit/loaded.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { moved } from '../../../kit/order.model.js';
import { PictureLine } from './picture-line.js';
import { RemovedPictures } from './removed-pictures.js';
import { type Pictures, useArrangePictures, usePictures } from './use-pictures.js';

const AddPicture = lazyPart('AddPicture', () => import('./add-picture.js'));
const picturesMax = 21;

interface PictureSectionProps {
  readonly activity: Activity;
  readonly mayManage: boolean;
}

/** The pictures by which an activity is shown: taken in, put in order, described, removed and brought back. */
export function PictureSection({ activity, mayManage }: PictureSectionProps) {
  const { t } = useTranslation();
  const pictures = usePictures(activity.id);
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
  const arrange = useArrangePictures(activity.id);
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
            onMove={(step) => arrange.mutate({ pictureIds: moved(ids, index, step), coverId })}
            onCover={() => arrange.mutate({ pictureIds: ids, coverId: picture.id })}
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
