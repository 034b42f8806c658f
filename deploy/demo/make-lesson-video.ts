import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startBrowser } from '../browser/chromium.js';

/**
 * Draws and records the video of the demo's course, and the picture that stands for it, in `data/`: four words about a
 * fire extinguisher, a second each. The browser encodes it as phones do (H.264 in MP4); nobody has rights in it.
 */
const steps = ['提', '拔', '握', '压'];

async function record(
  words: readonly string[],
): Promise<{ readonly video: string; readonly poster: string }> {
  const canvas = document.createElement('canvas');
  canvas.width = 480;
  canvas.height = 270;
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('there is no canvas');
  const draw = (share: number): void => {
    pen.fillStyle = '#8b1a1a';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = '#f4d35e';
    pen.fillRect(0, canvas.height - 12, canvas.width * share, 12);
    pen.fillStyle = '#ffffff';
    pen.font = '120px "Noto Sans SC"';
    pen.textAlign = 'center';
    const word = words[Math.min(words.length - 1, Math.floor(share * words.length))] ?? '';
    pen.fillText(word, canvas.width / 2, 175);
  };
  const base64 = async (blob: Blob): Promise<string> => {
    let text = '';
    for (const byte of new Uint8Array(await blob.arrayBuffer())) text += String.fromCharCode(byte);
    return btoa(text);
  };
  draw(0.1);
  const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
  const options = { mimeType: 'video/mp4; codecs="avc1.42E01E"', videoBitsPerSecond: 60_000 };
  const recorder = new MediaRecorder(canvas.captureStream(10), options);
  const parts: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const stopped = new Promise((resolve) => (recorder.onstop = resolve));
  const began = performance.now();
  const lastsMs = words.length * 1_000;
  recorder.start();
  for (let at = 0; at < lastsMs; at = performance.now() - began) {
    draw(at / lastsMs);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  recorder.stop();
  await stopped;
  return { video: await base64(new Blob(parts)), poster: await base64(picture ?? new Blob()) };
}

const browser = await startBrowser();
const page = await browser.newPage();
await page.goto('data:text/html,<p style="font-family: Noto Sans SC">提拔握压');
const made = await page.evaluate(record, steps);
await browser.close();
const into = (name: string): string => fileURLToPath(new URL(`../../demo/data/${name}`, import.meta.url));
writeFileSync(into('extinguisher.mp4'), Buffer.from(made.video, 'base64'));
writeFileSync(into('extinguisher.jpg'), Buffer.from(made.poster, 'base64'));
