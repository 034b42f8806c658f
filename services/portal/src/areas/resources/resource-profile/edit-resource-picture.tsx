import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../api/use-command.js';
import { CommandForm } from '../../../kit/command-form.js';
import { saidIn, WordFields, type Words } from '../../../kit/word-fields.js';
import type { ResourcePicture } from './use-profile.js';

interface EditResourcePictureProps {
  readonly resourceId: string;
  readonly picture: ResourcePicture;
  readonly number: number;
}

/** Edits what a picture shows, and its caption. */
export function EditResourcePicture({ resourceId, picture, number }: EditResourcePictureProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const edit = useCommand('resource', 'patch', '/resources/{resourceId}/pictures/{pictureId}');
  const close = (): void => setIsOpen(false);
  if (!isOpen)
    return <Button onClick={() => setIsOpen(true)}>{t('profile.pictures.edit', { number })}</Button>;
  return (
    <CommandForm
      command={edit}
      input={(words: Words) => {
        const { alt, caption } = saidIn(words);
        return { resourceId, pictureId: picture.id, body: { caption, ...(alt === null ? {} : { alt }) } };
      }}
      submit={t('picture.save')}
      refused={t('profile.notSaved')}
      onDone={close}
      onCancel={close}
      initialValues={{ alt: picture.alt ?? '', caption: picture.caption ?? '' }}
      className="inner-form"
    >
      <WordFields isRequired />
    </CommandForm>
  );
}
