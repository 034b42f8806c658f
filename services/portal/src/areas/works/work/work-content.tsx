import './work.css';
import { useTranslation } from 'react-i18next';
import { FileButtons } from '../../../kit/file-buttons.js';
import { filePath, isPicture, isRecording, knowsAuthor, type Work } from './work.model.js';
import { WorkPicture } from './work-picture.js';
import { WorkRecording } from './work-recording.js';

/** What a work says and shows. Names of files may name their author: whoever is not to know sees numbers. */
export function WorkContent({
  work,
  isPublic = false,
}: {
  readonly work: Work;
  readonly isPublic?: boolean;
}) {
  const { t } = useTranslation();
  const files = work.files.map((file, index) => ({
    ...file,
    shownName: knowsAuthor(work) ? file.name : t('works.fileNumber', { number: index + 1 }),
  }));
  const pictures = files.filter(isPicture);
  const recordings = files.filter(isRecording);
  return (
    <>
      <p className="prose work-text">{work.text}</p>
      {pictures.length > 0 && (
        <ul className="work-pictures">
          {pictures.map((file) => (
            <li key={file.id}>
              <WorkPicture workId={work.id} file={file} name={file.shownName} isPublic={isPublic} />
            </li>
          ))}
        </ul>
      )}
      {recordings.length > 0 && (
        <ul className="work-pictures">
          {recordings.map((file) => (
            <li key={file.id}>
              <WorkRecording workId={work.id} file={file} name={file.shownName} isPublic={isPublic} />
            </li>
          ))}
        </ul>
      )}
      {files.length > 0 && (
        <FileButtons
          files={files.map((file) => ({
            label: t('works.saveFile', { name: file.shownName }),
            path: filePath(work.id, file, isPublic),
            name: file.shownName,
          }))}
          refused={t('works.fileNotSaved')}
        />
      )}
    </>
  );
}
