import './files.css';
import type { ReactNode } from 'react';
import { LargerPicture } from '../../../kit/larger-picture.js';
import type { BulletinPicture, PictureWidth } from './file.model.js';

/** Which of its widths is brought, and how wide it is shown, as `sizes` has it. */
interface Size {
  readonly width: PictureWidth;
  readonly sizes: string;
}

interface PictureGalleryProps {
  readonly pictures: readonly BulletinPicture[];
  readonly words: {
    readonly list: string;
    readonly larger: (alt: string) => string;
    readonly shut: string;
  };
  readonly image: (picture: BulletinPicture, size: Size) => ReactNode;
}

const tileSizes = '(max-width: 600px) 100vw, 400px';
const aloneSizes = '(max-width: 800px) 100vw, 720px';
const largeSizes = '96vw';

/** Pictures beneath a text, each of which opens its larger form. */
export function PictureGallery({ pictures, words, image }: PictureGalleryProps) {
  const isAlone = pictures.length === 1;
  return (
    <ul className={`plain-list bulletin-pictures${isAlone ? ' is-alone' : ''}`} aria-label={words.list}>
      {pictures.map((picture) => (
        <li key={picture.fileId}>
          <LargerPicture
            open={words.larger(picture.alt)}
            name={picture.alt}
            shut={words.shut}
            small={image(picture, { width: '800', sizes: isAlone ? aloneSizes : tileSizes })}
            large={image(picture, { width: '1600', sizes: largeSizes })}
          />
        </li>
      ))}
    </ul>
  );
}
