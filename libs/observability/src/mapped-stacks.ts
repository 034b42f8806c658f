import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';

/** Its text is the stack line that Node would write; the types omit this. */
interface Frame extends NodeJS.CallSite {
  toString(): string;
}

/** Source map by file named in a stack; null if there is none. */
const maps = new Map<string, TraceMap | null>();

/** The NATS client takes a stack whenever a connection closes, which nobody reads: to map it takes a tenth of a start. */
const unread = 'close trace';

/**
 * Maps stacks of compiled and bundled code to source lines. Node's `--enable-source-maps` loads the maps with the
 * files, which takes a fifth of a start; here a map is read when a stack first needs it.
 */
export function mapStacks(): void {
  Error.prepareStackTrace = (error, frames) => {
    const textIn = error.message === unread ? String : textOf;
    return [String(error), ...frames.map((frame: Frame) => `    at ${textIn(frame)}`)].join('\n');
  };
}

function textOf(frame: Frame): string {
  const text = frame.toString();
  const [file, line, column] = [frame.getFileName(), frame.getLineNumber(), frame.getColumnNumber()];
  if (typeof file !== 'string' || line === null || column === null) return text;
  const map = mapOf(file);
  const found = map === null ? null : originalPositionFor(map, { line, column: column - 1 });
  // Lines of bundled libraries are not ours, and keep their names.
  if (found === null || found.source === null) return text;
  return text.replace(`${file}:${line}:${column}`, `${found.source}:${found.line}:${found.column + 1}`);
}

function mapOf(file: string): TraceMap | null {
  const known = maps.get(file);
  if (known !== undefined) return known;
  const map = readMap(file);
  maps.set(file, map);
  return map;
}

function readMap(file: string): TraceMap | null {
  if (!file.startsWith('file:') || file.includes('/node_modules/')) return null;
  const url = `${file}.map`;
  const path = fileURLToPath(url);
  try {
    return existsSync(path) ? new TraceMap(readFileSync(path, 'utf8'), url) : null;
  } catch {
    // A broken map must not hide the failure whose stack is shown: its lines are those of the bundle then.
    return null;
  }
}
