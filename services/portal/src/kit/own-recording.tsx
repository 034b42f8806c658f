import './own-recording.css';
import { Button } from 'antd';
import { useState } from 'react';
import { OwnImage } from './own-image.js';
import { useOwnContent } from './own-content.js';
import { Refusal } from './states.js';

interface OwnRecordingProps {
  /** Of the interface. */
  readonly path: string;
  /** Of a picture out of it; null where it has none. */
  readonly posterPath: string | null;
  readonly name: string;
  readonly isVideo: boolean;
  /** Whoever is not signed in may have it, too. */
  readonly isPublic?: boolean;
  readonly words: {
    readonly play: string;
    readonly notPlayed: string;
    /** What stands in the place of a picture where there is none: what it is, and how large. */
    readonly still?: string;
  };
}

/** A video or a recording. It may be twenty megabytes, so it is brought once somebody wants to see or hear it. */
export function OwnRecording({
  path,
  posterPath,
  name,
  isVideo,
  isPublic = false,
  words,
}: OwnRecordingProps) {
  const [isWanted, setIsWanted] = useState(false);
  const own = useOwnContent(path, isWanted && !isPublic);
  // What anybody may have, a player brings by itself, from where somebody has moved to.
  const src = isPublic ? path : own.src;
  if (own.error !== null) return <Refusal title={words.notPlayed} error={own.error} />;
  if (isWanted && src !== undefined)
    return (
      <div className="own-recording">
        {isVideo ? (
          <video src={src} aria-label={name} controls autoPlay playsInline />
        ) : (
          <audio src={src} aria-label={name} controls autoPlay />
        )}
      </div>
    );
  return (
    <div className="own-recording">
      {posterPath === null ? (
        words.still !== undefined && <p className="own-recording-still">{words.still}</p>
      ) : (
        <OwnImage path={posterPath} alt={name} width={960} height={640} />
      )}
      <Button loading={isWanted} onClick={() => setIsWanted(true)}>
        {words.play}
      </Button>
    </div>
  );
}
