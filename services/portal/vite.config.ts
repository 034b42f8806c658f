import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const gateway = { target: 'http://127.0.0.1:3000', changeOrigin: true };

/** Looked for by their names: what is kept for a day without a network, and the charts, which come after everything else. */
const named = new Set(['check-in-page', 'desk-page', 'kept-seats-panel', 'draw-chart']);

export default defineConfig({
  plugins: [
    react(),
    withoutTooltips(),
    withoutWaves(),
    withoutPickers(),
    withoutColourNames(),
    withoutPalettes(),
    withoutPrefixes(),
  ],
  // The gateway allows scripts from itself only: nothing may be inlined into the page.
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // The addresses of all files stand in the first one: short ones, without names, take 4 kB less of it, and digits that
        // are packed in half a byte each almost two more.
        chunkFileNames: ({ name }) => (named.has(name) ? `assets/${name}-[hash:7].js` : 'assets/[hash:7].js'),
        hashCharacters: 'hex',
        assetFileNames: 'assets/[hash:7][extname]',
        // What every page needs, or half of them and is small, in one file: in thirty small ones it would be four
        // kilobytes more, most of them the addresses of the parts of each page.
        codeSplitting: {
          groups: [
            {
              name: 'core',
              test: /\/src\/(?:app\/(?:main|app)|api\/(?:new-uuid|submit-key|use-submit|use-command|use-read)|kit\/(?:data-table|loaded|save-file|csv|page-head|paged-list|use-refresh)|session\/use-may-manage)\.tsx?$/,
            },
          ],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/api': gateway, '/calendars': gateway } },
});

/**
 * Ant Design's provider and the labels of its forms bring its tooltips along: 17 kB gzip of every page with a form and
 * 9 kB of every other, for something that no page here shows. A label that is given a tooltip after all says so.
 */
function withoutTooltips(): Plugin {
  const places = /\/antd\/es\/(config-provider\/index|form\/FormItemLabel)\.js$/;
  const replaced = new Set<string>();
  const standIn = '\0without-tooltips';
  return {
    name: 'without-tooltips',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const isTooltip = source === '../tooltip' || source === '../tooltip/UniqueProvider';
      if (!isTooltip || !places.test(importer)) return null;
      replaced.add(importer);
      return standIn;
    },
    load(id) {
      if (id !== standIn) return null;
      return `export default ({ title, children }) => {
        if (title !== undefined) throw new Error('tooltips are left out by vite.config.ts');
        return children;
      };`;
    },
    buildEnd(error) {
      if (error === undefined && replaced.size !== 2)
        throw new Error('Ant Design takes its tooltips from elsewhere now: see withoutTooltips');
    },
  };
}

/** The ripple around what was clicked: a kilobyte of every page for a decoration that nobody misses. */
function withoutWaves(): Plugin {
  const standIn = '\0without-waves';
  let isReplaced = false;
  return {
    name: 'without-waves',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer = '') {
      if (!/(^|\/)_util\/wave$/.test(source) || !importer.includes('/antd/es/')) return null;
      isReplaced = true;
      return standIn;
    },
    load: (id) => (id === standIn ? 'export default ({ children }) => children;' : null),
    buildEnd(error) {
      if (error === undefined && !isReplaced)
        throw new Error('Ant Design takes its ripple from elsewhere now: see withoutWaves');
    },
  };
}

/** The names that rules of style had in the browsers of before: a kilobyte of every page for what is asked for nowhere here. */
function withoutPrefixes(): Plugin {
  const prefixed = 'autoPrefix ? serialize(compile(styleStr), middleware([prefixer, stringify])) : ';
  let isReplaced = false;
  return {
    name: 'without-prefixes',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!id.includes('/cssinjs/es/hooks/useStyleRegister.js') || !code.includes(prefixed)) return null;
      isReplaced = true;
      return { code: code.replace(prefixed, ''), map: null };
    },
    buildEnd(error) {
      if (error === undefined && !isReplaced)
        throw new Error('Ant Design adds prefixes elsewhere now: see withoutPrefixes');
    },
  };
}

/** Ant Design's words for choosing days and times: a kilobyte of every page for parts that no page here shows. */
function withoutPickers(): Plugin {
  const standIn = '\0without-pickers';
  const replaced = new Set<string>();
  return {
    name: 'without-pickers',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer = '') {
      const isWords = /^\.\.\/(date-picker|time-picker|calendar)\/locale\/\w+$/.test(source);
      if (!isWords || !/\/antd\/es\/locale\/\w+\.js$/.test(importer)) return null;
      replaced.add(source);
      return standIn;
    },
    load: (id) => (id === standIn ? 'export default {};' : null),
    buildEnd(error) {
      if (error === undefined && replaced.size === 0)
        throw new Error('Ant Design takes its words for days from elsewhere now: see withoutPickers');
    },
  };
}

/**
 * The shades of thirteen colours, light and dark, that Ant Design otherwise makes of each colour itself: a kilobyte of every page.
 * Of the two that other parts name, their shades are kept.
 */
function withoutPalettes(): Plugin {
  const standIn = '\0without-palettes';
  let isReplaced = false;
  return {
    name: 'without-palettes',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer = '') {
      if (source !== './presets' || !importer.includes('/@ant-design/colors/es/')) return null;
      isReplaced = true;
      return standIn;
    },
    load(id) {
      if (id !== standIn) return null;
      return `export const presetPrimaryColors = {}, presetPalettes = {}, presetDarkPalettes = {};
        export const blue = { primary: '#1677FF' }, gold = { 2: '#ffe58f' };`;
    },
    buildEnd(error) {
      if (error === undefined && !isReplaced)
        throw new Error('Ant Design takes its palettes from elsewhere now: see withoutPalettes');
    },
  };
}

/** The names of colours that Ant Design reads, such as `papayawhip`: a kilobyte of every page, which names none. */
function withoutColourNames(): Plugin {
  const standIn = '\0without-colour-names';
  let isReplaced = false;
  return {
    name: 'without-colour-names',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer = '') {
      if (source !== './presetColors' || !importer.includes('/@ant-design/fast-color/es/')) return null;
      isReplaced = true;
      return standIn;
    },
    load: (id) => (id === standIn ? 'export default {};' : null),
    buildEnd(error) {
      if (error === undefined && !isReplaced)
        throw new Error('Ant Design takes its names of colours from elsewhere now: see withoutColourNames');
    },
  };
}
