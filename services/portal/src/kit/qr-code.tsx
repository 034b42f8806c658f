import { generate } from 'lean-qr';
import { qrPath } from './qr-path.js';

interface QrCodeProps {
  readonly text: string;
  /** What it holds, for whoever cannot see it. */
  readonly label: string;
}

/** The light margin without which scanners do not find a code (ISO/IEC 18004), in modules. */
const margin = 4;

/** A QR code that stays sharp at any size; black on white whatever stands around it. */
export function QrCode({ text, label }: QrCodeProps) {
  const code = generate(text);
  const side = code.size + 2 * margin;
  return (
    <svg className="qr-code" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} fill="#ffffff" />
      <path d={qrPath(code, margin)} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}
