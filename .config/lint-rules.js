// Rules of our own, which oxlint runs beside its own: who may import whom, and who may write due work.
import { readFileSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const everyLibrary = ['domain', 'contracts', 'observability', 'persistence', 'messaging', 'paper', 'testing'];

/**
 * Which libraries each project may import. A service imports libraries, never another service. The libraries beneath
 * `testing` are themselves tested with it; it leaves out `paper`, or the two would import each other.
 */
export const imports = {
  'libs/domain': [],
  'libs/contracts': ['domain'],
  'libs/observability': ['domain'],
  'libs/paper': ['testing'],
  'libs/persistence': ['domain', 'observability', 'testing'],
  'libs/messaging': ['domain', 'contracts', 'observability', 'persistence', 'testing'],
  'libs/testing': ['domain', 'contracts', 'observability', 'persistence', 'messaging'],
  'services/membership': everyLibrary,
  'services/sharing': everyLibrary,
  'services/settlement': everyLibrary,
  'services/evaluation': everyLibrary,
  'services/notification': everyLibrary,
  'services/affairs': everyLibrary,
  // The gateway holds no table, so it has no use for persistence.
  'services/gateway': ['domain', 'contracts', 'messaging', 'observability', 'testing'],
  // The portal knows the platform by its generated client, and the rules that both sides run: those of cards and doors,
  // names of devices, weighing, figures, money, lines of calendars, and cells of sheets.
  'services/portal': ['domain'],
  deploy: everyLibrary,
};

/** Which districts of a service, or areas and layers of the portal, each of them may import: as its README draws them. */
const districts = JSON.parse(readFileSync(new URL('./districts.json', import.meta.url), 'utf8'));

const isSpec = (file) => /\.((int-|e2e-)?spec|fixture)\.tsx?$/.test(file);
/** The portal's areas lie in a folder of their own. */
const district = /^services\/([^/]+)\/src\/(?:areas\/)?([^/]+)\//;
const projectOf = (path) => /^((?:libs|services)\/[^/]+|deploy)(?:\/|$)/.exec(path)?.[1];

/** What is wrong about an import of a file, where something is. */
const judges = [
  function ofProjects({ project, specifier, path }) {
    const library = /^@gongxiang\/([^/]+)/.exec(specifier)?.[1];
    if (library !== undefined && !imports[project].includes(library))
      return `${project} may not import ${library}: see .config/lint-rules.js.`;
    const other = path === undefined ? undefined : projectOf(path);
    if (other !== undefined && other !== project)
      return `${project} reaches into ${other} by its path: a library is imported by its name, and nothing else is.`;
  },
  function ofGateway({ project, specifier }) {
    if (
      project === 'services/gateway' &&
      /^@gongxiang\/(messaging\/(events|service)|persistence)(\/|$)/.test(specifier)
    )
      return 'The gateway holds no table and tells no events.';
  },
  function ofPortal({ file, specifier }) {
    if (
      file.startsWith('services/portal/src/') &&
      /^@gongxiang\/(?!domain\/(?:calendar-lines|card|complaints|device-label|door|figures|money|sheet|weighing)$)/.test(
        specifier,
      )
    )
      return 'Of the libraries, the rules that both sides run.';
  },
  function ofModels({ file, specifier, isType }) {
    if (isType || !/^services\/.*\.model\.ts$/.test(file)) return;
    if (
      !/^(@gongxiang\/domain(\/(calendar-lines|complaints|door|figures|forms|holidays|weighing))?$|\.{1,2}\/)/.test(
        specifier,
      )
    )
      return 'A model is pure: it imports the domain, other models and types.';
    if (/^\.{1,2}\/(?!.*\.model\.js$)/.test(specifier)) return 'A model imports other models and types only.';
  },
  function ofConsumers({ file, specifier }) {
    if (/^services\/[^/]+\/src\/.*\.consumer\.ts$/.test(file) && /\.repository\.js$/.test(specifier))
      return 'Consumers speak to services.';
  },
  /** Imports between the districts of a service go one way. Tests may look into any. */
  function ofDistricts({ file, path = '' }) {
    const [, service, from] = district.exec(file) ?? [];
    const rows = districts[service];
    const to = district.exec(path)?.[2];
    if (rows?.[from] === undefined || rows[to] === undefined || isSpec(file)) return;
    if (to !== from && !rows[from].includes(to))
      return `By the arrows of .config/districts.json ${from} knows nothing of ${to}.`;
  },
];

const fileOf = (context) => relative(root, context.filename).split(sep).join('/');

/** Nothing but types: such an import is gone when the file is compiled. */
function isTypes(node, kind) {
  const { specifiers = [] } = node;
  return node[kind] === 'type' || (specifiers.length > 0 && specifiers.every((one) => one[kind] === 'type'));
}

const boundaries = {
  create(context) {
    const file = fileOf(context);
    const project = projectOf(file);
    if (imports[project] === undefined) return {};
    const check = (source, isType) => {
      if (typeof source?.value !== 'string') return;
      const specifier = source.value;
      const path = specifier.startsWith('.') ? posix.join(posix.dirname(file), specifier) : undefined;
      for (const judge of judges) {
        const message = judge({ file, project, specifier, path, isType });
        if (message !== undefined) context.report({ node: source, message });
      }
    };
    return {
      ImportDeclaration: (node) => check(node.source, isTypes(node, 'importKind')),
      ExportNamedDeclaration: (node) => check(node.source, isTypes(node, 'exportKind')),
      ExportAllDeclaration: (node) => check(node.source, isTypes(node, 'exportKind')),
      ImportExpression: (node) => check(node.source, false),
      TSImportType: (node) => check(node.source, true),
      TSExternalModuleReference: (node) => check(node.expression, false),
    };
  },
};

const WRITES_DUE = /\b(INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+due\b/i;

const dueWork = {
  create(context) {
    const file = fileOf(context);
    if (!/^services\/[^/]+\/src\/(?!migrations\/)/.test(file) || isSpec(file)) return {};
    const check = (node, text) => {
      if (typeof text === 'string' && WRITES_DUE.test(text))
        context.report({
          node,
          message:
            'Due work is noted by schedule, scheduleNew and unschedule, which lock its rows last and in order.',
        });
    };
    return {
      Literal: (node) => check(node, node.value),
      TemplateElement: (node) => check(node, node.value.raw),
    };
  },
};

export default { meta: { name: 'gongxiang' }, rules: { boundaries, 'due-work': dueWork } };
