// What a fresh clone needs before anything else runs: packages, the database client. Plain Node, no packages.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '..')
const stamps = path.join(root, 'node_modules/.mingbai')

/** Runs a command with the terminal shared; exits with its code when it fails. `quiet` keeps its words off standard output. */
export function run(command, args, environment = {}, quiet = false) {
  const stdio = quiet ? ['ignore', process.stderr, 'inherit'] : 'inherit'
  const result = spawnSync(command, args, { cwd: root, stdio, env: { ...process.env, ...environment } })
  if (result.status !== 0) process.exit(result.status ?? 1)
}

export const bin = (name) => path.join(root, 'node_modules/.bin', name)

const hashOfFiles = (files) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(fs.readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

/** Does `work` unless it was done for exactly these files before. */
export function once(name, files, work) {
  const stamp = path.join(stamps, name)
  const hash = hashOfFiles(files)
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return false
  work()
  fs.mkdirSync(stamps, { recursive: true })
  fs.writeFileSync(stamp, hash)
  return true
}

/** Every file below a folder, sorted, relative to the root. */
export function filesBelow(folder) {
  const from = path.join(root, folder)
  if (!fs.existsSync(from)) return []
  return fs
    .readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)))
    .sort()
}

/** Installs packages where the lockfile changed and makes the database client where the schema did. */
export function prepare() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19)) {
    console.error(`Node ${process.versions.node} is too old: 20.19 or newer is needed.`)
    process.exit(1)
  }
  const lock = path.join(root, 'package-lock.json')
  const packages = createHash('sha256').update(fs.readFileSync(lock)).digest('hex')
  const stamp = path.join(stamps, 'packages')
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== packages) {
    console.error('Installing packages; the first time takes a few minutes.')
    run('npm', ['install', '--no-save', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error'], { NODE_ENV: 'development' }, true)
    fs.mkdirSync(stamps, { recursive: true })
    fs.writeFileSync(stamp, packages)
  }
  const generated = path.join(root, 'prisma/generated/client.ts')
  if (!fs.existsSync(generated)) fs.rmSync(path.join(stamps, 'client'), { force: true })
  once('client', ['prisma/schema.prisma', 'package-lock.json'], () =>
    run(bin('prisma'), ['generate'], { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' }, true),
  )
}

const sources = () =>
  ['app', 'scripts']
    .flatMap(filesBelow)
    .concat(['serve.ts', 'server.ts', 'serve-workers.ts', 'vite.config.ts', 'remix.config.js', 'tailwind.config.ts', 'package-lock.json'])

/** Builds where a source file is newer than the last build. */
export function buildIfStale() {
  if (!fs.existsSync(path.join(root, 'build/server/index.js'))) fs.rmSync(path.join(stamps, 'build'), { force: true })
  once('build', sources(), () => {
    console.error('Building.')
    run(bin('tsx'), ['scripts/build.ts'], {}, true)
  })
}
