// Makes one file, with a few beside it, of each service and of all that it imports: reading some 3,500 modules one by one takes
// longer than all else that a service does to be ready. `npm run dev` runs the modules themselves.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './prepare.mjs';

/** Left where they are: what reads files beside itself, and what is compiled for a machine. */
const EXTERNAL = /^(sharp|piscina|pdfkit|fontkit|swagger-ui-dist|@node-rs\/argon2)(\/|$)/;

/** What this module requires by name when the program runs: there would be two of each, and the second would be read beside the bundle. */
const MAPPED_TYPES = join('@nestjs', 'mapped-types', 'dist', 'type-helpers.utils.js');
const OWN_REQUIRE = 'const require = createRequire(import.meta.url);';
const REQUIRED = ['class-validator', 'class-transformer', 'class-transformer/cjs/storage'];

/** What Nest and others offer to work with and nobody has installed: they ask for it only when it is wanted. */
const isMissing = ({ code }) => code === 'UNRESOLVED_IMPORT';

async function bundleServices() {
  const [{ rolldown }, { SERVICE_NAMES }] = await Promise.all([
    import('rolldown'),
    import('../dist/local/services.js'),
  ]);
  await Promise.all(
    SERVICE_NAMES.map((service) => bundle(rolldown, join(root, 'services', service, 'dist'))),
  );
}

async function bundle(rolldown, compiled) {
  const directory = join(compiled, 'bundle');
  const programs = ['main', 'migrate'].filter((name) => existsSync(join(compiled, `${name}.js`)));
  const built = await rolldown({
    input: Object.fromEntries(programs.map((name) => [name, join(compiled, `${name}.js`)])),
    platform: 'node',
    external: EXTERNAL,
    plugins: [compiledModules(directory)],
    onLog(level, log) {
      if (level === 'warn' && !isMissing(log)) process.stderr.write(`${log.message}\n`);
    },
  });
  rmSync(directory, { recursive: true, force: true });
  await built.write({
    dir: directory,
    format: 'esm',
    // Nest, TypeORM and the metrics know classes and functions by their names.
    keepNames: true,
    comments: false,
    sourcemap: true,
  });
  await built.close();
}

/** What a module says of its own place stays true in the bundle, and its lines are told as those of its source. */
function compiledModules(directory) {
  return {
    name: 'compiled-modules',
    load(id) {
      const map = `${id}.map`;
      const isOurs = id.startsWith(root) && !id.includes(`${sep}node_modules${sep}`);
      if (!isOurs || !existsSync(map)) return null;
      return { code: readFileSync(id, 'utf8'), map: JSON.parse(readFileSync(map, 'utf8')) };
    },
    transform(code, id) {
      if (id.endsWith(MAPPED_TYPES)) return { code: withImports(code), map: null };
      if (!code.includes('import.meta.url')) return null;
      const place = relative(directory, id).split(sep).join('/');
      return {
        code: code.replaceAll('import.meta.url', `new URL('${place}', import.meta.url).href`),
        map: null,
      };
    },
    /** The text of the sources stands beside them already. */
    generateBundle(_options, files) {
      for (const file of Object.values(files)) if (file.map) delete file.map.sourcesContent;
    },
  };
}

function withImports(code) {
  if (!code.includes(OWN_REQUIRE)) throw new Error(`${MAPPED_TYPES} no longer requires as it did`);
  const imports = REQUIRED.map((name, index) => `import * as required${index} from '${name}';`);
  const entries = REQUIRED.map((name, index) => `'${name}': required${index}`);
  return [...imports, code.replace(OWN_REQUIRE, `const require = (name) => ({ ${entries} })[name];`)].join(
    '\n',
  );
}

await bundleServices();
