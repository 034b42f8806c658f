import { Alert, Button } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createQrReader, type QrReader } from './qr-reader.js';

const lookMs = 150;
/** The same code in front of the camera is one scan. */
const sameCodeMs = 4_000;

/** Looks through the camera for codes, as long as it is switched on. Pictures stay on the device. */
export function QrCamera({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useTranslation();
  const [isOn, setIsOn] = useState(false);
  return (
    <div className="qr-camera">
      <Button onClick={() => setIsOn(!isOn)} aria-pressed={isOn}>
        {t(isOn ? 'checkIn.cameraOff' : 'checkIn.cameraOn')}
      </Button>
      {isOn && <Finder onText={onText} />}
    </div>
  );
}

type State = 'starting' | 'looking' | 'refused' | 'none' | 'broken';

function Finder({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const state = useLooking(video, onText);
  return (
    <>
      <p className="hint" role="status">
        {(state === 'starting' || state === 'looking') && t(`checkIn.camera.${state}`)}
      </p>
      {state !== 'starting' && state !== 'looking' && (
        <Alert type="warning" showIcon role="alert" title={t(`checkIn.camera.${state}`)} />
      )}
      <video ref={video} muted playsInline aria-label={t('checkIn.cameraPicture')} />
    </>
  );
}

function useLooking(video: RefObject<HTMLVideoElement | null>, onText: (text: string) => void): State {
  const [state, setState] = useState<State>('starting');
  const tell = useRef(onText);
  useEffect(() => {
    tell.current = onText;
  });
  useEffect(() => {
    const ended = new AbortController();
    start(video.current, { signal: ended.signal, tell: (text) => tell.current(text), setState }).catch(
      (error: unknown) => {
        if (!ended.signal.aborted) setState(stateOf(error));
      },
    );
    return () => ended.abort();
  }, [video]);
  return state;
}

interface Looking {
  readonly signal: AbortSignal;
  readonly tell: (text: string) => void;
  readonly setState: (state: State) => void;
}

async function start(video: HTMLVideoElement | null, { signal, tell, setState }: Looking): Promise<void> {
  // Browsers give a camera to https and localhost only.
  if (video === null || !('mediaDevices' in navigator)) return setState('none');
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  const stop = (): void => stream.getTracks().forEach((track) => track.stop());
  if (signal.aborted) return stop();
  signal.addEventListener('abort', stop);
  video.srcObject = stream;
  const [reader] = await Promise.all([createQrReader(), video.play()]);
  setState('looking');
  await look(video, reader, { signal, tell });
}

async function look(
  video: HTMLVideoElement,
  reader: QrReader,
  { signal, tell }: Pick<Looking, 'signal' | 'tell'>,
): Promise<void> {
  const seenAt = new Map<string, number>();
  while (!signal.aborted) {
    const found = await reader.detect(video);
    for (const { rawValue } of found) {
      const isNew = Date.now() - (seenAt.get(rawValue) ?? 0) > sameCodeMs;
      seenAt.set(rawValue, Date.now());
      if (isNew && !signal.aborted) tell(rawValue);
    }
    await new Promise((resolve) => setTimeout(resolve, lookMs));
  }
}

function stateOf(error: unknown): State {
  const name = error instanceof Error ? error.name : '';
  if (name === 'NotAllowedError') return 'refused';
  return name === 'NotFoundError' ? 'none' : 'broken';
}
