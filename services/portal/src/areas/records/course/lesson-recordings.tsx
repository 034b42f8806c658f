import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { OwnRecording } from '../../../kit/own-recording.js';
import { fileSizeText } from '../../../kit/upload.model.js';
import { type CourseLesson, isVideo, lessonPictureAddress } from './course.model.js';

interface LessonRecordingsProps {
  readonly courseId: string;
  readonly recordings: CourseLesson['recordings'];
}

/** The videos and recordings of a lesson, each brought once somebody plays it. */
export function LessonRecordings({ courseId, recordings }: LessonRecordingsProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <ul className="plain-list lesson-recordings" aria-label={t('course.recordings')}>
      {recordings.map(({ fileId, title: name, kind, size, hasPoster }) => (
        <li key={fileId}>
          <p>
            {name}{' '}
            <span className="hint">
              {t('course.recordingAbout', {
                kind: t(isVideo(kind) ? 'course.video' : 'course.audio'),
                size: fileSizeText(size, number),
              })}
            </span>
          </p>
          <OwnRecording
            path={`/api/v1/courses/${courseId}/recordings/${fileId}`}
            posterPath={hasPoster ? lessonPictureAddress(courseId, fileId, '800') : null}
            name={name}
            isVideo={isVideo(kind)}
            words={{ play: t('course.play', { name }), notPlayed: t('course.notPlayed', { name }) }}
          />
        </li>
      ))}
    </ul>
  );
}
