import './work.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnImage } from '../../../kit/own-image.js';
import { useOwnContent } from '../../../kit/own-content.js';
import { Refusal } from '../../../kit/states.js';
import { filePath, isVideo, previewPath, type WorkFile } from './work.model.js';

interface WorkRecordingProps {
  readonly workId: string;
  readonly file: WorkFile;
  readonly name: string;
  readonly isPublic: boolean;
}

/** A video or a recording. It may be twenty megabytes, so it is brought once somebody wants to see or hear it. */
export function WorkRecording({ workId, file, name, isPublic }: WorkRecordingProps) {
  const { t } = useTranslation();
  const [isWanted, setIsWanted] = useState(false);
  const path = filePath(workId, file, isPublic);
  const own = useOwnContent(path, isWanted && !isPublic);
  // What anybody may have, a player brings by itself, from where somebody has moved to.
  const src = isPublic ? path : own.src;
  if (own.error !== null) return <Refusal title={t('works.notPlayed', { name })} error={own.error} />;
  if (isWanted && src !== undefined)
    return isVideo(file) ? (
      <video src={src} aria-label={name} controls autoPlay playsInline />
    ) : (
      <audio src={src} aria-label={name} controls autoPlay />
    );
  return (
    <div className="work-recording">
      {file.hasPreview && (
        <OwnImage path={previewPath(workId, file, isPublic)} alt={name} width={960} height={640} />
      )}
      <Button loading={isWanted} onClick={() => setIsWanted(true)}>
        {t('works.play', { name })}
      </Button>
    </div>
  );
}
