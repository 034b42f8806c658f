import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { ConfirmButton } from '../../../kit/confirm-button.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { Refusal } from '../../../kit/states.js';
import type { Activity } from '../activity/activity-form.js';
import { PictureImage } from './picture-image.js';
import type { Picture } from './picture.model.js';

const PictureWords = lazyPart('PictureWords', () => import('./picture-words.js'));

interface Place {
  readonly number: number;
  readonly isCover: boolean;
  readonly isLast: boolean;
}

interface PictureLineProps {
  readonly activity: Activity;
  readonly picture: Picture;
  readonly place: Place;
  readonly mayChange: boolean;
  readonly onMove: (step: -1 | 1) => void;
  readonly onCover: () => void;
}

/** One picture, as those see it who arrange the pictures. */
export function PictureLine(props: PictureLineProps) {
  const { t } = useTranslation();
  const { activity, picture, place, mayChange } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <li>
      <PictureImage activity={activity} picture={picture} width="320" />
      <div>
        <p>
          <strong>{t('picture.number', { number: place.number })}</strong>
          {place.isCover && <span className="tag is-published">{t('picture.cover')}</span>}
        </p>
        {picture.caption !== null && <p>{picture.caption}</p>}
        <p className="hint">{picture.alt ?? t('picture.altMissing')}</p>
        {mayChange && !isOpen && <Acts {...props} onWords={() => setIsOpen(true)} />}
        {isOpen && (
          <PictureWords
            activityId={activity.id}
            picture={picture}
            isCover={place.isCover}
            onDone={() => setIsOpen(false)}
          />
        )}
      </div>
    </li>
  );
}

function Acts(props: PictureLineProps & { readonly onWords: () => void }) {
  const { t } = useTranslation();
  const { activity, picture, place, onMove, onCover, onWords } = props;
  const remove = useCommand('activityPicture', 'delete', '/activities/{activityId}/pictures/{pictureId}');
  const { number } = place;
  return (
    <>
      <div className="actions">
        <Button
          disabled={number === 1}
          onClick={() => onMove(-1)}
          aria-label={t('picture.earlierOf', { number })}
        >
          {t('picture.earlier')}
        </Button>
        <Button
          disabled={place.isLast}
          onClick={() => onMove(1)}
          aria-label={t('picture.laterOf', { number })}
        >
          {t('picture.later')}
        </Button>
        {!place.isCover && picture.alt !== null && (
          <Button onClick={onCover} aria-label={t('picture.makeCoverOf', { number })}>
            {t('picture.makeCover')}
          </Button>
        )}
        <Button onClick={onWords} aria-label={t('picture.wordsOf', { number })}>
          {t('picture.words')}
        </Button>
        <ConfirmButton
          danger
          loading={remove.isPending}
          question={t('picture.removeQuestion')}
          confirmText={t('picture.removeYes')}
          onConfirm={() => remove.mutate({ activityId: activity.id, pictureId: picture.id })}
          aria-label={t('picture.removeOf', { number })}
        >
          {t('picture.remove')}
        </ConfirmButton>
      </div>
      {remove.isError && <Refusal title={t('picture.notRemoved')} error={remove.error} />}
    </>
  );
}
