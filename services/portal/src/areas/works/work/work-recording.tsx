import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../i18n/use-format.js';
import { OwnRecording } from '../../../kit/own-recording.js';
import { fileSizeText } from '../../../kit/upload.model.js';
import { filePath, isVideo, previewPath, type WorkFile } from './work.model.js';

interface WorkRecordingProps {
  readonly workId: string;
  readonly file: WorkFile;
  readonly name: string;
  readonly isPublic: boolean;
}

/** A video or a recording of a work. */
export function WorkRecording({ workId, file, name, isPublic }: WorkRecordingProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const kind = t(`works.fileKind.${isVideo(file) ? 'video' : 'audio'}`);
  const still = t('works.still', { kind, size: fileSizeText(file.bytes, number) });
  return (
    <OwnRecording
      path={filePath(workId, file, isPublic)}
      posterPath={file.hasPreview ? previewPath(workId, file, isPublic) : null}
      name={name}
      isVideo={isVideo(file)}
      isPublic={isPublic}
      words={{ play: t('works.play', { name }), notPlayed: t('works.notPlayed', { name }), still }}
    />
  );
}
