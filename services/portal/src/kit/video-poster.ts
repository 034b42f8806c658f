const sideMax = 1_280;
const patienceMs = 8_000;
/** The first pictures of many a video are black. */
const afterSeconds = 1;

/**
 * A picture out of a video, to be shown before it is played: the platform itself plays none.
 * @returns null where this browser cannot play it
 */
export async function posterOf(file: File): Promise<File | null> {
  const address = URL.createObjectURL(file);
  const video = document.createElement('video');
  try {
    const picture = await Promise.race([pictureOf(video, address), waited()]);
    return picture && new File([picture], 'poster.jpg', { type: picture.type });
  } finally {
    video.removeAttribute('src');
    URL.revokeObjectURL(address);
  }
}

const waited = (): Promise<null> => new Promise((resolve) => setTimeout(() => resolve(null), patienceMs));

function pictureOf(video: HTMLVideoElement, address: string): Promise<Blob | null> {
  return new Promise((resolve) => {
    video.muted = true;
    video.playsInline = true;
    video.preload = 'auto';
    video.onerror = () => resolve(null);
    video.onloadeddata = () => {
      video.currentTime = Math.min(afterSeconds, video.duration / 2);
    };
    video.onseeked = () => drawn(video).toBlob(resolve, 'image/jpeg', 0.85);
    video.src = address;
  });
}

function drawn(video: HTMLVideoElement): HTMLCanvasElement {
  const scale = Math.min(1, sideMax / Math.max(video.videoWidth, video.videoHeight));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(video.videoWidth * scale));
  canvas.height = Math.max(1, Math.round(video.videoHeight * scale));
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas;
}
