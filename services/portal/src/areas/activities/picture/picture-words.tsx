import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import type { Picture } from './picture.model.js';
import { saidIn, WordFields, type Words } from '../../../kit/word-fields.js';

interface PictureWordsProps {
  readonly activityId: string;
  readonly picture: Picture;
  readonly isCover: boolean;
  readonly onDone: () => void;
}

/** Changes the caption and the description of a picture. */
export function PictureWords({ activityId, picture, isCover, onDone }: PictureWordsProps) {
  const { t } = useTranslation();
  const edit = useCommand('activityPicture', 'patch', '/activities/{activityId}/pictures/{pictureId}');
  return (
    <CommandForm
      command={edit}
      input={(words: Words) => ({ activityId, pictureId: picture.id, body: saidIn(words) })}
      submit={t('picture.save')}
      refused={t('picture.notSaved')}
      onDone={onDone}
      onCancel={onDone}
      initialValues={{ alt: picture.alt ?? '', caption: picture.caption ?? '' }}
    >
      <WordFields isRequired={isCover} />
    </CommandForm>
  );
}
