import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { rootAbove } from '../root.js';
import type { Answer } from './ask.js';

const run = promisify(execFile);
const root = rootAbove(fileURLToPath(import.meta.url));

/** As much of an OpenAPI document as the proofs of it read and add to. */
export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly responses: Readonly<Record<string, DescribedResponse>> };
}

interface DescribedOperation {
  readonly responses: Readonly<Record<string, DescribedResponse>>;
}

interface DescribedResponse {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, object>>;
}

/** What a route of the document really answered. */
export interface SeenAnswer {
  /** As the document has it, without `/api/v1`: `GET /unions/{unionId}`. */
  readonly route: string;
  readonly answer: Answer;
}

export interface Complaint {
  readonly rule: string;
  readonly message: string;
  readonly pointer: string;
}

/** Where a tool of the repository begins, to be run by Node. */
function toolOf(path: string): string {
  return join(root, 'node_modules', path);
}

/** Runs one of the repository's tools, without the network. @throws Error with what it printed when it fails */
async function runTool(tool: string, args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  try {
    const { stdout } = await run(process.execPath, [toolOf(tool), ...args], {
      cwd,
      env,
      maxBuffer: 64 * 1024 * 1024,
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${tool} fails: ${stdout ?? ''}${stderr ?? String(error)}`, { cause: error });
  }
}

/** What Redocly finds wrong with a document, by `redocly.yaml`. */
export async function lint(document: unknown, directory: string): Promise<Complaint[]> {
  const file = join(directory, 'linted.json');
  writeFileSync(file, JSON.stringify(document));
  const config = join(root, 'deploy/proofs/redocly.yaml');
  const args = ['lint', file, '--config', config, '--format', 'json', '--max-problems', '1000'];
  const found = await runTool('@redocly/cli/bin/cli.js', args, directory).catch((error: Error) => {
    // It ends with 1 where it finds something, and then, too, prints what.
    const text = /\{[\s\S]*\}/.exec(error.message)?.[0];
    if (text === undefined || !text.includes('"problems"')) throw error;
    return text;
  });
  const { problems } = JSON.parse(found) as {
    problems: { ruleId: string; message: string; location: { pointer?: string }[] }[];
  };
  return problems.map(({ ruleId, message, location }) => ({
    rule: ruleId,
    message,
    pointer: location[0]?.pointer ?? '',
  }));
}

/** The types of the portal's client, made of the kept document anew; beside them those that are kept. */
export async function portalTypes(directory: string): Promise<{ made: string; kept: string }> {
  const file = join(directory, 'schema.d.ts');
  await runTool(
    'openapi-typescript/bin/cli.js',
    [join(root, 'libs/contracts/openapi.json'), '-o', file],
    root,
  );
  const [made, kept] = [file, join(root, 'services/portal/src/api/schema.d.ts')].map((one) =>
    readFileSync(one, 'utf8'),
  );
  return { made: made ?? '', kept: kept ?? '' };
}

/** Makes a client of the document in the directory, and compiles it with the program beside it, both strictly. */
export async function compileClient(documentFile: string, directory: string): Promise<void> {
  const generate = ['generate', '--path', documentFile, '--output', directory, '--name', 'api.ts'];
  const shape = ['--module-name-first-tag', '--single-http-client', '--silent'];
  await runTool('swagger-typescript-api/dist/cli.mjs', [...generate, ...shape], directory);
  const file = join(directory, 'api.ts');
  // The generator asks the compiler to look away; here it is to look.
  writeFileSync(file, readFileSync(file, 'utf8').replace('// @ts-nocheck', ''));
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
  const compilerOptions = {
    strict: true,
    allowJs: true,
    checkJs: true,
    skipLibCheck: true,
    target: 'es2022',
    module: 'nodenext',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: ['node'],
    typeRoots: [toolOf('@types')],
    rootDir: '.',
    outDir: 'out',
  };
  const project = { compilerOptions, files: ['api.ts', 'second-client.mjs'] };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(project));
  await runTool('@typescript/native/bin/tsc', ['-p', '.'], directory);
}

/** Answers that the document does not know of: another status than it lists for the route, or another media type. */
export function undocumented(document: Description, seen: readonly SeenAnswer[]): string[] {
  const strange = seen.filter(({ route, answer }) => {
    const content = responseOf(document, route, answer.status)?.content;
    return content === undefined || !(mediaTypeOf(answer) in content);
  });
  return [
    ...new Set(
      strange.map(
        ({ route, answer }) => `${route} → ${answer.status} ${mediaTypeOf(answer)} ${answer.body.code ?? ''}`,
      ),
    ),
  ];
}

/**
 * The document with the answers as examples of the responses that they are, so that whoever checks examples against
 * schemas checks the answers.
 */
export function withAnswers(document: Description, seen: readonly SeenAnswer[]): Description {
  const copy = structuredClone(document) as Description;
  for (const [index, { route, answer }] of seen.entries()) {
    const mediaType = mediaTypeOf(answer);
    const response = responseOf(copy, route, answer.status);
    const content = response?.content?.[mediaType];
    if (content === undefined || !mediaType.endsWith('json')) continue;
    const { examples = {} } = content as { examples?: object };
    const example = { [`seen-${index}`]: { value: answer.body } };
    Object.assign(content, { examples: { ...examples, ...example } });
  }
  return copy;
}

function responseOf(document: Description, route: string, status: number): DescribedResponse | undefined {
  const [method = '', path = ''] = route.split(' ');
  const response = document.paths[`/api/v1${path}`]?.[method.toLowerCase()]?.responses[status];
  const name = response?.$ref?.split('/').at(-1);
  return name === undefined ? response : document.components.responses[name];
}

function mediaTypeOf({ headers }: Answer): string {
  return headers.get('content-type')?.split(';')[0] ?? '';
}
