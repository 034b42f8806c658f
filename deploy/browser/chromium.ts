import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { rootAbove } from '../root.js';

const root = rootAbove(fileURLToPath(import.meta.url));
const packages = join(root, 'node_modules');

/**
 * A browser that needs nothing of the machine: program, libraries and a Chinese font come out of npm packages.
 * @returns Chromium without a window, to be closed by the caller
 */
export async function startBrowser(): Promise<Browser> {
  const home = unpacked();
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    args: [
      '--headless=shell',
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      // A page is looked at for seconds: what the slow compilers would make for the long run costs more than it saves.
      '--js-flags=--always-sparkplug,--no-maglev,--no-turbofan',
    ],
    env: {
      ...process.env,
      HOME: home,
      TMPDIR: home,
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
      FONTCONFIG_FILE: fontsConfIn(home),
    },
  });
}

/** Unpacked once per machine and version; whoever comes second to the rename finds it done. */
function unpacked(): string {
  const home = join(tmpdir(), `gongxiang-chromium-${versionOf('@sparticuz/chromium')}-${userInfo().uid}`);
  if (existsSync(home)) return home;
  const work = mkdtempSync(`${home}-`);
  const script = join(root, 'deploy', 'browser', 'unpack-chromium.mjs');
  execFileSync(process.execPath, [script], { env: { ...process.env, TMPDIR: work }, stdio: 'pipe' });
  mkdirSync(join(work, 'font-cache'));
  try {
    renameSync(work, home);
  } catch (error) {
    rmSync(work, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
  return home;
}

function versionOf(name: string): string {
  const text = readFileSync(join(packages, name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** One for each checkout: the fonts stay in its packages, and the browser, which all share, dies without any. */
function fontsConfIn(home: string): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const path = join(home, `fonts-${name}.conf`);
  if (!existsSync(path)) {
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, fontsConf(home));
    renameSync(draft, path);
  }
  return path;
}

function fontsConf(home: string): string {
  const fonts = join(packages, '@expo-google-fonts', 'noto-sans-sc');
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(fonts, '400Regular')}</dir>
  <dir>${join(fonts, '700Bold')}</dir>
  <cachedir>${join(home, 'font-cache')}</cachedir>
  <alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>Noto Sans SC</family></prefer></alias>
</fontconfig>
`;
}
