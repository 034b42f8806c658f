import './work.css';
import { OwnImage } from '../../../kit/own-image.js';
import { previewPath, type WorkLine } from './work.model.js';

/**
 * The first picture of a work, small, beside its title; nothing where it has none. It does not belong into the link or the
 * label, whose words would then be read twice.
 */
export function WorkCover({
  work: { id, title, coverId },
}: {
  readonly work: Pick<WorkLine, 'id' | 'title' | 'coverId'>;
}) {
  if (coverId === null) return null;
  return (
    <span className="work-cover">
      <OwnImage path={previewPath(id, { id: coverId })} alt={title} width={96} height={64} />
    </span>
  );
}
