import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'

const root = path.resolve(import.meta.dirname, '../..')

/** Names the folder in which this run of the browser tests keeps the sample street; two runs at once keep two. */
export const sampleVariable = 'MINGBAI_E2E_SAMPLE'

/** The instant at which the sample street is loaded and at which every journey begins: a Tuesday morning. */
export const morning = '2026-03-10T01:00:00.000Z'

export type Running = {
  url: string
  data: string
  setClock: (instant: string) => void
  output: () => string
  end: () => Promise<number | null>
  stop: () => Promise<void>
}

export const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export const tsx = (script: string, environment: Record<string, string>, ...given: (string | number)[]) =>
  execFileSync(path.join(root, 'node_modules/.bin/tsx'), [script, ...given.map(String)], {
    cwd: root,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    maxBuffer: 100_000_000,
  })

async function ready(child: ChildProcess, output: () => string, url: string) {
  for (let attempt = 0; attempt < 900; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server stopped: ${output()}`)
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`the server did not answer: ${output()}`)
}

/** The product built anew after its scripts were changed: a folder of its own, other addresses of islands, another service worker. */
export function nextBuild(): { folder: string; remove: () => void } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-e2e-build-'))
  for (const name of ['node_modules', 'content', 'prisma', 'public', 'app', 'package.json'])
    fs.symlinkSync(path.join(root, name), path.join(folder, name))
  fs.cpSync(path.join(root, 'build'), path.join(folder, 'build'), { recursive: true })
  const within = (...parts: string[]) => path.join(folder, 'build', ...parts)
  const names = z.record(z.string(), z.string()).parse(JSON.parse(fs.readFileSync(within('islands.json'), 'utf8')))
  const renamed = Object.entries(names).map(([entry, address]) => {
    const next = address.replace(/-\w+\.js$/, '-NEXTONE1.js')
    fs.writeFileSync(within('client', next), `${fs.readFileSync(within('client', address), 'utf8')}\n/* next */\n`)
    fs.rmSync(within('client', address))
    return [entry, next]
  })
  fs.writeFileSync(within('islands.json'), JSON.stringify(Object.fromEntries(renamed)))
  fs.appendFileSync(within('client', 'sw.js'), '\n/* next */\n')
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) }
}

/** Starts the built server on a data folder of its own: a copy of the sample street, or an empty live installation. */
export async function startServer(kind: 'sample' | 'live', environment: Record<string, string> = {}): Promise<Running> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'mingbai-e2e-data-'))
  if (kind === 'sample') fs.cpSync(process.env[sampleVariable] ?? '', data, { recursive: true })
  fs.writeFileSync(path.join(data, 'clock'), morning)
  return serve(kind, data, environment)
}

/** Starts a server on a data folder that is there, from this build or from that of another folder. */
export async function serve(
  kind: 'sample' | 'live',
  data: string,
  environment: Record<string, string> = {},
  folder = root,
): Promise<Running> {
  const clock = path.join(data, 'clock')
  const port = environment.PORT ?? (await freePort())
  const url = `http://127.0.0.1:${port}`
  const settings: Record<string, string> = {
    MINGBAI_DATA: data,
    MINGBAI_MODE: kind,
    PORT: String(port),
    NODE_ENV: 'production',
    ...(kind === 'sample' ? { MINGBAI_CLOCK: clock } : {}),
    ...environment,
  }
  if (kind === 'live') tsx('scripts/migrate.ts', settings)
  const child = spawn(process.execPath, ['build/serve.js'], {
    cwd: folder,
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  await ready(child, () => text, url).catch((fault: unknown) => {
    child.kill('SIGKILL')
    throw fault
  })
  return {
    url,
    data,
    // Put in place whole: the server may be reading it.
    setClock: (instant) => {
      fs.writeFileSync(`${clock}.part`, instant)
      fs.renameSync(`${clock}.part`, clock)
    },
    output: () => text,
    end: () =>
      new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGTERM')
      }),
    stop: () =>
      new Promise((resolve) => {
        const gone = () => {
          fs.rmSync(data, { recursive: true, force: true })
          resolve()
        }
        if (child.exitCode !== null) return gone()
        child.once('exit', gone)
        child.kill('SIGTERM')
      }),
  }
}
