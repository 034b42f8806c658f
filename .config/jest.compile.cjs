const { transformSync } = require('@swc/core');

/** @returns of a file of TypeScript the JavaScript and its source map, as @swc/core gives them */
exports.compile = (filename, source) =>
  transformSync(source, {
    filename,
    configFile: false,
    swcrc: false,
    sourceMaps: true,
    jsc: {
      parser: { syntax: 'typescript', tsx: filename.endsWith('.tsx'), decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic' },
      },
      target: 'es2022',
      keepClassNames: true,
    },
    module: { type: 'es6' },
  });
