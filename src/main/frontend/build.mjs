/*
 * Bundles the browser side of the portal, and lays out the fonts that papers are printed with.
 *
 *   node build.mjs <output folder> [<folder of fonts>]
 *
 * Safe to call at every Maven build: packages are installed only when the lock file has changed since the last
 * install, and bundling is skipped while every output is newer than every source.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRIES = ['portal.js', 'portal.css', 'form.js', 'form.css', 'agents.js', 'agents.css'];
// package, name of the family in its files, weights
const FONTS = [
  ['@expo-google-fonts/pt-sans', 'PTSans', ['400Regular', '700Bold']],
  ['@expo-google-fonts/noto-naskh-arabic', 'NotoNaskhArabic', ['400Regular', '700Bold']],
];
const NOT_SOURCES = new Set(['node_modules', 'dist', 'test', '.gitignore']);
const here = dirname(fileURLToPath(import.meta.url));

if (!process.argv[2]) {
  console.error('Usage: node build.mjs <output folder> [<folder of fonts>]');
  process.exit(1);
}
const output = resolve(process.argv[2]);

installPackages();
if (isUpToDate()) {
  console.log('Front end: up to date');
} else {
  await bundle();
}
if (process.argv[3]) copyFonts(resolve(process.argv[3]));

/** Runs `npm ci` unless node_modules was made from this very lock file. */
function installPackages() {
  const mark = join(here, 'node_modules', '.lock-hash');
  const hash = createHash('sha256').update(readFileSync(join(here, 'package-lock.json'))).digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash) return;
  // npm is a .cmd file on Windows, which only a shell can start
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: here, stdio: 'inherit', shell: process.platform === 'win32',
  });
  writeFileSync(mark, hash);
}

function isUpToDate() {
  const outputs = ENTRIES.map((name) => join(output, name));
  if (!outputs.every(existsSync)) return false;
  return newest(here) < Math.min(...outputs.map((file) => statSync(file).mtimeMs));
}

/** Time of the last change in a source folder, in milliseconds. */
function newest(folder) {
  return Math.max(0, ...readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name))
    .map((entry) => join(folder, entry.name))
    .map((path) => (statSync(path).isDirectory() ? newest(path) : statSync(path).mtimeMs)));
}

async function bundle() {
  // imported late: esbuild is there only once the packages are installed
  const { build } = await import('esbuild');
  mkdirSync(output, { recursive: true });
  await build({
    absWorkingDir: here,
    entryPoints: ENTRIES,
    outdir: output,
    bundle: true,
    minify: true,
    sourcemap: false,
    // one plain script per page kind: works with `defer`, needs no module graph, no hashed chunk names
    format: 'iife',
    target: ['es2021', 'chrome100', 'firefox100', 'safari15.4'],
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'linked',
    logLevel: 'warning',
  });
  for (const name of ENTRIES) {
    console.log(`Front end: ${name} ${Math.round(statSync(join(output, name)).size / 1024)} kB`);
  }
}

/** Fonts as they come, each family with its licence, which wants to be with it. */
function copyFonts(folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, family, weights] of FONTS) {
    const from = join(here, 'node_modules', name);
    for (const weight of weights) {
      copyFileSync(join(from, weight, `${family}_${weight}.ttf`), join(folder, `${family}_${weight}.ttf`));
    }
    copyFileSync(join(from, 'LICENSE_FONT'), join(folder, `${family}_LICENSE.txt`));
  }
}
