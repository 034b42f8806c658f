import './files.css';
import { useTranslation } from 'react-i18next';
import { LargerPicture } from '../../../kit/larger-picture.js';
import { lazyPart } from '../../../kit/lazy-part.js';
import { BulletinImage } from './bulletin-image.js';
import type { BulletinAttachment, BulletinPicture, Shower } from './file.model.js';

const BulletinAttachments = lazyPart('BulletinAttachments', () => import('./bulletin-attachments.js'), {
  rows: 2,
  texts: ['attachment'],
});

interface BulletinFilesProps {
  readonly bulletin: Shower;
  readonly pictures: readonly BulletinPicture[];
  readonly attachments: readonly BulletinAttachment[];
}

/** What stands beneath the text of a bulletin: its pictures, then its attachments. */
export function BulletinFiles({ bulletin, pictures, attachments }: BulletinFilesProps) {
  return (
    <>
      {pictures.length > 0 && <Gallery bulletin={bulletin} pictures={pictures} />}
      {attachments.length > 0 && <BulletinAttachments bulletin={bulletin} attachments={attachments} />}
    </>
  );
}

const tileSizes = '(max-width: 600px) 100vw, 400px';
const aloneSizes = '(max-width: 800px) 100vw, 720px';
const largeSizes = '96vw';

function Gallery({ bulletin, pictures }: Pick<BulletinFilesProps, 'bulletin' | 'pictures'>) {
  const { t } = useTranslation();
  const isAlone = pictures.length === 1;
  return (
    <ul
      className={`plain-list bulletin-pictures${isAlone ? ' is-alone' : ''}`}
      aria-label={t('bulletin.pictures')}
    >
      {pictures.map((picture) => (
        <li key={picture.fileId}>
          <LargerPicture
            open={t('bulletin.larger', { alt: picture.alt })}
            name={picture.alt}
            shut={t('bulletin.shutLarger')}
            small={
              <BulletinImage
                bulletin={bulletin}
                picture={picture}
                width="800"
                sizes={isAlone ? aloneSizes : tileSizes}
              />
            }
            large={<BulletinImage bulletin={bulletin} picture={picture} width="1600" sizes={largeSizes} />}
          />
        </li>
      ))}
    </ul>
  );
}
