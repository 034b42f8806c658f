import './work.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OwnImage } from '../../../kit/own-image.js';
import { filePath, smallPath, type WorkFile } from './work.model.js';

interface WorkPictureProps {
  readonly workId: string;
  readonly file: WorkFile;
  readonly name: string;
  readonly isPublic: boolean;
}

/** A picture by its preview; a click loads it as it was sent, in the same place. */
export function WorkPicture({ workId, file, name, isPublic }: WorkPictureProps) {
  const { t } = useTranslation();
  const [isWhole, setIsWhole] = useState(false);
  const path = isWhole ? filePath(workId, file, isPublic) : smallPath(workId, file, isPublic);
  const image = <OwnImage path={path} alt={name} width={960} height={640} />;
  if (!file.hasPreview) return image;
  return (
    <button type="button" className="work-picture" onClick={() => setIsWhole(!isWhole)}>
      {image}
      <span className="hint">{t(isWhole ? 'works.showSmall' : 'works.showWhole')}</span>
    </button>
  );
}
