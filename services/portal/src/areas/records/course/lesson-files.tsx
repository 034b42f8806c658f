import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { OwnImage } from '../../../kit/own-image.js';
import { PictureGallery } from '../../bulletins/file/picture-gallery.js';
import { type CourseLesson, lessonPictureAddress } from './course.model.js';

const AttachmentList = lazyPart('AttachmentList', () => import('../../../kit/attachment-list.js'), {
  rows: 2,
  texts: ['attachment'],
});

const LessonRecordings = lazyPart('LessonRecordings', () => import('./lesson-recordings.js'), { rows: 2 });

interface LessonFilesProps {
  readonly courseId: string;
  readonly lesson: Pick<CourseLesson, 'pictures' | 'recordings' | 'attachments'>;
}

/** What stands beneath the text of a lesson: its pictures, what is played, then its attachments. */
export function LessonFiles({ courseId, lesson: { pictures, recordings, attachments } }: LessonFilesProps) {
  const { t } = useTranslation();
  return (
    <>
      {pictures.length > 0 && (
        <PictureGallery
          pictures={pictures}
          words={{
            list: t('course.pictures'),
            larger: (alt) => t('course.largerPicture', { alt }),
            shut: t('course.shutPicture'),
          }}
          image={({ fileId, ...shown }, { width }) => (
            <OwnImage {...shown} path={lessonPictureAddress(courseId, fileId, width)} />
          )}
        />
      )}
      {recordings.length > 0 && <LessonRecordings courseId={courseId} recordings={recordings} />}
      {attachments.length > 0 && (
        <AttachmentList
          attachments={attachments}
          pathOf={(fileId) => `/api/v1/courses/${courseId}/attachments/${fileId}`}
        />
      )}
    </>
  );
}
