import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../../kit/lazy-part.js';
import { BulletinImage } from './bulletin-image.js';
import type { BulletinAttachment, BulletinPicture, Shower } from './file.model.js';
import { PictureGallery } from './picture-gallery.js';

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

/** Each opens its larger form. */
function Gallery({ bulletin, pictures }: Pick<BulletinFilesProps, 'bulletin' | 'pictures'>) {
  const { t } = useTranslation();
  return (
    <PictureGallery
      pictures={pictures}
      words={{
        list: t('bulletin.pictures'),
        larger: (alt) => t('bulletin.larger', { alt }),
        shut: t('bulletin.shutLarger'),
      }}
      image={(picture, size) => <BulletinImage bulletin={bulletin} picture={picture} {...size} />}
    />
  );
}
