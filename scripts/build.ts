// Builds the product: Remix through Vite, then the small island scripts that pages load.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build, type Plugin } from 'esbuild'
import { soundCatalogue } from '../app/content/catalogue.server'
import { bundledLessons } from '../app/content/compile.server'
import { keepCatalogue } from '../app/content/kept-catalogue.server'
import { keepLessonsBundled } from '../app/content/kept-lessons.server'
import { workerEntries } from '../app/gateways/workers.server'

const root = path.resolve(import.meta.dirname, '..')

/** Packages that stay where they are installed: what is native, what finds its own files, and what a start does without. */
const leftOutside = (names: string[]): Plugin => ({
  name: 'left outside',
  setup: ({ onResolve }) => {
    onResolve({ filter: new RegExp(`^(?:${names.join('|')})$`) }, ({ path: name }) => ({ path: name, external: true }))
  },
})

const remix = spawnSync(path.join(root, 'node_modules/.bin/remix'), ['vite:build', '--logLevel', 'warn'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'production' },
})
if (remix.status !== 0) process.exit(1)

const folder = path.join(root, 'app/ui/islands')
const entries = fs.readdirSync(folder).filter((name) => name.endsWith('.entry.ts'))
/** Each on its own: a page that needs one script asks for one file. */
const islandOf = (name: string) =>
  build({
    absWorkingDir: root,
    entryPoints: [{ in: path.join(folder, name), out: name.replace('.entry.ts', '') }],
    outdir: 'build/client/islands',
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    target: ['chrome87', 'safari14'],
    supported: { destructuring: true },
    metafile: true,
    loader: { '.css': 'css' },
  })
const islands = await Promise.all(entries.map(islandOf))
const names = islands
  .flatMap(({ metafile }) => Object.entries(metafile.outputs))
  .flatMap(([file, output]) =>
    output.entryPoint ? [[path.basename(output.entryPoint).replace('.entry.ts', ''), `/${path.relative('build/client', file)}`]] : [],
  )
fs.writeFileSync(path.join(root, 'build/islands.json'), JSON.stringify(Object.fromEntries(names)))
await build({
  absWorkingDir: root,
  entryPoints: ['app/offline/service-worker.entry.ts'],
  outfile: 'build/client/sw.js',
  bundle: true,
  format: 'iife',
  minify: true,
  target: ['chrome87', 'safari14'],
  supported: { destructuring: true },
})
/** What serves: plain JavaScript with its packages in it, so that a start waits for no translation and looks for no hundreds of files. */
await build({
  absWorkingDir: root,
  entryPoints: { serve: 'serve.ts', 'server/index': 'build/server/index.js' },
  outdir: 'build',
  allowOverwrite: true,
  chunkNames: 'server/parts/[name]-[hash]',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'external',
  define: { 'process.env.NODE_ENV': '"production"' },
  logOverride: { 'assign-to-define': 'silent' },
  plugins: [leftOutside(['better-sqlite3', '@node-rs/argon2', 'sharp', 'mdx-bundler', 'remark-gfm', 'fontkit', 'pdfkit'])],
  /** Packages of the older kind ask for what belongs to Node by `require`. */
  banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
})
await build({
  absWorkingDir: root,
  entryPoints: Object.entries(workerEntries).map(([out, file]) => ({ in: path.join(root, 'app', file), out })),
  outdir: 'build/workers',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
})
const content = soundCatalogue(path.join(root, 'content'))
keepCatalogue(content)
const prose = [...content.courses.values(), ...[...content.courses.values()].flatMap(({ lessons }) => lessons), ...content.cases.values()]
keepLessonsBundled(await bundledLessons(prose.flatMap(({ body }) => [body.zh, body.en])))
console.log(`Built: ${entries.length} island scripts.`)
