import { shakesOf, type Signal, tonesOf } from './door-signal.model.js';

const toneS = 0.12;
const volume = 0.25;

let context: AudioContext | null = null;

/** One for the page: browsers allow only a few. It may sound once somebody has touched the page, as at a door they have. */
function audio(): AudioContext | null {
  // Typed as always there; some embedded browsers have none.
  if ((globalThis.AudioContext as typeof AudioContext | undefined) === undefined) return null;
  context ??= new AudioContext();
  if (context.state === 'suspended') void context.resume();
  return context;
}

/** Two tones and a shake, as far as the device has a loudspeaker and can shake. */
export function give(signal: Signal): void {
  // iPhones do not shake.
  if ('vibrate' in navigator) navigator.vibrate([...shakesOf[signal]]);
  const sound = audio();
  if (sound === null) return;
  for (const [index, hertz] of tonesOf[signal].entries()) {
    const from = sound.currentTime + index * toneS;
    const tone = new OscillatorNode(sound, { frequency: hertz });
    const gain = new GainNode(sound, { gain: volume });
    // Without it the end of a tone clicks.
    gain.gain.setTargetAtTime(0, from + toneS * 0.7, toneS / 10);
    tone.connect(gain).connect(sound.destination);
    tone.start(from);
    tone.stop(from + toneS);
  }
}
